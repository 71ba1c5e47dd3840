using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Messages;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Messages;

/// <summary>What the portal tells its reader. That something was read is the reader's own word and known to nobody else.</summary>
[Route("messages"), Authorize(Policies.SignedIn)]
public sealed class MessagesController(PortalDb db) : Controller
{
    private const int Size = 20;

    private IQueryable<InSiteMessage> Own => db.Messages.Where(m => m.AccountId == db.Viewer.AccountId);

    [HttpGet("")]
    public async Task<IActionResult> Index(int? after)
    {
        var rows = await Own.AsNoTracking().Where(m => after == null || m.Id < after).OrderByDescending(m => m.Id).Take(Size + 1).ToListAsync();
        return View(new Slice<InSiteMessage>([.. rows.Take(Size)], rows.Count > Size ? $"{rows[Size - 1].Id}" : null));
    }

    [HttpPost("{id:int}/read")]
    public async Task<IActionResult> Read(int id)
    {
        if (await Own.SingleOrDefaultAsync(m => m.Id == id) is not { } message) return NotFound();

        message.Read();
        await db.SaveChangesAsync();
        return this.Done("The message is marked as read.", nameof(Index));
    }

    [HttpPost("read")]
    public async Task<IActionResult> ReadAll()
    {
        foreach (var message in await Own.Where(m => !m.IsRead).ToListAsync()) message.Read();
        await db.SaveChangesAsync();
        return this.Done("All messages are marked as read.", nameof(Index));
    }
}
