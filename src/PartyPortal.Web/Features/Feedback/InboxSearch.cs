using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using PartyPortal.Data;
using PartyPortal.Domain.Feedback;

namespace PartyPortal.Web.Features.Feedback;

public sealed record InboxRow(Guid Id, FeedbackKind Kind, string Branch, FeedbackState State, string Beginning, DateOnly ReceivedOn, DateOnly DueOn, bool IsLate);

/// <param name="Item">With its talk.</param>
/// <param name="Clock">Of today.</param>
/// <param name="Notes">Which the sender never sees.</param>
/// <param name="Pictures">As JPEG.</param>
public sealed record InboxPage(FeedbackItem Item, FeedbackClock Clock, IReadOnlyList<FeedbackNote> Notes, IReadOnlyList<byte[]> Pictures)
{
    public bool IsLate => Item.IsLate(Clock.Today);
}

/// <summary>What the inbox is asked for: without a state, all that is not closed, the most urgent first. Of one day the order is random, as the keys are.</summary>
public sealed class InboxSearch
{
    public const int PageSize = 30;

    internal const int BeginningLength = 80;

    [Display(Name = "State")]
    public FeedbackState? State { get; set; }

    [Display(Name = "Kind")]
    public FeedbackKind? Kind { get; set; }

    public string? After { get; set; }

    public Slice<InboxRow> Found { get; private set; } = new([], null);

    public async Task<InboxSearch> RunAsync(PortalDb db, DateOnly today)
    {
        var items = State is { } state ? db.FeedbackItems.Where(f => f.State == state) : db.FeedbackItems.Where(f => f.State != FeedbackState.Closed);
        items = items.Where(f => f.MergedIntoId == null);
        if (Kind is { } kind) items = items.Where(f => f.Kind == kind);

        Expression<Func<FeedbackItem, InboxRow>> row = f => new InboxRow(f.Id, f.Kind, f.Concerned.Name, f.State, f.Text.Substring(0, BeginningLength), f.ReceivedOn, f.DueOn,
            f.State != FeedbackState.Closed && f.DueOn < today);
        Found = State is FeedbackState.Closed
            ? await items.NewestFirstAsync(f => f.ReceivedOn, f => f.Id, After, PageSize, row)
            : await items.EarliestFirstAsync(f => f.DueOn, f => f.Id, After, PageSize, row);
        return this;
    }
}
