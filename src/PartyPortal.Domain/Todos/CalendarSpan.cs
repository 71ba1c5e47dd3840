using System.ComponentModel.DataAnnotations;

namespace PartyPortal.Domain.Todos;

public enum CalendarSpan
{
    [Display(Name = "Month")]
    Month = 1,

    [Display(Name = "Week")]
    Week,
}

/// <summary>The days that a calendar shows at once: whole weeks from Monday on.</summary>
public sealed record CalendarDays(CalendarSpan Span, DateOnly Day)
{
    // What lies beyond is a slip of the finger, and its weeks would leave the calendar.
    private static readonly DateOnly Earliest = new(2000, 1, 1), Latest = new(2099, 12, 31);

    public DateOnly From => Monday(Span is CalendarSpan.Week ? Day : First);

    public DateOnly Until => Monday(Span is CalendarSpan.Week ? Day : First.AddMonths(1).AddDays(-1)).AddDays(6);

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, Until.DayNumber - From.DayNumber + 1).Select(From.AddDays);

    public DateOnly Before => Span is CalendarSpan.Week ? Day.AddDays(-7) : First.AddMonths(-1);

    public DateOnly After => Span is CalendarSpan.Week ? Day.AddDays(7) : First.AddMonths(1);

    private DateOnly First => new(Day.Year, Day.Month, 1);

    /// <summary>The day of an address; today where it is none.</summary>
    public static CalendarDays Of(CalendarSpan? span, string? day, DateOnly today) => new(
        span is { } known && Enum.IsDefined(known) ? known : CalendarSpan.Month,
        DateOnly.TryParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var asked) && asked >= Earliest && asked <= Latest ? asked : today);

    public bool IsOutside(DateOnly day) => Span is CalendarSpan.Month && day.Month != Day.Month;

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
