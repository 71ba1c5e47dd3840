using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Home;

[AllowAnonymous]
public sealed class HomeController : Controller
{
    [HttpGet("/"), OutputCache(PolicyName = PublicPages.Name)]
    public IActionResult Index() => View();
}
