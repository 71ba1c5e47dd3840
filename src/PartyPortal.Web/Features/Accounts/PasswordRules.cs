using PartyPortal.Data.Accounts;
using PartyPortal.Domain;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>What a password must be: long, not among the commonest, not made of the words of this place. Any character may stand in it (ASVS 6.2).</summary>
internal static class PasswordRules
{
    public const int MinLength = 10;
    public const int MaxLength = 128;

    private static readonly string[] PlaceWords = ["dangjian", "党建", "partyportal", "jianghai", "zhibu", "支部", "password", "qwerty"];

    private static readonly Lazy<HashSet<string>> Common = new(() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Features", "Accounts", "CommonPasswords.txt"))]);

    /// <exception cref="RuleBrokenException">The password may not be chosen; the sentence says why.</exception>
    public static void RefuseWeak(string password, Account account, string field)
    {
        var plain = password.ToLowerInvariant();
        if (password.EnumerateRunes().Count() < MinLength) throw new RuleBrokenException("Choose a longer password: at least {0} characters.", MinLength) { Field = field };
        if (Common.Value.Contains(plain)) throw new RuleBrokenException("This password is one of the commonest and would be guessed at once. Choose another one.") { Field = field };
        if (plain.Distinct().Count() < 4) throw new RuleBrokenException("This password repeats few characters. Choose another one.") { Field = field };
        if (WordsOf(account).Any(word => plain.Contains(word, StringComparison.Ordinal) && plain.Length - word.Length < 6))
            throw new RuleBrokenException("This password is made of your name or a word of this portal. Choose another one.") { Field = field };
    }

    private static IEnumerable<string> WordsOf(Account account) =>
        PlaceWords.Concat(new[] { account.UserName, account.DisplayName, account.Email?.Split('@')[0] }.OfType<string>().Where(w => w.Length > 2).Select(w => w.ToLowerInvariant()));
}
