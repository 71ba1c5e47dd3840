using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PartyPortal.Web.Platform.Files;

/// <summary>
/// A form that may carry files without JavaScript. Asked before anything of the body is read: larger than the setting
/// allows is 413, no room on the disk is 507.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesFilesAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    // What the fields of a form take beside its files.
    private const long Fields = 1024 * 1024;

    /// <summary>Before the antiforgery check, which reads the form.</summary>
    public int Order => -100;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var most = http.RequestServices.GetRequiredService<FileLimits>().PlainFormBytes + Fields;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = most;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = most }));

        if (http.Request.ContentLength > most) context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        // A text without files is still taken: that room is what was kept free for.
        else if (http.Request.ContentLength is > Fields and var sent && !http.RequestServices.GetRequiredService<FileIntake>().HasRoomFor(sent)) context.Result = new StatusCodeResult(StatusCodes.Status507InsufficientStorage);
    }
}
