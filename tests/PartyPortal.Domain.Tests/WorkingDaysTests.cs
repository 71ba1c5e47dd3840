using PartyPortal.Domain.WorkCalendar;

namespace PartyPortal.Domain.Tests;

public sealed class WorkingDaysTests
{
    private static readonly DateOnly Sunday = new(2026, 10, 4);

    // As a State Council arrangement reads: a week off, two worked weekend days.
    private static readonly WorkingDays Kept = new(
    [
        new SpecialDays("National Day", new(2026, 10, 1), new(2026, 10, 7), areWorked: false),
        new SpecialDays("National Day", new(2026, 9, 27), new(2026, 9, 27), areWorked: true),
        new SpecialDays("National Day", new(2026, 10, 10), new(2026, 10, 10), areWorked: true),
    ]);

    [Fact]
    public void Five_working_days_across_National_Day_leave_out_the_holidays_and_count_the_worked_Saturday() =>
        Assert.Equal(new DateOnly(2026, 10, 12), Kept.After(new(2026, 9, 30), 4));

    [Fact]
    public void The_day_itself_is_not_counted() => Assert.Equal(new DateOnly(2026, 11, 30), Kept.After(new(2026, 11, 27), 1));

    [Fact]
    public void A_worked_Sunday_is_a_working_day() => Assert.True(Kept.IsWorked(new(2026, 9, 27)) && !Kept.IsWorked(Sunday) && !WorkingDays.OfTheWeek.IsWorked(Sunday));

    [Fact]
    public void A_year_without_entries_is_not_known() => Assert.True(Kept.Knows(2026) && !Kept.Knows(2027));

    [Theory, InlineData(3, 1, false), InlineData(1, 16, false), InlineData(1, 1, true)]
    public void Days_that_are_no_range_too_many_or_worked_anyhow_are_refused(int from, int until, bool areWorked) =>
        Assert.Throws<RuleBrokenException>(() => new SpecialDays("Holiday", new(2026, 10, from), new(2026, 10, until), areWorked));
}
