using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Tasks;

/// <summary>What organisations above ask of the one that somebody acts for: replied to, or sent back with a reason.</summary>
[Route("desk/tasks"), Authorize(Policies.ReplyToTasks)]
public sealed class TasksController(PortalDb db, TimeProvider clock) : Controller
{
    private const int Size = 30;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? after) => View(await db.BranchReplies.Where(r => r.BranchId == db.Viewer.Acting!.BranchId).NewestFirstAsync(
        r => r.Task.DueOn, r => r.Id, after, Size, r => new TaskRow(r.TaskId, r.Task.Title, r.Task.Branch.Name, r.Task.SetOn, r.Task.DueOn, r.State, r.Task.ClosedOn != null)));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Reply(int id, bool asBefore)
    {
        if (await db.OwnReplyAsync(id) is not { } reply) return NotFound();

        var earlier = asBefore ? (await db.PageAsync(reply)).Earlier?.Text : null;
        return View(new ReplyForm { Text = earlier ?? (reply.State is ReplyState.SentBack ? null : reply.Text) });
    }

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Reply(int id, ReplyForm form)
    {
        if (await db.OwnReplyAsync(id) is not { } reply) return NotFound();

        reply.Reply(form.Text, clock.Today());
        await db.SaveChangesAsync();
        return this.Done("The reply is given. It can be changed until the task is closed.", nameof(Index));
    }

    [HttpGet("{id:int}/return")]
    public async Task<IActionResult> SendBack(int id) => await db.OwnReplyAsync(id) is null ? NotFound() : View(new SendBackTaskForm());

    [HttpPost("{id:int}/return")]
    public async Task<IActionResult> SendBack(int id, SendBackTaskForm form)
    {
        if (await db.OwnReplyAsync(id) is not { } reply) return NotFound();

        reply.SendBack(form.Text, clock.Today());
        await db.SaveChangesAsync();
        return this.Done("It is sent back; whoever asked reads why.", nameof(Index));
    }
}
