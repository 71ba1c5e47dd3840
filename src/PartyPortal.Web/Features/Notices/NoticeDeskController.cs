using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Notices;

/// <summary>Notices as they are written, published, approved and withdrawn.</summary>
[Route("desk/notices"), Authorize(Policies.ManageNotices)]
public sealed class NoticeDeskController(PortalDb db, Arrivals arrivals, CurrentSettings settings, TimeProvider clock) : Controller
{
    private IQueryable<Notice> Own => db.Notices.Where(n => n.Branch.Path.StartsWith(db.Viewer.Path));

    [HttpGet("")]
    public async Task<IActionResult> Index(NoticeState? state, string? after)
    {
        ViewData["State"] = state;
        return View(await NoticeSearch.ListAsync(state is null ? Own : Own.Where(n => n.State == state), after));
    }

    [HttpGet("approvals"), Authorize(Policies.ReviewNotices)]
    public async Task<IActionResult> Approvals(string? after) =>
        View(await NoticeSearch.ListAsync(Own.Where(n => n.State == NoticeState.AwaitingApproval), after));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id)
    {
        var notice = await Own.Include(n => n.Branch).Include(n => n.Attachments).Include(n => n.Steps).AsNoTracking().SingleOrDefaultAsync(n => n.Id == id);
        return notice is null ? NotFound() : View(await NoticeSearch.PageAsync(db, notice));
    }

    [HttpGet("new"), EditorPage]
    public IActionResult Create() => View(new NoticeForm { BranchId = db.Viewer.Acting?.BranchId });

    [HttpPost("new"), EditorPage, TakesFiles]
    public async Task<IActionResult> Create(NoticeForm form)
    {
        var notice = new Notice(await db.OwnBranchAsync(form.BranchId), form.Content(settings.Now.NoticeMonths), db.Viewer, clock.UtcNow());
        notice.ChangeAttachments([], await arrivals.TakeAsync(form.Attachments.Added, "Attachments.Added", FileUse.Attachment, AttachedFile.Most));
        db.Add(notice);
        await db.SaveChangesAsync();
        return Saved(form, notice.Id);
    }

    /// <param name="from">The number of an earlier version whose text fills the form; nothing changes until it is saved.</param>
    [HttpGet("{id:int}/edit"), EditorPage]
    public async Task<IActionResult> Edit(int id, int? from)
    {
        var notice = await Own.Include(n => n.Attachments).AsNoTracking().SingleOrDefaultAsync(n => n.Id == id);
        if (notice is null) return NotFound();

        var form = NoticeForm.For(notice);
        if (from is null) return View(form);
        if (await db.NoticeVersions.SingleOrDefaultAsync(v => v.NoticeId == id && v.Number == from) is not { } earlier) return NotFound();

        ViewData["From"] = from;
        form.TakeTextOf(earlier);
        return View(form);
    }

    [HttpPost("{id:int}/edit"), EditorPage, TakesFiles]
    public async Task<IActionResult> Edit(int id, NoticeForm form)
    {
        if (await db.FindToChangeAsync<Notice>(id) is not { } notice) return NotFound();

        db.Expect(notice, form.Version);
        await db.Entry(notice).Collection(n => n.Attachments).LoadAsync();
        notice.Revise(form.Content(settings.Now.NoticeMonths), db.Viewer, clock.UtcNow());
        var dropped = notice.ChangeAttachments(form.Attachments.Kept, await arrivals.TakeAsync(form.Attachments.Added, "Attachments.Added", FileUse.Attachment, AttachedFile.Most));
        await arrivals.SaveWithoutAsync(dropped);
        return Saved(form, id);
    }

    [HttpPost("{id:int}/publish")]
    public async Task<IActionResult> Publish(int id)
    {
        if (await db.FindToChangeAsync<Notice>(id) is not { } notice) return NotFound();

        notice.Publish(db.Viewer, clock.UtcNow());
        await db.SaveChangesAsync();
        return notice.State is NoticeState.AwaitingApproval
            ? this.Done("A second person must now approve the notice.", nameof(Details), new { id })
            : this.Done("The notice is published, or will be at its time.", nameof(Details), new { id });
    }

    [HttpGet("{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(int id) => await Own.AnyAsync(n => n.Id == id) ? View(new WithdrawForm()) : NotFound();

    [HttpPost("{id:int}/withdraw")]
    public async Task<IActionResult> Withdraw(int id, WithdrawForm form)
    {
        if (await db.FindToChangeAsync<Notice>(id) is not { } notice) return NotFound();

        notice.Withdraw(form.Reason);
        await db.SaveChangesAsync();
        return this.Done("The notice is withdrawn.", nameof(Details), new { id });
    }

    private IActionResult Saved(NoticeForm form, int id) => RichText.HoldsActive(form.Body)
        ? this.Done("It is saved. What could run by itself was taken out of the text: look at it once more.", nameof(Details), new { id })
        : this.Done("The notice is saved.", nameof(Details), new { id });
}
