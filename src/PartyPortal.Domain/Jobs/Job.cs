using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Jobs;

public enum JobState
{
    [Display(Name = "Waiting")]
    Waiting = 1,

    [Display(Name = "Running")]
    Running,

    [Display(Name = "Failed, tried again later")]
    Failed,
}

/// <summary>
/// One kind of regular work. Whoever takes it holds a lease, so that several instances of the portal run it once; a lease that
/// ends without a word means that its holder died, and the work is taken up again.
/// </summary>
public sealed class Job : IVersioned
{
    public const int KindMaxLength = 60;
    public const int ErrorMaxLength = 200;

    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(1);

    private Job() { }

    public Job(string kind, DateTime dueAt) => (Kind, DueAt) = (kind, dueAt);

    public int Id { get; private init; }
    public string Kind { get; private init; } = "";
    public JobState State { get; private set; } = JobState.Waiting;

    /// <summary>When it is to run next; while it runs, when its lease ends.</summary>
    public DateTime DueAt { get; private set; }

    public Guid? Holder { get; private set; }
    public DateTime? StartedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>Failures since it last went well.</summary>
    public int Attempts { get; private set; }

    /// <summary>The kind of the last failure, never its text: that may name a person. The log has the rest.</summary>
    public string? LastError { get; private set; }

    public Guid Version { get; private set; }

    /// <exception cref="RuleBrokenException">It is not due, or somebody else is at it.</exception>
    public void Take(Guid holder, DateTime now)
    {
        if (DueAt > now) throw new RuleBrokenException("This task is not due yet.");

        (State, Holder, StartedAt, DueAt) = (JobState.Running, holder, now, now + Lease);
    }

    /// <summary>Says that the holder is alive.</summary>
    public void Hold(DateTime now) => DueAt = now + Lease;

    /// <summary>Its holder cannot be alive any more: it may be taken at once.</summary>
    public void Free(DateTime now) => (State, Holder, DueAt) = (JobState.Waiting, null, now);

    public void Finish(DateTime now, TimeSpan every) => End(JobState.Waiting, attempts: 0, error: null, now, now + every);

    /// <summary>Tried again after one, two, four … minutes, an hour at most.</summary>
    public void Fail(string error, DateTime now)
    {
        var pause = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(Attempts, 10)));
        End(JobState.Failed, Attempts + 1, error, now, now + (pause < LongestBackOff ? pause : LongestBackOff));
    }

    /// <exception cref="RuleBrokenException">It is running.</exception>
    public void RunNow(DateTime now)
    {
        if (State is JobState.Running && DueAt > now) throw new RuleBrokenException("This task is running already.");

        DueAt = now;
    }

    private void End(JobState state, int attempts, string? error, DateTime now, DateTime dueAt) =>
        (State, Attempts, LastError, EndedAt, DueAt, Holder) = (state, attempts, error, now, dueAt, null);
}
