using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PartyPortal.Web.Access;

/// <summary>Asks for the password again where it was last given more than ten minutes ago: mass exports, sealed fields, changes of access (ASVS 7.5.1).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ProvedAttribute : Attribute, IAsyncAuthorizationFilter
{
    /// <summary>The answer is a file: one goes back to the page that offered it.</summary>
    public bool GivesFile { get; set; }

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (await http.RequestServices.GetRequiredService<BrowserSession>().IsProvedAsync()) return;

        context.Result = new RedirectToActionResult("Create", "Proof", new { returnUrl = ReturnTo(http.Request) });
    }

    // What was posted cannot be sent again by itself: back to its form, whose draft is kept.
    private string ReturnTo(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) && !GivesFile) return request.PathBase + request.Path + request.QueryString;

        return Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == request.Host.Value ? from.PathAndQuery : request.PathBase + "/desk";
    }
}
