using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared.TagHelpers;

namespace PartyPortal.Web.Features.Tasks;

/// <summary>What an organisation asks of those below it, and who has not replied yet.</summary>
[Route("desk/tasks/set"), Authorize(Policies.SetTasks)]
public sealed class SetTasksController(PortalDb db, TimeProvider clock) : Controller
{
    private const int Size = 30;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? after) => View(await db.BranchTasks.SetBy(db.Viewer).NewestFirstAsync(t => t.SetOn, t => t.Id, after, Size,
        t => new SetTaskRow(t.Id, t.Title, t.Branch.Name, t.SetOn, t.DueOn, t.Replies.Count, t.Replies.Count(r => r.State != ReplyState.Open), t.ClosedOn != null)));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id)
    {
        if (await db.BranchTasks.SetBy(db.Viewer).Include(t => t.Branch).AsNoTracking().SingleOrDefaultAsync(t => t.Id == id) is not { } task) return NotFound();

        return View(new ProgressPage(task, await db.BranchReplies.Where(r => r.TaskId == id).OrderBy(r => r.Branch.Path)
            .Select(r => new ReplyRow(r.Id, r.Branch.Name, r.State, r.Text, r.On, r.Word)).ToListAsync()));
    }

    [HttpGet("new")]
    public IActionResult Create() => View(new TaskForm { BranchId = db.Viewer.Acting?.BranchId });

    [HttpPost("new")]
    public async Task<IActionResult> Create(TaskForm form)
    {
        var task = await db.SaveOnceAsync(form.SentKey, () => TaskAsync(form));
        return this.Done("The task is set. Each organisation finds it on its to-do list.", nameof(Details), new { id = task.Id });
    }

    [HttpPost("{id:int}/close")]
    public async Task<IActionResult> Close(int id)
    {
        if (await db.FindToChangeAsync<BranchTask>(id) is not { } task) return NotFound();

        task.Close(clock.Today());
        await db.SaveChangesAsync();
        return this.Done("The task is closed. Nobody is asked for a reply any more.", nameof(Details), new { id });
    }

    private async Task<BranchTask> TaskAsync(TaskForm form)
    {
        var task = new BranchTask(await db.OwnBranchAsync(form.BranchId), form.Title, form.Text, form.DueOn!.Value, await AskedAsync(form), clock.Today()) { SentKey = form.SentKey };
        if (!form.AskAgain) await PointOutEarlierAsync(task);
        return task;
    }

    private Task<List<Branch>> AskedAsync(TaskForm form) => db.Branches.Where(b => b.Gone == 0 && b.ArchivedOn == null && b.Id != form.BranchId)
        .Where(b => form.Scope == TaskScope.DirectlyBelow ? b.ParentId == form.BranchId : b.Kind == BranchKind.Branch && b.Path.StartsWith(db.Branches.First(top => top.Id == form.BranchId).Path)).ToListAsync();

    private async Task PointOutEarlierAsync(BranchTask task)
    {
        var oldest = task.SetOn.AddDays(-BranchTask.DaysRemembered);
        var earlier = await db.BranchTasks.Where(t => t.BranchId == task.BranchId && t.TitleKey == task.TitleKey && t.SetOn >= oldest).OrderByDescending(t => t.SetOn).Select(t => (DateOnly?)t.SetOn).FirstOrDefaultAsync();
        if (earlier is { } on)
            throw new RuleBrokenException("The same was asked on {0}. Look at its replies first; if they do not do, tick this box and send it again.", DayWords.Day(on)) { Field = nameof(TaskForm.AskAgain) };
    }
}
