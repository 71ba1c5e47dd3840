using PartyPortal.Domain.Jobs;

namespace PartyPortal.Domain.Tests;

public sealed class JobTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);

    private readonly Job _job = new("Test", Now);

    [Fact]
    public void A_task_that_is_taken_or_not_due_is_not_taken_again()
    {
        _job.Take(Guid.NewGuid(), Now);

        var broken = Assert.Throws<RuleBrokenException>(() => _job.Take(Guid.NewGuid(), Now.AddMinutes(1)));
        Assert.Equal("This task is not due yet.", broken.Message);
        Assert.Equal("This task is running already.", Assert.Throws<RuleBrokenException>(() => _job.RunNow(Now)).Message);
    }

    [Fact]
    public void A_lease_that_ended_without_a_word_frees_the_task()
    {
        _job.Take(Guid.NewGuid(), Now);
        _job.Take(Guid.NewGuid(), Now + Job.Lease);

        Assert.Equal(JobState.Running, _job.State);
    }

    [Fact]
    public void Failures_wait_longer_each_time_and_an_hour_at_most()
    {
        List<double> pauses = [];
        for (var now = Now; pauses.Count < 9; now = _job.DueAt)
        {
            _job.Take(Guid.NewGuid(), now);
            _job.Fail("TimeoutException", now);
            pauses.Add((_job.DueAt - now).TotalMinutes);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], pauses);
        _job.Take(Guid.NewGuid(), _job.DueAt);
        _job.Finish(Now, TimeSpan.FromHours(1));
        Assert.Equal((0, null, JobState.Waiting), (_job.Attempts, _job.LastError, _job.State));
    }
}
