namespace PartyPortal.Domain.WorkCalendar;

/// <summary>Which days are worked: Monday to Friday, but for the special days that the administrator keeps.</summary>
public sealed class WorkingDays(IReadOnlyCollection<SpecialDays> special)
{
    /// <summary>Weekends alone: for what needs no calendar of a year.</summary>
    public static readonly WorkingDays OfTheWeek = new([]);

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    public bool IsWorked(DateOnly day) => special.FirstOrDefault(s => s.From <= day && day <= s.Until)?.AreWorked ?? !IsWeekend(day);

    /// <summary>The last of so many working days after a day, which is not counted itself.</summary>
    public DateOnly After(DateOnly day, int days)
    {
        for (; days > 0; days -= IsWorked(day) ? 1 : 0) day = day.AddDays(1);
        return day;
    }

    /// <summary>How many working days lie behind a day, up to another one; none for the same day.</summary>
    public int Between(DateOnly from, DateOnly until) => Enumerable.Range(1, Math.Max(0, until.DayNumber - from.DayNumber)).Count(i => IsWorked(from.AddDays(i)));

    /// <summary>Whether the year's arrangement is entered. Until then what is counted in it is provisional.</summary>
    public bool Knows(int year) => special.Any(s => s.From.Year == year || s.Until.Year == year);
}
