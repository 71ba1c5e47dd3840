using PartyPortal.Domain.Todos;
using PartyPortal.Domain.WorkCalendar;

namespace PartyPortal.Domain.Tests.Todos;

public sealed class StepTimeTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public void The_median_counts_working_days_alone_and_the_slowest_comes_first()
    {
        var times = Of([.. Cases(Step.TaskReply, 0, 1, 2, 3, 7), .. Cases(Step.Closing, 7, 7, 7, 7, 7, 8)]);

        Assert.Equal([(Step.Closing, 5m), (Step.TaskReply, 2m)], times.Select(t => (t.Step, t.Median!.Value)));
    }

    [Fact]
    public void Between_two_in_the_middle_lies_their_mean() => Assert.Equal(1.5m, Of(Cases(Step.Closing, 0, 1, 1, 2, 2, 3)).Single().Median);

    [Fact]
    public void Of_fewer_than_five_nothing_is_said() => Assert.Null(Of(Cases(Step.NoticeReview, 1, 1, 1, 1)).Single().Median);

    [Theory, InlineData(0, 0), InlineData(4, 4), InlineData(5, 4), InlineData(7, 5), InlineData(-3, 0)]
    public void Working_days_between_leave_out_the_weekend(int days, int worked) => Assert.Equal(worked, WorkingDays.OfTheWeek.Between(Monday, Monday.AddDays(days)));

    private static IReadOnlyList<StepTime> Of(IEnumerable<StepCase> cases) => StepTime.Of(cases, WorkingDays.OfTheWeek);

    private static IEnumerable<StepCase> Cases(Step step, params int[] days) => days.Select(d => new StepCase(step, "Physics", Monday, Monday.AddDays(d)));
}
