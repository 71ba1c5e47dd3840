using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Todos;

namespace PartyPortal.Web.Features.Tasks;

public sealed record TaskRow(int Id, string Title, string Asks, DateOnly SetOn, DateOnly DueOn, ReplyState State, bool IsClosed);

/// <param name="Asked">How many organisations.</param>
/// <param name="Spoken">How many of them have replied or sent it back.</param>
public sealed record SetTaskRow(int Id, string Title, string Branch, DateOnly SetOn, DateOnly DueOn, int Asked, int Spoken, bool IsClosed);

public sealed record ReplyRow(int Id, string Branch, ReplyState State, string? Text, DateOnly? On, string? Word);

/// <summary>A task with what came back, as far as the viewer reaches.</summary>
public sealed record ProgressPage(BranchTask Task, IReadOnlyList<ReplyRow> Replies)
{
    public IEnumerable<ReplyRow> Missing => Replies.Where(r => r.State is ReplyState.Open);

    public IEnumerable<ReplyRow> Spoken => Replies.Where(r => r.State is not ReplyState.Open);
}

/// <summary>What was answered to the same question a short while ago.</summary>
public sealed record EarlierReply(int Id, string Text, DateOnly On);

/// <param name="Reply">With its task.</param>
/// <param name="Earlier">Shown first.</param>
public sealed record ReplyPage(BranchReply Reply, EarlierReply? Earlier);

internal static class OwnTasks
{
    /// <summary>Of the organisation one acts for and those below it; of all for the organisation office.</summary>
    public static IQueryable<BranchTask> SetBy(this IQueryable<BranchTask> tasks, Viewer viewer) => tasks.Where(t => t.Branch.Path.StartsWith(viewer.Path));

    /// <summary>The part of the organisation one acts for.</summary>
    public static Task<BranchReply?> OwnReplyAsync(this PortalDb db, int taskId) => db.BranchReplies.Include(r => r.Task.Branch).Include(r => r.Branch)
        .SingleOrDefaultAsync(r => r.TaskId == taskId && r.BranchId == db.Viewer.Acting!.BranchId);

    public static async Task<ReplyPage> PageAsync(this PortalDb db, BranchReply reply)
    {
        var (task, oldest) = (reply.Task, reply.Task.SetOn.AddDays(-BranchTask.DaysRemembered));
        return new ReplyPage(reply, await db.BranchReplies
            .Where(r => r.BranchId == reply.BranchId && r.Id != reply.Id && r.State == ReplyState.Replied && r.Task.TitleKey == task.TitleKey && r.On >= oldest && r.TaskId < task.Id)
            .OrderByDescending(r => r.On).ThenByDescending(r => r.Id).Select(r => new EarlierReply(r.Id, r.Text!, r.On!.Value)).FirstOrDefaultAsync());
    }
}
