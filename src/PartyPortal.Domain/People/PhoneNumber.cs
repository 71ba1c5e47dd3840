using System.Text;
using System.Text.RegularExpressions;

namespace PartyPortal.Domain.People;

/// <summary>A mobile number, or a line with its area code.</summary>
public static partial class PhoneNumber
{
    /// <summary>As typed, with spaces, hyphens, +86 or full-width digits; the digits alone afterwards.</summary>
    /// <exception cref="RuleBrokenException">It is none.</exception>
    public static string Read(string typed)
    {
        var digits = Between().Replace(typed.Normalize(NormalizationForm.FormKC), "");
        if (digits.StartsWith("+86", StringComparison.Ordinal)) digits = digits[3..];
        return Mobile().IsMatch(digits) || Line().IsMatch(digits)
            ? digits
            : throw new RuleBrokenException("A mobile number has 11 digits and begins with 1; another one begins with its area code.") { Field = "Phone" };
    }

    /// <summary>138****5678</summary>
    public static string Mask(string number) => $"{number[..3]}{new string('*', number.Length - 7)}{number[^4..]}";

    [GeneratedRegex(@"[\s\-‐–—()]")]
    private static partial Regex Between();

    [GeneratedRegex("^1[3-9][0-9]{9}$")]
    private static partial Regex Mobile();

    [GeneratedRegex("^0[0-9]{9,11}$")]
    private static partial Regex Line();
}
