using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using PartyPortal.Data;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Home;

[AllowAnonymous]
public sealed class HomeController(PortalDb db) : Controller
{
    [HttpGet("/"), OutputCache(PolicyName = PublicPages.Name)]
    public async Task<IActionResult> Index() => View(await HomePage.LoadAsync(db));
}
