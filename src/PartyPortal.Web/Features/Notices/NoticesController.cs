using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Notices;

/// <summary>Notices as they are read. Who may read which, the visibility gate decides.</summary>
[Route("notices")]
public sealed class NoticesController(PortalDb db) : Controller
{
    private IQueryable<Notice> Published => db.Notices.Where(n => n.State == NoticeState.Published);

    [HttpGet(""), AllowAnonymous, OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Index(string? category, string? after)
    {
        var kind = Enum.TryParse<NoticeCategory>(category, out var known) && Enum.IsDefined(known) ? known : (NoticeCategory?)null;
        return View(await NoticeList.LoadAsync(kind is null ? Published : Published.Where(n => n.Category == kind), kind, after));
    }

    [HttpGet("{id:int}"), AllowAnonymous, OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Details(int id)
    {
        var notice = await Published.Include(n => n.Branch).Include(n => n.Attachments).AsNoTracking().SingleOrDefaultAsync(n => n.Id == id);
        if (notice is null) return NotFound();

        var me = db.Viewer.AccountId;
        return View(new NoticePage(notice, await db.NoticeConfirmations.AnyAsync(c => c.NoticeId == id && c.AccountId == me), 0, [])
        {
            Questions = notice.TakesQuestions ? await QuestionsUnder.ForReadersAsync(db, id) : [],
        });
    }

    [HttpPost("{id:int}/confirm"), Authorize(Policies.SignedIn)]
    public async Task<IActionResult> Confirm(int id)
    {
        var notice = await Published.SingleOrDefaultAsync(n => n.Id == id);
        if (notice is null) return NotFound();
        if (!notice.AsksForConfirmation) throw new RuleBrokenException("This notice asks for no confirmation.");

        var me = db.Viewer.AccountId!;
        if (!await db.NoticeConfirmations.AnyAsync(c => c.NoticeId == id && c.AccountId == me)) db.Add(new NoticeConfirmation(id, me));
        foreach (var message in await db.Messages.Where(m => m.AccountId == me && m.NoticeId == id && !m.IsRead).ToListAsync()) message.Read();
        await db.SaveChangesAsync();
        return this.Done("You have confirmed this notice.", nameof(Details), new { id });
    }
}
