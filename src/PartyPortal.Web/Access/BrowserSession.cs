using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Access;

/// <summary>The session of this browser: begun at sign-in under a new id, renewed when the role changes, ended on the server at sign-out.</summary>
public sealed class BrowserSession(PortalDb db, CurrentViewer current, CurrentSettings settings, TimeProvider clock, IHttpContextAccessor http)
{
    public const string Claim = "sid";
    public static readonly TimeSpan ProofLasts = TimeSpan.FromMinutes(10);

    private HttpContext Http => http.HttpContext!;

    public Guid? Id => IdOf(Http.User);

    public static Guid? IdOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Claim), out var id) ? id : null;

    /// <summary>Begins a session, and ends the one that this browser had.</summary>
    public async Task BeginAsync(string accountId)
    {
        // A session is the portal's own book-keeping, written before its owner is the viewer.
        using var system = current.ActAsSystem();
        (await FindAsync())?.End(clock.UtcNow());
        await UseAsync(SignInSession.Begin(accountId, clock.UtcNow(), TimeSpan.FromHours(settings.Now.SessionHours)));
    }

    /// <summary>Goes on under a new id, acting by this grant: a copy of the old cookie is worth nothing in the new role.</summary>
    public async Task RenewAsync(int? grantId = null)
    {
        // As above: the owner may neither prolong nor copy a session.
        using var system = current.ActAsSystem();
        if (await FindAsync() is { } session) await UseAsync(session.Renew(clock.UtcNow(), grantId ?? session.GrantId));
    }

    /// <summary>Ends it here and on the server: a copied cookie is worth nothing afterwards.</summary>
    public async Task EndAsync()
    {
        // As above.
        using (current.ActAsSystem())
        {
            (await FindAsync())?.End(clock.UtcNow());
            await db.SaveChangesAsync();
        }

        await Http.SignOutAsync(PortalServices.Scheme);
        Http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
    }

    /// <summary>Whether a password was given a moment ago.</summary>
    public async Task<bool> IsProvedAsync() => await FindAsync() is { } session && clock.UtcNow() - session.ProvedAt <= ProofLasts;

    /// <summary>Notes that the password was just given again.</summary>
    public async Task ProveAsync()
    {
        (await FindAsync())?.Prove(clock.UtcNow());
        // As above.
        using (current.ActAsSystem()) await db.SaveChangesAsync();
    }

    private async Task<SignInSession?> FindAsync() => Id is { } id ? await db.Sessions.SingleOrDefaultAsync(s => s.Id == id && s.EndedAt == null) : null;

    private async Task UseAsync(SignInSession session)
    {
        db.Add(session);
        await db.SaveChangesAsync();

        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, session.AccountId), new(Claim, session.Id.ToString())], PortalServices.Scheme);
        Http.User = new ClaimsPrincipal(identity);
        await Http.SignInAsync(PortalServices.Scheme, Http.User);
    }
}
