using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace PartyPortal.Web.Features.Errors;

/// <summary>What a person sees when something is refused or fails: what happened, what to do, and the request's id.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorsController : Controller
{
    private static readonly int[] Known = [400, 403, 404, 409, 413, 422, 429, 500, 503, 507];

    // Only the address decides: the form that failed may have a field of that name.
    [Route("error/{code:int?}")]
    public IActionResult Show([FromRoute] int code = 500)
    {
        if (code is < 400 or > 599) code = StatusCodes.Status404NotFound;
        Response.StatusCode = code;
        return View("Error", new ErrorPage(Known.Contains(code) ? code : code < 500 ? 400 : 500, HttpContext.TraceIdentifier));
    }
}

public sealed record ErrorPage(int Code, string RequestId);
