using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PartyPortal.Data.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>The sender reads the answer and writes again. The code travels in forms, never in an address.</summary>
[Route("feedback/receipt"), AllowAnonymous, ResponseCache(NoStore = true)]
public sealed class ReceiptController(IServiceProvider services, CurrentViewer current) : Controller
{
    private FeedbackDrop Drop => ActivatorUtilities.CreateInstance<FeedbackDrop>(services);

    [HttpGet("")]
    public IActionResult Index() => View(new ReceiptForm());

    [HttpPost(""), EnableRateLimiting(RateLimits.Code)]
    public async Task<IActionResult> Index(ReceiptForm form)
    {
        var item = await Drop.FindAsync(form.Code);
        ViewData["Code"] = form.Code;
        return View("Details", item);
    }

    [HttpPost("reply"), EnableRateLimiting(RateLimits.Code)]
    public async Task<IActionResult> Reply(ReplyForm form)
    {
        var item = await Drop.FindAsync(form.Code);
        if (item.Name is null) await Drop.PointOutAsync(form.Text, form.SendAsItIs);
        form.Apply(item, current.Clock.Today());
        await Drop.SaveAsync();
        ViewData["Code"] = form.Code;
        ViewData["Saved"] = true;
        ModelState.Clear();
        return View("Details", item);
    }
}
