using Microsoft.AspNetCore.Mvc.Filters;

namespace PartyPortal.Web.Platform;

/// <summary>Asks search engines to list no page and keep no copy.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class UnlistedAttribute : ResultFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context) => context.HttpContext.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
}
