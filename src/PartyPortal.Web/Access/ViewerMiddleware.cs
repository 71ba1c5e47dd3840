using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;

namespace PartyPortal.Web.Access;

/// <summary>Sets who is asking, before any policy or query. A cookie whose session has ended is a stranger's.</summary>
internal sealed class ViewerMiddleware(RequestDelegate next, ViewerStore viewers)
{
    public async Task InvokeAsync(HttpContext http, CurrentViewer current, PortalDb db, BrowserSession session)
    {
        current.Viewer = Viewer.Public;
        if (http.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            // The page that tells of a failure asks nothing of a database that may be what failed.
            http.User = new ClaimsPrincipal(new ClaimsIdentity());
            await next(http);
            return;
        }

        if (session.Id is { } id)
        {
            var leavesTrace = !http.Request.Path.StartsWithSegments("/feedback");
            KnownSession known;
            // Nobody is known yet: the portal itself reads who this is.
            using (current.ActAsSystem()) known = await viewers.FindAsync(id, db, leavesTrace);

            if (known.Viewer is null) http.User = new ClaimsPrincipal(new ClaimsIdentity());
            else current.Viewer = known.Viewer;
            if (known.IsOutdated && leavesTrace) await session.RenewAsync();
        }

        if (current.Viewer.OwesSecondFactor && IsBehindSignIn(http)) http.Response.Redirect(http.Request.PathBase + "/account/second-factor/new");
        else await next(http);
    }

    private static bool IsBehindSignIn(HttpContext http) =>
        http.GetEndpoint()?.Metadata is { } page && page.GetMetadata<IAllowAnonymous>() is null && page.GetMetadata<BeforeSecondFactorAttribute>() is null;
}
