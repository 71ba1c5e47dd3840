using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>What a password must be: long, not among the commonest, not made of the words of this place. Any character may stand in it (ASVS 6.2).</summary>
public sealed class PasswordRules(PortalDb db, CurrentSettings settings)
{
    public const int MinLength = 10;
    public const int MaxLength = 256;

    // What must remain of a password beside a word that anybody would guess.
    private const int LeastBesideWord = 6;

    private static readonly string[] PlaceWords = ["dangjian", "党建", "partyportal", "zhibu", "支部", "password", "mima", "qwerty"];

    private static readonly Lazy<HashSet<string>> Common = new(() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Features", "Accounts", "CommonPasswords.txt"))]);

    /// <exception cref="RuleBrokenException">The password may not be chosen; the sentence says why.</exception>
    public async Task RefuseWeakAsync(string password, Account account, string field)
    {
        var plain = password.ToLowerInvariant();
        if (password.EnumerateRunes().Count() < MinLength) throw new RuleBrokenException("Choose a longer password: at least {0} characters.", MinLength) { Field = field };
        if (Common.Value.Contains(plain)) throw new RuleBrokenException("This password is one of the commonest and would be guessed at once. Choose another one.") { Field = field };
        if (plain.Distinct().Count() < 4) throw new RuleBrokenException("This password repeats few characters. Choose another one.") { Field = field };
        if ((await WordsOfAsync(account)).Any(word => plain.Contains(word, StringComparison.Ordinal) && plain.Length - word.Length < LeastBesideWord))
            throw new RuleBrokenException("This password is made of your name or a word of this portal. Choose another one.") { Field = field };
    }

    private async Task<IEnumerable<string>> WordsOfAsync(Account account)
    {
        var names = await db.SignInNames.Where(n => n.AccountId == account.Id).Select(n => n.Normalized).ToListAsync();
        var portal = settings.Now;
        string?[] own = [account.UserName, account.DisplayName, Pinyin.KeyOf(account.DisplayName).Replace(" ", "", StringComparison.Ordinal)];
        string?[] place = [portal.Name, portal.NameInEnglish, portal.Host, portal.HostInEnglish];
        return PlaceWords.Concat(names.Select(n => n.Split('@')[0]).Concat(own).Concat(place).OfType<string>()
            .Where(word => word.Length > 1).Select(word => word.ToLowerInvariant()));
    }
}
