using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Tasks;

/// <summary>Whoever asked is not content with a reply and asks once more.</summary>
[Route("desk/tasks/replies/{id:int}/again"), Authorize(Policies.SetTasks)]
public sealed class TaskRepliesController(PortalDb db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Create(int id) => await FindAsync(id) is null ? NotFound() : View(new AskAgainForm());

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, AskAgainForm form)
    {
        if (await FindAsync(id) is not { } reply) return NotFound();

        reply.AskAgain(form.Word);
        await db.SaveChangesAsync();
        return this.Done("The organisation is asked again.", nameof(SetTasksController.Details), "SetTasks", new { id = reply.TaskId });
    }

    /// <summary>A reply to a task that one's own organisations have set.</summary>
    private Task<BranchReply?> FindAsync(int id) => db.BranchReplies.Include(r => r.Task).SingleOrDefaultAsync(r => r.Id == id && r.Task.Branch.Path.StartsWith(db.Viewer.Path));
}
