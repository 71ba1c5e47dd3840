namespace PartyPortal.Web.Platform;

public enum Theme
{
    Standard,
    Light,
    Dark,
    Contrast,
}

/// <summary>How a reader wants pages to look. It lives in one cookie and nowhere else; what the cookie says wrongly is the standard.</summary>
public sealed record DisplayChoice(Theme Theme, bool IsElder)
{
    public const string Cookie = "display";

    /// <summary>One of eight short values: what a cached page varies by.</summary>
    public string Key => (IsElder ? "elder-" : "plain-") + Name(Theme);

    public static DisplayChoice Of(HttpRequest request)
    {
        var words = (request.Cookies[NameFor(request)] ?? "").Split('-');
        var theme = Enum.GetValues<Theme>().FirstOrDefault(theme => words.Length == 2 && words[1] == Name(theme));
        return new DisplayChoice(theme, words is ["elder", _]);
    }

    public void Save(HttpResponse response) => response.Cookies.Append(NameFor(response.HttpContext.Request), Key, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = response.HttpContext.Request.IsHttps,
    });

    /// <summary>When a theme's stylesheet applies; null when it is not linked at all.</summary>
    public string? MediaOf(Theme sheet) => (sheet, Theme) switch
    {
        (Theme.Dark, Theme.Standard) => "(prefers-color-scheme: dark)",
        _ when sheet == Theme => "all",
        _ => null,
    };

    private static string NameFor(HttpRequest request) => request.IsHttps ? PortalCookies.HostPrefix + Cookie : Cookie;

    private static string Name(Theme theme) => theme switch
    {
        Theme.Light => "light",
        Theme.Dark => "dark",
        Theme.Contrast => "contrast",
        _ => "standard",
    };
}
