using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>The session of this browser: begun at sign-in under a new id, ended on the server at sign-out.</summary>
internal sealed class BrowserSession(PortalDb db, CurrentViewer current, CurrentSettings settings, TimeProvider clock, IHttpContextAccessor http)
{
    private HttpContext Http => http.HttpContext!;

    private Guid? Id => Guid.TryParse(Http.User.FindFirstValue(ViewerMiddleware.SessionClaim), out var id) ? id : null;

    /// <summary>Begins a session under a new id, and ends the one that this browser had.</summary>
    public async Task BeginAsync(string accountId, int? grantId = null)
    {
        // A session is the portal's own book-keeping, written before its owner is the viewer.
        using var system = current.ActAsSystem();
        await EndInDatabaseAsync();
        var now = clock.UtcNow();
        var session = new SignInSession { AccountId = accountId, StartedAt = now, EndsAt = now.AddHours(settings.Now.SessionHours), SeenAt = now.Date.AddHours(now.Hour), ProvedAt = now, GrantId = grantId };
        db.Add(session);
        await db.SaveChangesAsync();

        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, accountId), new(ViewerMiddleware.SessionClaim, session.Id.ToString())], PortalServices.Scheme);
        await Http.SignInAsync(PortalServices.Scheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Ends it here and on the server: a copied cookie is worth nothing afterwards.</summary>
    public async Task EndAsync()
    {
        using (current.ActAsSystem()) await EndInDatabaseAsync();
        await Http.SignOutAsync(PortalServices.Scheme);
        Http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
    }

    private async Task EndInDatabaseAsync()
    {
        if (Id is not { } id || await db.Sessions.SingleOrDefaultAsync(s => s.Id == id && s.EndedAt == null) is not { } session) return;

        session.EndedAt = clock.UtcNow();
        await db.SaveChangesAsync();
    }
}
