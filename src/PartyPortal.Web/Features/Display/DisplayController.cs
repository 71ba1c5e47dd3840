using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Display;

/// <summary>Colours and letters, for everybody. The forms carry no token, since they stand on cached pages; all they can do is set the display cookie.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, Route("display")]
public sealed class DisplayController : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View(DisplayForm.For(DisplayChoice.Of(Request)));

    [HttpPost("")]
    public IActionResult Index(DisplayForm form)
    {
        form.Choice().Save(Response);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost("elder")]
    public IActionResult Elder(bool on)
    {
        (DisplayChoice.Of(Request) with { IsElder = on }).Save(Response);
        return LocalRedirect(PageBefore());
    }

    /// <summary>The page the button stood on, when the browser tells it and it is ours.</summary>
    private string PageBefore() =>
        Uri.TryCreate(Request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == Request.Host.Value && Url.IsLocalUrl(page.PathAndQuery)
            ? page.PathAndQuery
            : Url.Content("~/");
}
