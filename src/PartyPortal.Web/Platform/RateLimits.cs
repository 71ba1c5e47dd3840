using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Settings;

namespace PartyPortal.Web.Platform;

/// <summary>How often: by account first, by address only high, because a campus is one address.</summary>
internal static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Feedback = "feedback";
    public const string Code = "code";
    public const string EmailCode = "email-code";
    public const string Upload = "upload";
    public const string Export = "export";
    public const string Search = "search";

    public static void Define(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : TimeSpan.FromMinutes(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        Add(options, SignIn, s => s.SignInsPerMinute);
        Add(options, Feedback, s => s.FeedbackPerMinute);
        Add(options, Code, s => s.CodesPerMinute);
        Add(options, EmailCode, _ => 5);
        Add(options, Upload, _ => 120);
        Add(options, Export, s => s.ExportsPerMinute);
        Add(options, Search, s => s.SearchesPerMinute);
    }

    private static void Add(RateLimiterOptions options, string name, Func<PortalSettings, int> perMinute) => options.AddPolicy(name, http =>
    {
        // The limit is part of the key: a limiter keeps the one it was made with.
        var limit = perMinute(http.RequestServices.GetRequiredService<CurrentSettings>().Now);
        return RateLimitPartition.GetFixedWindowLimiter((Who(http), limit), _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) });
    });

    private static string Who(HttpContext http) =>
        http.RequestServices.GetRequiredService<CurrentViewer>().Viewer.AccountId ?? http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
