using System.Security.Claims;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;

namespace PartyPortal.Web.Access;

/// <summary>Sets who is asking, before any policy or query. A cookie whose session has ended is a stranger's.</summary>
internal sealed class ViewerMiddleware(RequestDelegate next, ViewerStore viewers)
{
    public const string SessionClaim = "sid";

    public async Task InvokeAsync(HttpContext http, CurrentViewer current, PortalDb db)
    {
        current.Viewer = Viewer.Public;
        if (Guid.TryParse(http.User.FindFirstValue(SessionClaim), out var session))
        {
            Viewer? viewer;
            // Nobody is known yet: the portal itself reads who this is.
            using (current.ActAsSystem()) viewer = await viewers.FindAsync(session, db);

            if (viewer is null) http.User = new ClaimsPrincipal(new ClaimsIdentity());
            else current.Viewer = viewer;
        }

        await next(http);
    }
}
