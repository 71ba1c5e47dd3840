using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Help;

/// <summary>About which pages this browser has spoken, until it is closed: a cookie of pages, so that the portal need not know who it was.</summary>
internal sealed class SaidPages
{
    private const string Cookie = "useful";
    private const int Most = 60;

    private readonly List<string> _pages;

    private SaidPages(IEnumerable<string> pages) => _pages = [.. pages];

    public static SaidPages Of(HttpRequest request) => new((request.Cookies[NameFor(request)] ?? "").Split('~', StringSplitOptions.RemoveEmptyEntries).Take(Most));

    public bool Has(string page) => _pages.Contains(page);

    public void Add(string page, HttpResponse response) => response.Cookies.Append(NameFor(response.HttpContext.Request), string.Join('~', _pages.Append(page).TakeLast(Most)),
        new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = response.HttpContext.Request.IsHttps });

    private static string NameFor(HttpRequest request) => request.IsHttps ? PortalCookies.HostPrefix + Cookie : Cookie;
}
