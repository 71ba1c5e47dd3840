using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.WorkCalendar;

/// <summary>Days that are not what their weekdays say: a holiday, or weekend days that are worked for it (调休). One row for each line of the State Council's yearly arrangement.</summary>
public sealed class SpecialDays : IAudited
{
    public const int NameMaxLength = 40;
    public const int LongestRange = 15;

    private SpecialDays() { }

    /// <exception cref="RuleBrokenException">The days are no range, too many, or worked anyhow.</exception>
    public SpecialDays(string name, DateOnly from, DateOnly until, bool areWorked)
    {
        if (until < from) throw new RuleBrokenException("The last day lies before the first.") { Field = nameof(Until) };
        if (until.DayNumber - from.DayNumber >= LongestRange) throw new RuleBrokenException("At most {0} days at once.", LongestRange) { Field = nameof(Until) };
        if (areWorked && Enumerable.Range(0, until.DayNumber - from.DayNumber + 1).Any(i => !WorkingDays.IsWeekend(from.AddDays(i))))
            throw new RuleBrokenException("Monday to Friday are worked anyhow. Only a Saturday or Sunday is worked for a holiday.") { Field = nameof(AreWorked) };

        (Name, From, Until, AreWorked) = (name, from, until, areWorked);
    }

    public int Id { get; private init; }
    public string Name { get; private init; } = "";
    public DateOnly From { get; private init; }
    public DateOnly Until { get; private init; }
    public bool AreWorked { get; private init; }
}
