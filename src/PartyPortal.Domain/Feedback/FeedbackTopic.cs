using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Feedback;

/// <summary>A matter that feedback is often about, and the organisation that answers it for everybody; without one the branch itself or the next above does.</summary>
public sealed class FeedbackTopic : IAudited
{
    public const int NameMaxLength = 40;

    public int Id { get; private init; }
    public required string Name { get; set; }
    public string? NameInEnglish { get; set; }
    public int? OfficeId { get; set; }
    public Branch? Office { get; private init; }
}
