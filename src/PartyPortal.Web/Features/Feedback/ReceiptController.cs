using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Sealing;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>The sender reads the answer and writes again. The code travels in forms, never in an address.</summary>
[Route("feedback/receipt"), AllowAnonymous, ResponseCache(NoStore = true)]
public sealed class ReceiptController(PortalDb db, CurrentViewer current, CurrentSettings settings, FieldSealer sealer) : Controller
{
    private readonly FeedbackDrop _drop = new(db, current, settings);

    [HttpGet("")]
    public IActionResult Index() => View(new ReceiptForm());

    [HttpPost(""), EnableRateLimiting(RateLimits.Code)]
    public async Task<IActionResult> Index(ReceiptForm form) => await PageAsync(await _drop.FindAsync(form.Code), form.Code, await _drop.ClockAsync());

    [HttpPost("reply"), EnableRateLimiting(RateLimits.Code)]
    public async Task<IActionResult> Reply(ReplyForm form)
    {
        var (item, clock) = (await _drop.FindAsync(form.Code), await _drop.ClockAsync());
        if (item.Name is null) await _drop.PointOutAsync(form.Text, form.SendAsItIs);
        form.Apply(item, clock);
        await _drop.SaveAsync();
        ModelState.Clear();
        return await PageAsync(item, form.Code, clock, isSaved: true);
    }

    [HttpPost("reopen"), EnableRateLimiting(RateLimits.Code)]
    public async Task<IActionResult> Reopen(ReopenForm form)
    {
        var (item, clock) = (await _drop.FindAsync(form.Code), await _drop.ClockAsync());
        if (item.Name is null) await _drop.PointOutAsync(form.Text, form.SendAsItIs);
        item.Reopen(form.Text, clock);
        await _drop.SaveAsync();
        ModelState.Clear();
        return await PageAsync(item, form.Code, clock, isSaved: true);
    }

    /// <summary>Of an idea that was made of the message and taken out of the box.</summary>
    [HttpPost("second-look"), EnableRateLimiting(RateLimits.Code)]
    public async Task<IActionResult> SecondLook(IdeaAgainForm form)
    {
        var (item, clock) = (await _drop.FindAsync(form.Code), await _drop.ClockAsync());
        if ((await IdeasAsync(item)).Find(i => i.Id == form.IdeaId) is not { } idea) return NotFound();

        idea.AskAgain(clock.Today);
        await _drop.SaveAsync();
        ModelState.Clear();
        return await PageAsync(item, form.Code, clock, isSaved: true);
    }

    /// <summary>Ideas of a message that was found under its code, in the box or out of it.</summary>
    private async Task<List<Idea>> IdeasAsync(FeedbackItem item)
    {
        var mark = sealer.IndexOf(Idea.MarkedText(item.Id));
        // As the message itself: a stranger sees none, whoever holds its code does.
        using (current.ActAsSystem()) return await db.Ideas.Where(i => i.Mark == mark).OrderBy(i => i.Id).ToListAsync();
    }

    private async Task<ViewResult> PageAsync(FeedbackItem item, string code, FeedbackClock clock, bool isSaved = false) =>
        View("Details", new ReceiptPage(item, code, clock, await _drop.PicturesAsync(item)) { IsSaved = isSaved, Ideas = await IdeasAsync(item) });
}

/// <param name="Item">With its talk, for whoever holds its code.</param>
/// <param name="Pictures">As JPEG.</param>
public sealed record ReceiptPage(FeedbackItem Item, string Code, FeedbackClock Clock, IReadOnlyList<byte[]> Pictures)
{
    public bool IsSaved { get; init; }

    /// <summary>Those that the office has put into the idea box.</summary>
    public IReadOnlyList<Idea> Ideas { get; init; } = [];
}
