using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.People;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Circles;

/// <summary>Who reads along in a circle.</summary>
[Route("desk/circles/{id:int}/people"), Authorize(Policies.ManageCircles)]
public sealed class CirclePeopleController(PortalDb db, JobBell bell) : Controller
{
    // No more than a form may send.
    private const int Most = 1000;

    private IQueryable<Person> Own => db.People.Where(p => p.Stage != Stage.Former && p.Branch.Path.StartsWith(db.Viewer.Path));

    [HttpGet("")]
    public IActionResult Create(int id) => View(new CirclePeopleForm());

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, CirclePeopleForm form)
    {
        if (await db.FindCircleToChangeAsync(id) is not { } circle) return NotFound();

        circle.Admit(await Own.Include(p => p.Branch).Where(p => form.People.Contains(p.Id)).OrderBy(p => p.NameKey).ToListAsync());
        await db.SaveChangesAsync();
        bell.Ring();
        return this.Done("They read along. Whoever has an account is told within a minute.", nameof(CircleDeskController.Details), "CircleDesk", new { id });
    }

    [HttpPost("{person:int}/remove")]
    public async Task<IActionResult> Delete(int id, int person)
    {
        if (await db.FindCircleToChangeAsync(id) is not { } circle || circle.Members.FirstOrDefault(m => m.PersonId == person) is not { } member) return NotFound();

        db.Remove(member);
        await db.SaveChangesAsync();
        return this.Done("This person does not read along any more. What they said stays until they take it back.", nameof(CircleDeskController.Details), "CircleDesk", new { id });
    }

    // Whom to choose from stands in the form, whether it is new or comes back refused.
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var id = (int)context.ActionArguments["id"]!;
        if (!await db.ReadingCircles.AnyAsync(c => c.Id == id && c.BranchId == db.Viewer.SpeaksForBranchId))
        {
            context.Result = NotFound();
            return;
        }

        var people = await Own.Where(p => !db.CircleMembers.Any(m => m.CircleId == id && m.PersonId == p.Id)).OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(Most).Select(p => new { p.Id, p.Name, p.Number }).ToListAsync();
        ViewBag.People = people.ConvertAll(p => new SelectListItem(p.Number is null ? p.Name : $"{p.Name} · {p.Number}", $"{p.Id}"));
        await next();
    }
}
