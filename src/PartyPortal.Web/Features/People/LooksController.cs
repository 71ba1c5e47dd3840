using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Sealing;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.People;

/// <summary>Reads a sealed field in plain, once and for a reason that the person concerned will read.</summary>
[Route("people/{personId:int}/look"), Authorize(Policies.UnmaskPeople)]
public sealed class LooksController(PortalDb db, FieldSealer sealer, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Create(int personId) =>
        await db.FindToChangeAsync<Person>(personId) is null ? NotFound() : View(new LookForm());

    [HttpPost("")]
    public async Task<IActionResult> Create(int personId, LookForm form)
    {
        if (await db.FindToChangeAsync<Person>(personId) is not { } person) return NotFound();

        var shown = ShownField.Of(person, form.Field!.Value, sealer);
        db.Add(new PersonLook(person, form.Field.Value, form.Reason, db.Viewer, clock.UtcNow()));
        db.Record("Person.Unmasked", $"Person {person.Id}", $"{form.Field}: {form.Reason}");
        await db.SaveChangesAsync();

        return View("Shown", shown);
    }
}
