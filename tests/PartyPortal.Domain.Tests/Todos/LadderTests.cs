using PartyPortal.Domain.Access;
using PartyPortal.Domain.Settings;
using PartyPortal.Domain.Todos;
using PartyPortal.Domain.WorkCalendar;

namespace PartyPortal.Domain.Tests.Todos;

/// <summary>What is late climbs one rung at a time, in working days.</summary>
public sealed class LadderTests
{
    // A Friday.
    private static readonly DateOnly Due = new(2026, 11, 20);

    private static readonly LateThing Task = new(Step.TaskReply, "7", 1, Due, [Role.Secretary]);

    [Fact]
    public void Each_rung_waits_for_its_working_days()
    {
        var climbed = Climb(new Ladder(WorkingDays.OfTheWeek, [1, 3, 5]), Due, 14);

        Assert.Equal([(Rung.Own, new DateOnly(2026, 11, 23)), (Rung.Beside, new DateOnly(2026, 11, 25)), (Rung.Above, new DateOnly(2026, 11, 27))], climbed);
    }

    [Fact]
    public void A_holiday_is_not_counted()
    {
        var days = new WorkingDays([new SpecialDays("Holiday", new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 25), areWorked: false)]);

        Assert.Equal((Rung.Own, new DateOnly(2026, 11, 26)), Climb(new Ladder(days, [1, 3, 5]), Due, 14)[0]);
    }

    [Fact]
    public void What_was_late_for_long_before_begins_below_and_keeps_the_pauses()
    {
        var climbed = Climb(new Ladder(WorkingDays.OfTheWeek, [1, 3, 5]), Due.AddDays(90), 14);

        // The ninetieth day is a Thursday.
        Assert.Equal([(Rung.Own, new DateOnly(2027, 2, 18)), (Rung.Beside, new DateOnly(2027, 2, 22)), (Rung.Above, new DateOnly(2027, 2, 24))], climbed);
    }

    [Fact]
    public void Rungs_out_of_order_fit_nowhere()
    {
        Assert.Equal("Values.LateBesideDays", Assert.Throws<RuleBrokenException>(() => new PortalSettings { LateFirstDays = 3 }.RequireFitting()).Field);
        Assert.Equal("Values.LateAboveDays", Assert.Throws<RuleBrokenException>(() => new PortalSettings { LateAboveDays = 3 }.RequireFitting()).Field);
    }

    private static List<(Rung, DateOnly)> Climb(Ladder ladder, DateOnly begin, int days)
    {
        Dictionary<Rung, DateOnly> climbed = [];
        for (var day = begin; day <= begin.AddDays(days); day = day.AddDays(1))
            if (ladder.NextOf(Task, climbed, day) is { } rung) climbed.Add(rung, day);
        return [.. climbed.Select(c => (c.Key, c.Value))];
    }
}
