using System.Globalization;
using System.Text;

namespace PartyPortal.Domain.Study;

/// <summary>Class hours as people write them down: by tenths, more than none and at most a day's.</summary>
public static class ClassHours
{
    /// <summary>As class hours are commonly counted: a day is eight, half a day four (待核).</summary>
    public const decimal MostPerDay = 8;

    /// <summary>Room for what somebody may type.</summary>
    public const int TextMaxLength = 10;

    /// <exception cref="RuleBrokenException">It is no figure, none or less, more than a day has, or finer than a tenth.</exception>
    public static decimal Read(string typed, string field = "Hours")
    {
        // "1,5" is one and a half: nobody has a thousand.
        var plain = typed.Normalize(NormalizationForm.FormKC).Trim().Replace(',', '.');
        if (!decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours))
            throw new RuleBrokenException("Write the class hours as a figure, as 1.5.") { Field = field };
        if (hours <= 0) throw new RuleBrokenException("Class hours are more than zero.") { Field = field };
        if (hours > MostPerDay) throw new RuleBrokenException("A day has at most {0} class hours.", MostPerDay) { Field = field };
        if (decimal.Round(hours, 1) != hours) throw new RuleBrokenException("Class hours go by tenths, as 1.5.") { Field = field };

        return hours;
    }

    /// <summary>What of a title is compared: some signs are many letters when they are written out.</summary>
    internal const int KeyMaxLength = 200;

    /// <summary>As they are read: 1.5, 32.</summary>
    public static string Text(decimal hours) => hours.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>By which the same title is known again, whatever the spaces, marks and case.</summary>
    internal static string KeyOf(string title) => string.Concat(title.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Take(KeyMaxLength)).ToLowerInvariant();
}
