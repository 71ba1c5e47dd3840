using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Circles;

/// <summary>What a circle reads from week to week.</summary>
[Route("desk/circles/{id:int}/weeks"), Authorize(Policies.ManageCircles)]
public sealed class CircleWeeksController(PortalDb db) : Controller
{
    // The newest; more than one university has.
    private const int Most = 2000;

    private IQueryable<StudyMaterial> Published => db.StudyMaterials.Where(m => m.State == StudyState.Published);

    [HttpGet("")]
    public IActionResult Create(int id) => View(new CircleWeekForm());

    [HttpPost("")]
    public async Task<IActionResult> Create(int id, CircleWeekForm form)
    {
        if (await db.FindCircleToChangeAsync(id) is not { } circle) return NotFound();

        var material = await Published.SingleOrDefaultAsync(m => m.Id == form.MaterialId) ?? throw new RuleBrokenException("Choose a material from the list.") { Field = nameof(form.MaterialId) };
        circle.Add(material, form.On!.Value, form.Question);
        await db.SaveChangesAsync();
        return this.Done("The week is in the plan.", nameof(CircleDeskController.Details), "CircleDesk", new { id });
    }

    [HttpPost("{week:int}/remove")]
    public async Task<IActionResult> Delete(int id, int week)
    {
        if (await db.FindCircleToChangeAsync(id) is not { } circle || circle.Weeks.FirstOrDefault(w => w.Id == week) is not { } found) return NotFound();
        if (await db.CircleWords.AnyAsync(w => w.WeekId == week)) throw new RuleBrokenException("Something was said in this week already: it stays.");

        db.Remove(found);
        await db.SaveChangesAsync();
        return this.Done("The week is out of the plan.", nameof(CircleDeskController.Details), "CircleDesk", new { id });
    }

    // What may be read stands in the form, whether it is new or comes back refused.
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var id = (int)context.ActionArguments["id"]!;
        if (!await db.ReadingCircles.AnyAsync(c => c.Id == id && c.BranchId == db.Viewer.SpeaksForBranchId))
        {
            context.Result = NotFound();
            return;
        }

        var materials = await Published.OrderByDescending(m => m.PublishedAt).ThenByDescending(m => m.Id).Take(Most).Select(m => new { m.Id, m.Title }).ToListAsync();
        ViewBag.Materials = materials.ConvertAll(m => new SelectListItem(m.Title, $"{m.Id}"));
        await next();
    }
}
