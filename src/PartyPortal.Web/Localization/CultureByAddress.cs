using System.Globalization;

namespace PartyPortal.Web.Localization;

/// <summary>The language is in the address: "/en/…" is English, everything else zh-CN. Links follow, caches keep them apart.</summary>
internal sealed class CultureByAddress(RequestDelegate next)
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public async Task InvokeAsync(HttpContext http)
    {
        var isEnglish = http.Request.Path.StartsWithSegments("/en", StringComparison.OrdinalIgnoreCase, out var rest);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = isEnglish ? English : Chinese;
        if (!isEnglish)
        {
            await next(http);
            return;
        }

        var (path, pathBase) = (http.Request.Path, http.Request.PathBase);
        http.Request.PathBase = pathBase.Add("/en");
        http.Request.Path = rest.HasValue ? rest : "/";
        try
        {
            await next(http);
        }
        finally
        {
            (http.Request.Path, http.Request.PathBase) = (path, pathBase);
        }
    }
}
