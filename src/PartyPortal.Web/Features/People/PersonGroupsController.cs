using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.People;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.People;

/// <summary>Puts a person into a group of their branch, or takes them out of it.</summary>
[Route("people/{personId:int}/group"), Authorize(Policies.ManagePeople)]
public sealed class PersonGroupsController(PortalDb db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(int personId) =>
        await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == personId) is { } person ? View(new PersonGroupForm { GroupId = person.GroupId, Version = person.Version }) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Edit(int personId, PersonGroupForm form)
    {
        if (await db.FindToChangeAsync<Person>(personId) is not { } person) return NotFound();

        db.Expect(person, form.Version);
        await form.ApplyToAsync(person, db);
        await db.SaveChangesAsync();

        return this.Done("The record has been saved.", nameof(PeopleController.Details), new { controller = "People", id = personId });
    }
}
