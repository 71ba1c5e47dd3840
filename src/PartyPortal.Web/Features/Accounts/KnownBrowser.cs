using System.Threading.RateLimiting;
using Microsoft.AspNetCore.DataProtection;
using PartyPortal.Data.Accounts;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>
/// A browser in which an account was signed in before has tries of its own. So a stranger who guesses on purpose locks out strangers,
/// and never the owner at the usual desk (OWASP's "device cookies", 待核). The portal keeps nothing of it: the browser carries a sealed word.
/// </summary>
public sealed class KnownBrowser(IDataProtectionProvider protection, IHttpContextAccessor http) : IDisposable
{
    private const string Cookie = "portal.known";
    private const int Tries = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    private readonly IDataProtector _seal = protection.CreateProtector("PartyPortal.KnownBrowser");

    private readonly PartitionedRateLimiter<string> _tries = PartitionedRateLimiter.Create<string, string>(word =>
        RateLimitPartition.GetFixedWindowLimiter(word, _ => new FixedWindowRateLimiterOptions { PermitLimit = Tries, Window = Window }));

    private HttpContext Http => http.HttpContext!;

    private string Name => Http.RequestServices.GetRequiredService<PortalCookies>().NameOf(Cookie);

    /// <summary>Whether this browser may try to sign in to the account, whatever strangers did. Each asking counts as a try.</summary>
    public bool MayTry(Account account)
    {
        if (Word() is not { } word || word.Split('|')[0] != account.Id) return false;

        using var lease = _tries.AttemptAcquire(word);
        return lease.IsAcquired;
    }

    public void Remember(Account account)
    {
        if (Word()?.Split('|')[0] == account.Id) return;

        var options = new CookieBuilder { MaxAge = Lasts };
        Http.RequestServices.GetRequiredService<PortalCookies>().Shape(options, Cookie);
        Http.Response.Cookies.Append(Name, _seal.Protect($"{account.Id}|{Guid.NewGuid()}"), options.Build(Http));
    }

    public void Dispose() => _tries.Dispose();

    private string? Word()
    {
        try
        {
            return Http.Request.Cookies[Name] is { } sealedWord ? _seal.Unprotect(sealedWord) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
