using Microsoft.AspNetCore.Diagnostics;
using PartyPortal.Domain.Problems;

namespace PartyPortal.Web.Platform;

/// <summary>What the link under each page says the page is: that which was asked for, where an error page answers in its place.</summary>
public static class ReportablePage
{
    public static string Of(HttpContext http) => PagePath.Of(http.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? http.Request.Path);
}
