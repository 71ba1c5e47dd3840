using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Feedback;

/// <summary>Which organisation answers: by rule, never by choice.</summary>
/// <param name="CanAnswer">Whether somebody in the first organisation holds the office of answering, and holds none in the second.</param>
public sealed record FeedbackRoute(Func<Branch, Branch, bool> CanAnswer)
{
    /// <summary>The sender turned to the level above, as with an objection to a posting.</summary>
    public bool GoesAbove { get; init; }

    /// <summary>Where every office is filled.</summary>
    public static readonly FeedbackRoute Filled = new((_, _) => true);

    /// <summary>Where an office is held. Some are held above a branch: its next organisation up would be the very person.</summary>
    public static Branch SeatOf(Role? about, Branch concerned) =>
        about is Role.GeneralBranchSecretary or Role.Organiser && concerned is { Kind: BranchKind.Branch, Parent: { } above } ? above : concerned;

    /// <summary>
    /// What is signed for the top alone goes there, what is about an office holder above the seat, what has a topic to the topic's office, what is signed to the branch,
    /// the rest above it; and up, until somebody can answer.
    /// </summary>
    /// <param name="signed">Null when it is anonymous.</param>
    public Branch HandlerOf(Branch seat, Role? about, NameReach? signed, Branch? office)
    {
        var isSigned = signed is not null;
        var handler = signed is NameReach.TopOnly ? TopOf(seat)
            : GoesAbove ? seat.Parent ?? seat
            : office is not null && about is null && (isSigned || !IsWithin(office, seat)) ? office
            : isSigned && about is null ? seat
            : seat.Parent ?? seat;
        // The top is answered by the organisation office.
        while (handler.Parent is { } above && !CanAnswer(handler, seat)) handler = above;
        return handler;
    }

    private static Branch TopOf(Branch branch) => branch.Parent is { } above ? TopOf(above) : branch;

    private static bool IsWithin(Branch? branch, Branch seat) => branch is not null && (branch == seat || IsWithin(branch.Parent, seat));
}
