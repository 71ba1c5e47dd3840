using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Errors;

/// <summary>What a person sees when something is refused or fails: what happened, what to do, and the request's id.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorsController(OpenPages pages, CurrentSettings settings, CurrentNetworks networks) : Controller
{
    private static readonly int[] Known = [400, 403, 404, 409, 413, 422, 429, 500, 503, 507];

    // Only the address decides: the form that failed may have a field of that name.
    [Route("error/{code:int?}")]
    public IActionResult Show([FromRoute] int code = 500)
    {
        if (code is < 400 or > 599) code = StatusCodes.Status404NotFound;
        Response.StatusCode = code;
        if (NetworkZones.HasRefused(HttpContext)) return View("Outside", new OutsidePage([.. networks.Now.Names], settings.Now.HowToGetIn, HttpContext.TraceIdentifier));

        return View("Error", new ErrorPage(Known.Contains(code) ? code : code < 500 ? 400 : 500, HttpContext.TraceIdentifier, pages.KindOf(AskedFor)));
    }

    private string? AskedFor => HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
}

/// <param name="RequestId">By which the log is searched.</param>
/// <param name="Page">The kind of page that was asked for; null where there is none.</param>
public sealed record ErrorPage(int Code, string RequestId, string? Page);

/// <param name="Networks">What they are called.</param>
/// <param name="HowTo">In the organisation's own words.</param>
public sealed record OutsidePage(IReadOnlyList<string> Networks, string? HowTo, string RequestId);
