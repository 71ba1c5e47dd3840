using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Notices;

/// <summary>One click reminds those who have not confirmed yet, once a day at most.</summary>
[Route("desk/notices/{id:int}/reminders"), Authorize(Policies.ManageNotices)]
public sealed class RemindersController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int id)
    {
        if (await db.FindToChangeAsync<Notice>(id) is not { } notice) return NotFound();

        notice.Remind(clock.Today());
        await db.SaveChangesAsync();
        return this.Done("Those who have not confirmed yet are reminded within a minute.", nameof(NoticeDeskController.Details), "NoticeDesk", new { id });
    }
}
