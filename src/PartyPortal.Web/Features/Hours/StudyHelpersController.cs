using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Hours;

public sealed class StudyHelperForm : IForm
{
    [Display(Name = "Full name"), Required, StringLength(Person.NameMaxLength)]
    public string? Name { get; set; }

    [Display(Name = "Student or staff number"), Required, StringLength(Person.NumberMaxLength)]
    public string? Number { get; set; }
}

/// <summary>Whom a member trusts to write down study for them.</summary>
[Route("my/helpers"), Authorize(Policies.SignedIn)]
public sealed class StudyHelpersController(PortalDb db) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => db.Viewer.PersonId is null ? RedirectToAction(nameof(MyHoursController.Index), "MyHours") : View(new StudyHelperForm());

    [HttpPost("")]
    public async Task<IActionResult> Index(StudyHelperForm form)
    {
        if (db.Viewer.PersonId is not { } me) return NotFound();
        if (await db.FindPersonAsync(form.Name!, form.Number!) is not { } helper) throw new RuleBrokenException("No such name and number belong together.") { Field = nameof(form.Number) };
        if (await db.StudyHelpers.AnyAsync(h => h.PersonId == me && h.HelperId == helper)) throw new RuleBrokenException("You have named them already.") { Field = nameof(form.Number) };

        db.Add(new StudyHelper(me, helper));
        await db.SaveChangesAsync();
        return this.Done("They may write down study for you now. It counts when you have agreed.", nameof(Index));
    }

    [HttpPost("{id:int}/remove")]
    public async Task<IActionResult> Delete(int id)
    {
        if (await db.StudyHelpers.SingleOrDefaultAsync(h => h.Id == id && h.PersonId == db.Viewer.PersonId) is not { } helper) return NotFound();

        db.Remove(helper);
        await db.SaveChangesAsync();
        return this.Done("They write down nothing for you any more.", nameof(Index));
    }
}
