using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>Messages by the day on which their next step is due, ideas to decide about, and answers to be told.</summary>
internal sealed class FeedbackTodos(TimeProvider clock) : ITodoSource
{
    public string Module => Sentence.Key("Feedback").Words;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db)
    {
        if (!db.Viewer.May(Policies.AnswerFeedback)) return [];

        List<Todo> found = [.. await MessagesAsync(db), .. await IdeasAsync(db)];
        if (db.Viewer.May(Policies.ReviewNotices)) found.Add(await DeedsAsync(db));
        return found;
    }

    public async Task<IEnumerable<LateThing>> FindLateAsync(PortalDb db, DateOnly today)
    {
        var items = await db.FeedbackItems.Where(f => f.MergedIntoId == null && f.State != FeedbackState.Closed && f.AskedOn != default && f.DueOn < today)
            // Its random key: what is written about it later keeps no order of arrival.
            .OrderBy(f => f.Id)
            .Select(f => new { f.Id, f.State, f.HandlingId, f.ConcernedId, f.About, f.DueOn }).ToListAsync();
        return items.Select(f => new LateThing(Step(f.State), $"{f.Id:N}", f.HandlingId, f.DueOn, Policies.RolesOf(Policies.AnswerFeedback)) { AboutBranchId = f.About is null ? null : f.ConcernedId });
    }

    private static Step Step(FeedbackState state) => state switch
    {
        FeedbackState.Received => Domain.Todos.Step.TakingUp,
        FeedbackState.InWork => Domain.Todos.Step.FirstAnswer,
        _ => Domain.Todos.Step.Closing,
    };

    /// <summary>What is answered waits for its sender, until the day on which it is to be closed.</summary>
    private async Task<IEnumerable<Todo>> MessagesAsync(PortalDb db)
    {
        var today = clock.Today();
        var items = await db.FeedbackItems.Where(f => f.MergedIntoId == null
                && (f.State == FeedbackState.Received || f.State == FeedbackState.InWork || (f.State == FeedbackState.Answered && f.DueOn <= today)))
            .OrderBy(f => f.DueOn).ThenBy(f => f.Id).Take(Todo.Most + 1)
            .Select(f => new { f.Id, f.State, f.Kind, Branch = f.Concerned.Name, f.AskedOn, f.DueOn }).ToListAsync();
        return new Todo(Sentence.Key("Feedback to answer"), "/desk/feedback") { Icon = "inbox" }.OrEach(
            [.. items.Select(f => new Todo(Step(f.State, f.Kind, f.Branch), $"/desk/feedback/{f.Id}") { Icon = "inbox", Since = f.AskedOn, Due = f.DueOn })]);
    }

    private static Sentence Step(FeedbackState state, FeedbackKind kind, string branch) => state switch
    {
        FeedbackState.Received => Sentence.Key("Take up a message: {0}, {1}", kind, branch),
        FeedbackState.InWork => Sentence.Key("Answer a message: {0}, {1}", kind, branch),
        _ => Sentence.Key("Close a message: {0}, {1}", kind, branch),
    };

    private static async Task<IEnumerable<Todo>> IdeasAsync(PortalDb db)
    {
        var ideas = await db.Ideas.Where(i => i.Branch.Path.StartsWith(db.Viewer.Path)
                && ((i.Outcome == IdeaOutcome.UnderStudy && i.RemovedBecause == null) || (i.AskedAgainOn != null && i.SecondLook == null)))
            .OrderByDescending(i => i.RemovedBecause != null).ThenBy(i => i.Id).Take(Todo.Most + 1)
            .Select(i => i.RemovedBecause == null ? null : new WaitingLook(i.Id, i.Branch.Path, i.RemovedBy)).ToListAsync();
        var again = await db.ToTakeAsync([.. ideas.OfType<WaitingLook>()], Policies.AnswerFeedback);
        return
        [
            new Todo(Sentence.Key("Ideas to decide about"), "/ideas?outcome=UnderStudy") { Icon = "star", Count = ideas.Count(i => i is null) },
            .. again.Select(id => new Todo(Sentence.Key("Take a second look at an idea that was taken out of the box"), $"/ideas/{id}") { Icon = "star" }),
        ];
    }

    private static async Task<Todo> DeedsAsync(PortalDb db)
    {
        var me = db.Viewer.AccountId;
        return new Todo(Sentence.Key("“You said, we did” to approve"), "/desk/deeds?state=AwaitingApproval")
        {
            Icon = "chat-dots",
            Count = await db.Deeds.Where(d => d.Branch.Path.StartsWith(db.Viewer.Path) && d.State == DeedState.AwaitingApproval && d.EditedBy != me && d.PublishedBy != me).Take(Todo.Most + 1).CountAsync(),
        };
    }
}
