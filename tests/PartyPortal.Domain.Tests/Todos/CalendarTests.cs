using PartyPortal.Domain.Todos;

namespace PartyPortal.Domain.Tests.Todos;

public sealed class CalendarTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory, InlineData(null), InlineData(""), InlineData("2026-02-30"), InlineData("yesterday"), InlineData("0001-01-01"), InlineData("9999-12-31"), InlineData("2026-11-24T00:00")]
    public void A_day_that_is_none_is_today(string? day) => Assert.Equal(Today, CalendarDays.Of((CalendarSpan)7, day, Today).Day);

    [Fact]
    public void A_month_is_shown_in_whole_weeks_from_monday_on()
    {
        var month = CalendarDays.Of(CalendarSpan.Month, "2026-11-24", Today);

        Assert.Equal((new(2026, 10, 26), new DateOnly(2026, 12, 6)), (month.From, month.Until));
        Assert.True(month.IsOutside(month.From));
        Assert.Equal((new(2026, 10, 1), new DateOnly(2026, 12, 1)), (month.Before, month.After));
    }

    [Fact]
    public void A_week_has_seven_days_whichever_of_them_is_asked_for()
    {
        foreach (var day in CalendarDays.Of(CalendarSpan.Week, null, Today).Days)
            Assert.Equal(new DateOnly(2026, 11, 23), new CalendarDays(CalendarSpan.Week, day).From);

        Assert.Equal(7, CalendarDays.Of(CalendarSpan.Week, null, Today).Days.Count());
    }

    [Fact]
    public void Another_address_puts_an_end_to_the_one_before_and_only_its_hash_is_kept()
    {
        var feed = new CalendarFeed("li");
        var (first, second) = (feed.Renew(Today), feed.Renew(Today));

        Assert.NotEqual(first, second);
        Assert.Equal(CalendarFeed.HashOf(second), feed.TokenHash);
        Assert.DoesNotContain(second, feed.TokenHash, StringComparison.OrdinalIgnoreCase);
    }
}
