using System.Globalization;
using System.Text;

namespace PartyPortal.Domain.People;

/// <summary>A citizen's ID number: region, birthday, order and a check character over all of it (GB 11643-1999, 待核).</summary>
public static class IdNumber
{
    public const int Length = 18;

    private const string Checks = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>As typed, with spaces, a small x or full-width digits; as written afterwards.</summary>
    /// <exception cref="RuleBrokenException">It is none.</exception>
    public static string Read(string typed)
    {
        var number = string.Concat(typed.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        if (number.Length != Length || !number[..^1].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(number[^1]) || number[^1] == 'X'))
            throw new RuleBrokenException("An ID number has 18 characters: 17 digits, then a digit or X.") { Field = nameof(IdNumber) };
        if (number[^1] != Checks[number[..^1].Select((digit, at) => (digit - '0') * Weights[at]).Sum() % 11])
            throw new RuleBrokenException("The last character of the ID number does not fit the others. Compare it with the card.") { Field = nameof(IdNumber) };
        if (Birthday(number) is null) throw new RuleBrokenException("The ID number holds no real birthday. Compare it with the card.") { Field = nameof(IdNumber) };

        return number;
    }

    /// <exception cref="RuleBrokenException">The day differs from the birthday in the number.</exception>
    public static void Agree(string number, DateOnly? bornOn)
    {
        if (bornOn is { } day && Birthday(number) is { } birthday && day != birthday)
            throw new RuleBrokenException("The ID number and the day of birth do not agree. Compare both with the card.") { Field = nameof(IdNumber) };
    }

    /// <summary>1101**********1234</summary>
    public static string Mask(string number) => $"{number[..4]}**********{number[^4..]}";

    private static DateOnly? Birthday(string number) =>
        DateOnly.TryParseExact(number[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
