namespace PartyPortal.Domain.Messages;

/// <summary>Something happened to a notice, a collection or a self-study that people are to be told: written in the transaction of its cause, gone when told.</summary>
public sealed class OutboxMessage
{
    private OutboxMessage() { }

    public OutboxMessage(MessageKind kind, int subjectId, string? causedBy) => (Kind, SubjectId, CausedBy) = (kind, subjectId, causedBy);

    public Guid Id { get; private init; } = Guid.NewGuid();
    public MessageKind Kind { get; private init; }

    /// <summary>The notice, the collection, the course that was assigned, withdrawn or narrowed, its assignment of which people are reminded, the answer that was sent back, the appeal, the question that was turned down or looked at again, the self-study, or the person who was taken into a circle.</summary>
    public int SubjectId { get; private init; }

    /// <summary>The account whose deed it was: it is not told of it.</summary>
    public string? CausedBy { get; private init; }
}
