using System.Collections.Concurrent;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PartyPortal.Browser.Tests.Rig;

/// <summary>A page as the portal sends it, before any browser has it.</summary>
internal sealed class SentPage
{
    private static readonly ConcurrentDictionary<string, string> Seen = [];

    private readonly IDocument _document;

    private SentPage(IDocument document) => _document = document;

    public static async Task<SentPage> ReadAsync(Uri address, string html) => new(await BrowsingContext.New(Configuration.Default).OpenAsync(response => response.Address(address).Content(html)));

    public IEnumerable<string> Links => _document.Links.OfType<IHtmlAnchorElement>().Where(a => a.Origin == _document.Origin && !a.HasAttribute("download")).Select(a => a.PathName);

    /// <summary>Whether no page of this shape had these kinds of elements yet, or no frame around a page: rows of a list repeat one build.</summary>
    public bool IsOfNewBuild(string shape, Device device)
    {
        var (main, all) = (_document.QuerySelector("main") ?? _document.Body!, _document.Body!.QuerySelectorAll("*"));
        var where = $"{device} {_document.DocumentElement.GetAttribute("lang")} ";
        return Seen.TryAdd($"{where}{shape} {Kinds(all.Where(main.Contains))}", shape) | Seen.TryAdd(where + Kinds(all.Where(e => !main.Contains(e))), shape);
    }

    private static string Kinds(IEnumerable<IElement> elements) => string.Join(',', elements.Select(e => $"{Kind(e.ParentElement!)}>{Kind(e)}").Distinct().Order(StringComparer.Ordinal));

    private static string Kind(IElement element) => $"{element.LocalName}.{element.ClassName}.{element.GetAttribute("role")}.{element.HasAttribute("aria-label")}";
}
