using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using PartyPortal.Data.Access;

namespace PartyPortal.Web.Platform;

/// <summary>
/// What may be kept and under which key. The edition is raised after each commit, so that a page rendered across a save is
/// stored under the old number and never served again. Browsers keep it too, but ask each time whether it is still the same.
/// </summary>
internal sealed class PublicPages(PortalChanges changes, PortalCookies cookies) : IOutputCachePolicy
{
    public const string Name = "public";

    // A closed list: an open query string would let anybody fill the cache.
    private static readonly string[] QueryKeys = ["after", "category", "kind", "tag", "under", "words"];

    // Editions count from the start of this process; another process counts its own.
    private static readonly string Process = Guid.NewGuid().ToString("N")[..8];

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        context.EnableOutputCaching = true;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromMinutes(10);
        context.AllowCacheLookup = context.AllowCacheStorage = IsOfStranger(http) && HttpMethods.IsGet(http.Request.Method) && !http.Request.Cookies.ContainsKey(cookies.NameOf(PortalCookies.Flash));
        context.CacheVaryByRules.QueryKeys = new StringValues(QueryKeys);
        context.CacheVaryByRules.HeaderNames = "Accept-Encoding";
        var (edition, display) = (changes.PublicPages.ToString(CultureInfo.InvariantCulture), DisplayChoice.Of(http.Request).Key);
        context.CacheVaryByRules.VaryByValues["culture"] = CultureInfo.CurrentUICulture.Name;
        context.CacheVaryByRules.VaryByValues["edition"] = edition;
        context.CacheVaryByRules.VaryByValues["display"] = display;
        // Weak: one tag for the page in each encoding.
        if (context.AllowCacheStorage) Announce(http.Response, $"W/\"{Process}-{edition}-{display}\"");
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        var isSignedIn = context.HttpContext.User.Identity is { IsAuthenticated: true };
        if (isSignedIn || response.StatusCode != StatusCodes.Status200OK || response.Headers.ContainsKey("Set-Cookie")) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>What the browser is told, before anything is rendered: the cache keeps the headers as they are at the first byte.</summary>
    private static void Announce(HttpResponse response, string tag)
    {
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Cookie";
        response.OnStarting(() =>
        {
            if (response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified)) response.Headers.Remove("ETag");
            return Task.CompletedTask;
        });
    }

    /// <summary>
    /// Whether nobody claims to be signed in: only then a page may be kept, and compressed over TLS, for it holds no secret.
    /// Asked before the claim is looked into, so that a cookie of the sign-in, good or not, is enough to be no stranger.
    /// </summary>
    public static bool IsOfStranger(HttpContext http) =>
        !http.Request.Headers.Cookie.ToString().Contains(PortalServices.CookieName, StringComparison.Ordinal) && !http.Request.Headers.ContainsKey("Authorization");

    /// <summary>For a page with something that must be gone the moment it ends, on each instance and in each browser: nobody keeps this rendering.</summary>
    public static void DoNotKeep(HttpContext http)
    {
        if (http.Features.Get<IOutputCacheFeature>() is { } cache) cache.Context.AllowCacheStorage = false;
        http.Response.Headers.Remove("ETag");
        http.Response.Headers.CacheControl = "no-store";
    }

    /// <summary>Three kept forms a page, not one for each browser's spelling.</summary>
    public static Task NormaliseEncoding(HttpContext http, RequestDelegate next)
    {
        var accepted = http.Request.GetTypedHeaders().AcceptEncoding;
        http.Request.Headers.AcceptEncoding = Accepts("br") ? "br" : Accepts("gzip") ? "gzip" : "";
        return next(http);

        bool Accepts(string coding) => accepted.Any(a => a.Value == coding && a.Quality is not 0);
    }
}
