using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>The sender reads the answer and writes again. The code travels in forms, never in an address.</summary>
[Route("feedback/receipt"), AllowAnonymous, ResponseCache(NoStore = true)]
public sealed class ReceiptController(PortalDb db, CurrentViewer current, CurrentSettings settings) : Controller
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

    private async Task<ViewResult> PageAsync(FeedbackItem item, string code, FeedbackClock clock, bool isSaved = false) =>
        View("Details", new ReceiptPage(item, code, clock, await _drop.PicturesAsync(item)) { IsSaved = isSaved });
}

/// <param name="Item">With its talk, for whoever holds its code.</param>
/// <param name="Pictures">As JPEG.</param>
public sealed record ReceiptPage(FeedbackItem Item, string Code, FeedbackClock Clock, IReadOnlyList<byte[]> Pictures)
{
    public bool IsSaved { get; init; }
}
