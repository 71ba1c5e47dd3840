using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Features.Help;

/// <summary>Why a page answers as it does: by role and scope alone, the same whether or not what was asked for exists.</summary>
[Route("help/why"), AllowAnonymous]
public sealed class WhyController(PortalDb db, OpenPages pages) : Controller
{
    [HttpGet("")]
    public IActionResult Index(string? from)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        return View(new WhyPage(pages.KindOf(from), pages.RuleOf(from), db.Viewer));
    }
}

/// <param name="Kind">As /people/{id}; null where no page is.</param>
/// <param name="Rule">Whom the page is for; null where no page is.</param>
public sealed record WhyPage(string? Kind, PageRule? Rule, Viewer Viewer)
{
    public bool HoldsNoRole => Rule is { Roles.Count: > 0 } rule && !Viewer.Roles.Any(held => rule.Roles.Contains(held.Role));

    /// <summary>The offices of the reader by which the page opens.</summary>
    public IEnumerable<ActingRole> Fitting => Rule is { } rule ? Viewer.Roles.Where(held => rule.Roles.Contains(held.Role)) : [];

    public bool IsOpen => Rule is { } rule && (rule.Roles.Count == 0 ? rule.IsForEverybody || Viewer.IsSignedIn : Viewer.Acting is { } acting && rule.Roles.Contains(acting.Role));
}
