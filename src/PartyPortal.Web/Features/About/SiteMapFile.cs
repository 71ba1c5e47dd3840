using System.Xml.Linq;

namespace PartyPortal.Web.Features.About;

/// <summary>A sitemap in which each page names its other language.</summary>
internal static class SiteMapFile
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    public static string Write(string origin, IEnumerable<string> paths) => new XElement(Map + "urlset",
        new XAttribute(XNamespace.Xmlns + "xhtml", Html.NamespaceName),
        paths.SelectMany(path => new[] { Page(origin + path, origin, path), Page(origin + English(path), origin, path) })).ToString(SaveOptions.DisableFormatting);

    private static XElement Page(string address, string origin, string path) => new(Map + "url",
        new XElement(Map + "loc", address),
        Other("zh-CN", origin + path),
        Other("en", origin + English(path)));

    private static XElement Other(string language, string address) =>
        new(Html + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", language), new XAttribute("href", address));

    private static string English(string path) => "/en" + path;
}
