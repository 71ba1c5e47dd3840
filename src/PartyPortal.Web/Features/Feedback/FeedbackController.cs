using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>Anybody writes to the organisation. The answer is the receipt itself: no redirect, no cookie, nothing to follow.</summary>
[Route("feedback"), AllowAnonymous, ResponseCache(NoStore = true)]
public sealed class FeedbackController(PortalDb db, CurrentViewer current, CurrentSettings settings) : Controller
{
    [HttpGet("")]
    public IActionResult Create([FromQuery] int? branchId, [FromQuery] bool above) => settings.Now.IsFeedbackOpen() ? View(new FeedbackForm { BranchId = branchId, GoesAbove = above }) : View("Shut");

    [HttpPost(""), EnableRateLimiting(RateLimits.Feedback), RequestSizeLimit(SentPictures.MostBytes), RequestFormLimits(MemoryBufferThreshold = SentPictures.MostBytes, MultipartBodyLengthLimit = SentPictures.MostBytes)]
    public async Task<IActionResult> Create(FeedbackForm form) =>
        settings.Now.IsFeedbackOpen() ? View("Sent", await new FeedbackDrop(db, current, settings).TakeAsync(form)) : View("Shut");

    [HttpGet("protection")]
    public IActionResult Protection() => View(settings.Now);
}
