using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Tasks;

/// <summary>Tasks to reply to, and tasks of one's own whose replies are there or whose day is past.</summary>
internal sealed class TaskTodos(TimeProvider clock) : ITodoSource
{
    public string Module => Sentence.Key("Tasks for organisations").Words;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db)
    {
        List<Todo> found = [];
        if (db.Viewer.May(Policies.ReplyToTasks)) found.AddRange(await ToReplyAsync(db));
        if (db.Viewer.May(Policies.SetTasks)) found.AddRange(await ToCloseAsync(db));
        return found;
    }

    public async Task<IEnumerable<LateThing>> FindLateAsync(PortalDb db, DateOnly today)
    {
        var replies = await db.BranchReplies.Where(r => r.State == ReplyState.Open && r.Task.ClosedOn == null && r.Task.DueOn < today).Select(r => new { r.Id, r.BranchId, r.Task.Title, r.Task.DueOn }).ToListAsync();
        return replies.Select(r => new LateThing(Step.TaskReply, $"{r.Id}", r.BranchId, r.DueOn, Policies.RolesOf(Policies.ReplyToTasks)) { Title = r.Title });
    }

    private static async Task<IEnumerable<Todo>> ToReplyAsync(PortalDb db)
    {
        var replies = await db.BranchReplies.Where(r => r.BranchId == db.Viewer.Acting!.BranchId && r.State == ReplyState.Open && r.Task.ClosedOn == null)
            .OrderBy(r => r.Task.DueOn).ThenBy(r => r.Id).Take(Todo.Most + 1).Select(r => new { r.TaskId, r.Task.Title, Asks = r.Task.Branch.Name, r.Task.SetOn, r.Task.DueOn }).ToListAsync();
        return new Todo(Sentence.Key("Tasks to reply to"), "/desk/tasks") { Icon = "flag" }.OrEach(
            [.. replies.Select(r => new Todo(Sentence.Key("Reply: {0} (asked by {1})", r.Title, r.Asks), $"/desk/tasks/{r.TaskId}") { Icon = "flag", Since = r.SetOn, Due = r.DueOn })]);
    }

    private async Task<IEnumerable<Todo>> ToCloseAsync(PortalDb db)
    {
        var today = clock.Today();
        var tasks = await db.BranchTasks.SetBy(db.Viewer).Where(t => t.ClosedOn == null && (t.DueOn < today || t.Replies.All(r => r.State != ReplyState.Open)))
            .OrderBy(t => t.DueOn).ThenBy(t => t.Id).Take(Todo.Most + 1).Select(t => new { t.Id, t.Title, t.SetOn, t.DueOn }).ToListAsync();
        return new Todo(Sentence.Key("Tasks of yours to look at and close"), "/desk/tasks/set") { Icon = "flag" }.OrEach(
            [.. tasks.Select(t => new Todo(Sentence.Key("Look at the replies, then close: {0}", t.Title), $"/desk/tasks/set/{t.Id}") { Icon = "flag", Since = t.SetOn, Due = t.DueOn })]);
    }
}
