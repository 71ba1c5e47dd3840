using PartyPortal.Domain;
using PartyPortal.Domain.Development;
using PartyPortal.Domain.WorkCalendar;

namespace PartyPortal.Domain.Tests;

public sealed class DevelopmentCalendarTests
{
    private readonly DevelopmentCalendar _calendar = new(DevelopmentRules.Of2026, new WorkingDays([new SpecialDays("国庆节", new(2026, 10, 1), new(2026, 10, 7), areWorked: false), new SpecialDays("国庆节", new(2026, 10, 10), new(2026, 10, 10), areWorked: true)]));

    [Theory]
    [InlineData(DevelopmentStep.Application, "2026-01-31", DevelopmentStep.Talk, "2026-02-28")]
    [InlineData(DevelopmentStep.Activist, "2028-02-29", DevelopmentStep.Candidate, "2029-02-28")]
    [InlineData(DevelopmentStep.PreReview, "2026-05-31", DevelopmentStep.Meeting, "2026-06-30")]
    [InlineData(DevelopmentStep.Meeting, "2026-11-30", DevelopmentStep.Approval, "2027-02-28")]
    [InlineData(DevelopmentStep.Meeting, "2026-06-15", DevelopmentStep.ConversionMeeting, "2027-06-15")]
    [InlineData(DevelopmentStep.ConversionMeeting, "2027-06-15", DevelopmentStep.ConversionApproval, "2027-09-15")]
    public void Months_end_with_the_month(DevelopmentStep from, string day, DevelopmentStep until, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, null), Term(until, (from, day)).Day);

    [Fact]
    public void A_posting_over_a_holiday_counts_five_days_that_are_worked_and_says_which()
    {
        var term = Term(DevelopmentStep.Candidate, (DevelopmentStep.Posting, "2026-09-29"));

        Assert.Equal(new DateOnly(2026, 10, 13), term.Day);
        Assert.Equal(["9-30", "10-8", "10-9", "10-10", "10-12"], term.Counted.Select(d => $"{d.Month}-{d.Day}"));
        Assert.False(term.IsProvisional);
    }

    [Fact]
    public void Without_the_holidays_of_the_year_a_posting_is_provisional() =>
        Assert.True(Term(DevelopmentStep.Candidate, (DevelopmentStep.Posting, "2027-03-01")).IsProvisional);

    [Theory]
    [InlineData("2027-02-28", true), InlineData("2027-03-01", false)]
    public void A_minimum_period_is_kept_on_its_last_day_and_broken_a_day_before(string candidate, bool isBroken) =>
        Assert.Equal(isBroken, Term(DevelopmentStep.Candidate, (DevelopmentStep.Activist, "2026-03-01"), (DevelopmentStep.Candidate, candidate)).IsBroken);

    [Theory]
    [InlineData("2026-04-30", false), InlineData("2026-05-01", true)]
    public void A_deadline_is_kept_on_its_day_and_missed_a_day_later(string meeting, bool isBroken) =>
        Assert.Equal(isBroken, Term(DevelopmentStep.Meeting, (DevelopmentStep.PreReview, "2026-03-30"), (DevelopmentStep.Meeting, meeting)).IsBroken);

    [Fact]
    public void An_impossible_order_is_refused_at_the_later_step()
    {
        var refused = Assert.Throws<RuleBrokenException>(() => Term(DevelopmentStep.Talk, (DevelopmentStep.Application, "2026-05-02"), (DevelopmentStep.Meeting, "2026-05-01")));

        Assert.Equal("Meeting", refused.Field);
    }

    [Theory, InlineData("1920-12-31"), InlineData("2101-01-01"), InlineData("9999-12-31")]
    public void A_year_that_makes_no_sense_is_refused(string day) =>
        Assert.Equal("Activist", Assert.Throws<RuleBrokenException>(() => Term(DevelopmentStep.Review, (DevelopmentStep.Activist, day))).Field);

    private DevelopmentDay Term(DevelopmentStep until, params (DevelopmentStep Step, string Day)[] known) =>
        _calendar.Of(known.ToDictionary(k => k.Step, k => DateOnly.Parse(k.Day, null))).First(day => day.Term.Until == until);
}
