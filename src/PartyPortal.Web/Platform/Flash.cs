using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyPortal.Web.Localization;

namespace PartyPortal.Web.Platform;

/// <summary>What a write says, once, on the page it goes on to.</summary>
public static class Flash
{
    public const string Success = "flash";
    public const string Trouble = "flash-trouble";

    /// <summary>Whether a page before left words. Only then may a view ask for them: the asking alone sets a cookie, and such a page is never cached.</summary>
    public static bool IsWaiting(HttpContext http) => http.Request.Cookies.ContainsKey(http.RequestServices.GetRequiredService<PortalCookies>().NameOf(PortalCookies.Flash));

    /// <summary>Says what happened and goes on. The sentence is a key of the dictionary.</summary>
    public static IActionResult Done(this Controller controller, string sentence, string action, object? values = null) => controller.Done(sentence, action, null, values);

    /// <summary>The same, going on to another controller.</summary>
    public static IActionResult Done(this Controller controller, string sentence, string action, string? controllerName, object? values = null)
    {
        var text = controller.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Text>>();
        controller.TempData[Success] = text[sentence].Value;
        return controller.RedirectToAction(action, controllerName, values);
    }

    /// <summary>Back to the page somebody came from, where it is one of the portal's.</summary>
    public static IActionResult BackTo(this Controller controller, string? returnUrl, IActionResult otherwise) => controller.Url.IsLocalUrl(returnUrl) ? controller.LocalRedirect(returnUrl) : otherwise;
}
