using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Classes;
using PartyPortal.Domain;
using PartyPortal.Domain.Classes;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Classes;

/// <summary>One button to sign up, one to withdraw.</summary>
[Route("classes/{id:int}"), Authorize(Policies.SignedIn)]
public sealed class ClassSignUpsController(PortalDb db, TimeProvider clock) : Controller
{
    private const string Page = nameof(ClassesController.Details);

    // More than can sign up in the time that a browser waits.
    private const int MostTries = 100;

    [HttpPost("sign-up")]
    public async Task<IActionResult> Create(int id)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var seats = await db.SeatFiguresAsync(id);
            if (seats.Own is not null) return RedirectToAction(Page, "Classes", new { id });
            if (await db.TrainingClasses.Include(c => c.Sessions).SingleOrDefaultAsync(c => c.Id == id) is not { } found) return NotFound();

            db.Add(found.SignUp(db.Viewer, seats.SignedUp, seats.Last, PortalClock.InShanghai(clock.UtcNow())));
            if (await SavedAsync()) return Said(found, seats.SignedUp);
        }

        throw new TooBusyException();
    }

    [HttpGet("withdraw")]
    public async Task<IActionResult> Delete(int id) => await db.ClassSignUps.Where(s => s.ClassId == id && s.AccountId == db.Viewer.AccountId).Select(s => s.Class.Title).SingleOrDefaultAsync() is { } title
        ? View("Confirm", new Confirm(Sentence.Key("Withdraw from this class?"), title, Sentence.Key("Your place goes to whoever waits. If you sign up again, you stand at the end of the list."), Sentence.Key("Withdraw from the class"), Url.Action(Page, "Classes", new { id })))
        : NotFound();

    [HttpPost("withdraw"), ActionName(nameof(Delete))]
    public async Task<IActionResult> DeleteNow(int id)
    {
        var me = db.Viewer.AccountId;
        if (await db.ClassSignUps.Include(s => s.Class.Sessions).SingleOrDefaultAsync(s => s.ClassId == id && s.AccountId == me) is not { } own) return NotFound();

        own.Class.RequireMayWithdraw(PortalClock.InShanghai(clock.UtcNow()));
        db.Remove(own);
        await db.SaveChangesAsync();
        return this.Done("You have withdrawn. Your place is free for somebody else.", nameof(ClassesController.Index), "Classes");
    }

    /// <returns>False where somebody else took the number in this moment.</returns>
    private async Task<bool> SavedAsync()
    {
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException failure) when (db.IsDuplicate(failure))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private IActionResult Said(TrainingClass of, int before) => of.WaitingPlace(before) is null
        ? this.Done("You have signed up.", Page, "Classes", new { id = of.Id })
        : this.Done("You are on the waiting list. You are told when a seat is yours.", Page, "Classes", new { id = of.Id });
}
