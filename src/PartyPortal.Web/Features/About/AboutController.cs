using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.About;

/// <summary>What the portal says about itself to everybody.</summary>
[AllowAnonymous, OutputCache(PolicyName = PublicPages.Name)]
public sealed class AboutController : Controller
{
    [HttpGet("accessibility")]
    public IActionResult Accessibility() => View();

    [HttpGet("privacy")]
    public IActionResult Privacy() => View();

    [HttpGet("about-this-site")]
    public IActionResult Promise() => View();

    [HttpGet("sitemap")]
    public IActionResult SiteMap() => View();
}
