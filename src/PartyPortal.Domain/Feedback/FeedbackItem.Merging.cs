namespace PartyPortal.Domain.Feedback;

/// <summary>Messages on the same matter are dealt with as one: what the office does to the first is done to all.</summary>
public sealed partial class FeedbackItem
{
    private const string IntoField = "Into";

    private readonly List<FeedbackItem> _merged = [];

    /// <summary>The message whose answers this one gets too; null where it stands alone.</summary>
    public Guid? MergedIntoId { get; private set; }
    public FeedbackItem? MergedInto { get; private set; }

    /// <summary>Those that are dealt with together with this one.</summary>
    public IReadOnlyList<FeedbackItem> Merged => _merged;

    /// <exception cref="RuleBrokenException">Another office answers one of them, one is closed or merged already, or they are not about the same office holder.</exception>
    public void MergeInto(FeedbackItem first, FeedbackClock clock)
    {
        if (IsClosed || first.IsClosed) throw new RuleBrokenException("One of the messages is closed.") { Field = IntoField };
        if (first == this || HandlingId != first.HandlingId || !IsAboutTheSame(first)) throw new RuleBrokenException("These two cannot be dealt with together.") { Field = IntoField };
        if (MergedIntoId is not null || first.MergedIntoId is not null || _merged.Count > 0) throw new RuleBrokenException("One of the messages is merged with another already.") { Field = IntoField };

        MergedIntoId = first.Id;
        MergedInto = first;
        first._merged.Add(this);
        if (first.State is FeedbackState.InWork && State is FeedbackState.Received) TakeUp(clock);
        if (first.State is FeedbackState.Answered) Answer(first.Messages.Last(m => m.IsAnswer).Text, clock);
    }

    /// <summary>Undoes the merging. What was answered together stays.</summary>
    public void Part()
    {
        RefuseClosed();
        StandAlone();
    }

    // A message about an office holder shares its answers with those about the same holder alone: the others have other readers.
    private bool IsAboutTheSame(FeedbackItem other) => About == other.About && (About is null || ConcernedId == other.ConcernedId);

    private void StandAlone()
    {
        MergedInto?._merged.Remove(this);
        (MergedIntoId, MergedInto) = (null, null);
    }

    private void FollowTo(DateOnly until, string reason, FeedbackClock clock)
    {
        (State, DueOn) = (FeedbackState.InWork, until);
        Add(isFromOffice: true, reason, clock.Today, until);
    }
}
