using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using PartyPortal.Data.Access;

namespace PartyPortal.Web.Platform;

/// <summary>
/// What may be kept and under which key. The edition is raised after each commit, so that a page rendered across a save is
/// stored under the old number and never served again.
/// </summary>
internal sealed class PublicPages(PortalChanges changes, PortalCookies cookies) : IOutputCachePolicy
{
    public const string Name = "public";

    // A closed list: an open query string would let anybody fill the cache.
    private static readonly string[] QueryKeys = ["after", "category", "kind", "tag", "under", "words"];

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var isStranger = http.User.Identity is not { IsAuthenticated: true } && !http.Request.Headers.ContainsKey("Authorization");
        context.EnableOutputCaching = true;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromMinutes(10);
        context.AllowCacheLookup = context.AllowCacheStorage = isStranger && HttpMethods.IsGet(http.Request.Method) && !http.Request.Cookies.ContainsKey(cookies.NameOf(PortalCookies.Flash));
        context.CacheVaryByRules.QueryKeys = new StringValues(QueryKeys);
        context.CacheVaryByRules.HeaderNames = "Accept-Encoding";
        context.CacheVaryByRules.VaryByValues["culture"] = CultureInfo.CurrentUICulture.Name;
        context.CacheVaryByRules.VaryByValues["edition"] = changes.PublicPages.ToString(CultureInfo.InvariantCulture);
        context.CacheVaryByRules.VaryByValues["display"] = DisplayChoice.Of(http.Request).Key;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.ContainsKey("Set-Cookie")) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>Three kept forms a page, not one for each browser's spelling.</summary>
    public static Task NormaliseEncoding(HttpContext http, RequestDelegate next)
    {
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        http.Request.Headers.AcceptEncoding = accepted.Contains(";q=0", StringComparison.Ordinal) ? "" : accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
        return next(http);
    }
}
