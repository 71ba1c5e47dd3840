using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Feedback;

/// <summary>A picture sent with a message, drawn anew: without name, place and device. It lies in the database, since a file's own times would tell the hour.</summary>
public sealed class FeedbackPicture : IOpenToPublic
{
    public const int Most = 5;

    private FeedbackPicture() { }

    /// <param name="jpeg">As the portal drew it.</param>
    public FeedbackPicture(FeedbackItem item, byte[] jpeg) => (Item, ItemId, Jpeg) = (item, item.Id, jpeg);

    public Guid Id { get; private init; } = Guid.NewGuid();
    public Guid ItemId { get; private init; }
    public FeedbackItem Item { get; private init; } = null!;
    public byte[] Jpeg { get; private init; } = [];
}
