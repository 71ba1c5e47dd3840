namespace PartyPortal.Domain.Messages;

/// <summary>Something happened to a notice that people are to be told: written in the transaction of its cause, gone when told.</summary>
public sealed class OutboxMessage
{
    private OutboxMessage() { }

    public OutboxMessage(MessageKind kind, int noticeId, string? causedBy) => (Kind, NoticeId, CausedBy) = (kind, noticeId, causedBy);

    public Guid Id { get; private init; } = Guid.NewGuid();
    public MessageKind Kind { get; private init; }
    public int NoticeId { get; private init; }

    /// <summary>The account whose deed it was: it is not told of it.</summary>
    public string? CausedBy { get; private init; }
}
