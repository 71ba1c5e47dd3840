using Microsoft.AspNetCore.Diagnostics;
using Serilog.AspNetCore;
using Serilog.Events;

namespace PartyPortal.Web.Platform;

/// <summary>One line a request: verb, path, status, time. Never an address, an agent or an account; of feedback, reported problems, slips and links that are secrets not even the path.</summary>
internal static class RequestLog
{
    private static readonly string[] Silent = ["/feedback", "/activate", "/reset", "/setup", "/health", "/messages/unsubscribe", "/preview", "/problems", "/calendar"];

    public static void Define(RequestLoggingOptions options)
    {
        options.IncludeQueryInRequestPath = false;
        options.GetMessageTemplateProperties = (http, _, elapsed, status) =>
        [
            new("RequestMethod", new ScalarValue(http.Request.Method)), new("RequestPath", new ScalarValue(BeganAt(http))),
            new("StatusCode", new ScalarValue(status)), new("Elapsed", new ScalarValue(elapsed)),
        ];
        options.GetLevel = (http, _, failure) => IsSilent(http) ? LogEventLevel.Verbose : failure is null && http.Response.StatusCode < 500 ? LogEventLevel.Information : LogEventLevel.Error;
    }

    /// <summary>
    /// What any part of the framework says during such a request, at whatever level the settings ask for: a slip's code stands in its address, and a line's own
    /// time would tell when somebody wrote. Failures stay.
    /// </summary>
    public static bool IsSecret(LogEvent line) =>
        line.Level < LogEventLevel.Error && line.Properties.GetValueOrDefault("RequestPath") is ScalarValue { Value: string path }
        && Silent.Any(silent => Under(path, silent) || Under(path, "/en" + silent));

    private static bool IsSilent(HttpContext http) => Silent.Any(silent => Under(BeganAt(http), silent));

    // An error page is another path: where the request began decides.
    private static string BeganAt(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? http.Request.Path.Value ?? "/";

    private static bool Under(string path, string folder) => new PathString(path).StartsWithSegments(folder, StringComparison.OrdinalIgnoreCase);
}
