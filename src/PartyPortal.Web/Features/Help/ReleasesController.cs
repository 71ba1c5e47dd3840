using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Help;

/// <summary>What is new, for everybody.</summary>
[Route("help/releases"), AllowAnonymous]
public sealed class ReleasesController : Controller
{
    [HttpGet(""), OutputCache(PolicyName = PublicPages.Name)]
    public IActionResult Index() => View(ReleaseNotes.Releases);
}
