using System.Globalization;

namespace PartyPortal.Web.Platform;

/// <summary>The page's language stands in its address: /en/… is English, everything else Chinese.</summary>
public static class PageLanguage
{
    private const string English = "/en";

    public static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    public static string Code => IsChinese ? "zh-CN" : "en";

    /// <summary>This page's path in Chinese.</summary>
    public static string ChinesePath(HttpRequest request) => Root(request) + request.Path;

    /// <summary>This page's path in English.</summary>
    public static string EnglishPath(HttpRequest request) => Root(request) + English + request.Path;

    /// <summary>Writes in a language that no address tells: for what leaves the portal without a page.</summary>
    public static T Write<T>(bool inEnglish, Func<T> write)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(inEnglish ? "en" : "zh-CN");
        try
        {
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private static string Root(HttpRequest request) =>
        request.PathBase.Value is { } path && path.EndsWith(English, StringComparison.OrdinalIgnoreCase) ? path[..^English.Length] : request.PathBase.Value ?? "";
}
