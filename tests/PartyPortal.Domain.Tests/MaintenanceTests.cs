using PartyPortal.Domain.Maintaining;

namespace PartyPortal.Domain.Tests;

public sealed class MaintenanceTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public void It_is_announced_begins_and_ends_as_time_goes()
    {
        var work = Planned();

        Assert.Equal(
            [MaintenanceState.Planned, MaintenanceState.Announced, MaintenanceState.UnderWay, MaintenanceState.Over],
            new[] { Now, Now.AddDays(2), Now.AddDays(3), Now.AddDays(3).AddHours(2) }.Select(at =>
            {
                work.KeepTime(at, Day);
                return work.State;
            }));
    }

    [Fact]
    public void The_end_stands_after_the_start_and_before_nothing_that_is_over()
    {
        Assert.Equal(("The end is not after the start.", "Until"), Refused(() => Planned().Plan(Now.AddHours(2), Now.AddHours(2), "Search", null, Now)));
        Assert.Equal(("This time is over already.", "Until"), Refused(() => Planned().Plan(Now.AddHours(-2), Now, "Search", null, Now)));
    }

    [Fact]
    public void What_has_begun_is_neither_shifted_nor_called_off_but_ended()
    {
        var work = Planned();
        Assert.Equal("Only what is under way is ended.", Refused(() => work.End(Now)).Sentence);
        work.KeepTime(Now.AddDays(3), Day);

        Assert.Equal("What has begun is not planned any more. End it, or plan another one.", Refused(() => work.Plan(Now, Now.AddDays(1), "Search", null, Now)).Sentence);
        Assert.Equal("Only what has not begun is called off.", Refused(work.CallOff).Sentence);
        work.End(Now.AddDays(3).AddMinutes(10));
        Assert.Equal((MaintenanceState.Over, Now.AddDays(3).AddMinutes(10)), (work.State, work.Until));
    }

    [Fact]
    public void What_is_called_off_stays_so()
    {
        var work = Planned();
        work.CallOff();

        work.KeepTime(Now.AddDays(3), Day);

        Assert.Equal(MaintenanceState.CalledOff, work.State);
    }

    private static MaintenanceWindow Planned() => new(Now.AddDays(3), Now.AddDays(3).AddHours(2), "Search", null, Now);

    private static (string Sentence, string? Field) Refused(Action act)
    {
        var broken = Assert.Throws<RuleBrokenException>(act);
        return (broken.Message, broken.Field);
    }
}
