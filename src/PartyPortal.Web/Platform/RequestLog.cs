using Serilog.AspNetCore;
using Serilog.Events;

namespace PartyPortal.Web.Platform;

/// <summary>One line a request: verb, path, status, time. Never an address, an agent or an account; of feedback and slips not even the path.</summary>
internal static class RequestLog
{
    private static readonly string[] Silent = ["/feedback", "/activate", "/reset", "/setup", "/health"];

    public static void Define(RequestLoggingOptions options)
    {
        options.IncludeQueryInRequestPath = false;
        options.GetLevel = (http, _, failure) => IsSilent(http) ? LogEventLevel.Verbose : failure is null && http.Response.StatusCode < 500 ? LogEventLevel.Information : LogEventLevel.Error;
    }

    private static bool IsSilent(HttpContext http) => Silent.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
