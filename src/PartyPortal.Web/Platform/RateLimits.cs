using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using PartyPortal.Data.Access;

namespace PartyPortal.Web.Platform;

/// <summary>How often: by account first, by address only high, because a campus is one address.</summary>
internal static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Feedback = "feedback";
    public const string Code = "code";
    public const string Export = "export";

    public static void Define(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        Add(options, SignIn, 60);
        Add(options, Feedback, 30);
        Add(options, Code, 20);
        Add(options, Export, 20);
    }

    private static void Add(RateLimiterOptions options, string name, int perMinute) => options.AddPolicy(name, http =>
        RateLimitPartition.GetFixedWindowLimiter(Who(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));

    private static string Who(HttpContext http) =>
        http.RequestServices.GetRequiredService<CurrentViewer>().Viewer.AccountId ?? http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
