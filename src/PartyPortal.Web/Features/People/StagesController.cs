using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Classes;
using PartyPortal.Domain.People;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.People;

/// <summary>Writes down the stage a person has entered, with its day.</summary>
[Route("people/{personId:int}/stage"), Authorize(Policies.ManagePeople)]
public sealed class StagesController(PortalDb db, CurrentSettings settings, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public IActionResult Create(int personId) => View(new StageForm { On = clock.Today() });

    [HttpPost("")]
    public async Task<IActionResult> Create(int personId, StageForm form)
    {
        if (await db.FindWithPeriodsAsync(personId) is not { } person) return NotFound();

        person.EnterStage(form.Stage!.Value, form.On!.Value, (TrainingBeforeAdmission?)ViewData["Training"], form.TrainedElsewhere);
        if (person.Periods[^1].TrainedElsewhere is not null) db.Record("Person.TrainedElsewhere", $"Person {personId}");
        await db.SaveChangesAsync();

        return this.Done("The stage has been written down.", nameof(PeopleController.Details), new { controller = "People", id = personId });
    }

    // What a candidate was trained stands in the form, whether it is new or comes back refused; of others once they are to be admitted.
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var asked = context.ActionArguments;
        if (await db.People.FindAsync(asked["personId"]) is not { } person)
        {
            context.Result = NotFound();
            return;
        }

        var form = asked.Values.OfType<StageForm>().FirstOrDefault();
        var until = form?.On ?? clock.Today();
        if (person.IsToBeAdmitted && (person.Stage is Stage.Candidate || form?.Stage is Stage.ProbationaryMember or Stage.FullMember)) ViewData["Training"] = await db.TrainingAsync(person.AccountId, settings.Now.TrainingTerms(), until);
        await next();
    }
}
