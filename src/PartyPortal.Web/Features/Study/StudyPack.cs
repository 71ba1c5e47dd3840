using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Localization;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Study;

/// <summary>A material to take away: one page that needs nothing but itself, fit for paper, and the file beside it.</summary>
/// <param name="material">What is taken away.</param>
/// <param name="pictures">Those of its text, by their addresses.</param>
/// <param name="origin">Where the portal is.</param>
/// <param name="text">The words of the page's language.</param>
internal sealed class StudyPack(StudyMaterial material, IReadOnlyDictionary<string, StoredFile> pictures, string origin, IStringLocalizer<Text> text)
{
    private const string Styles = """
        body { max-width: 44rem; margin: 0 auto; padding: 1.5rem; color: #1f1a17; background: #fff; font: 1.0625rem/1.8 "Songti SC", SimSun, "Noto Serif CJK SC", serif; overflow-wrap: anywhere; }
        h1 { font-size: 1.6rem; line-height: 1.4; } .meta { color: #59514b; font-size: .9375rem; } audio { width: 100%; } img { max-width: 100%; height: auto; }
        table { border-collapse: collapse; } th, td { padding: .3rem .6rem; border: 1px solid #8a817a; text-align: left; }
        .pre-line { white-space: pre-line; } .align-center { text-align: center; } .align-right { text-align: right; } .align-justify { text-align: justify; }
        .indent-2 { text-indent: 2em; } .text-underline { text-decoration: underline; } .text-strike { text-decoration: line-through; } .text-red { color: #b3151a; }
        @page { size: A4; margin: 2.5cm 2.2cm; }
        @media print { body { max-width: none; padding: 0; font-size: 12pt; } h2, h3, h4 { break-after: avoid; } table, blockquote { break-inside: avoid; } audio { display: none; } }
        """;

    private readonly Dictionary<string, string> _places = pictures.Index().ToDictionary(p => p.Item.Key, p => $"pictures/{p.Index + 1}{Path.GetExtension(p.Item.Value.Name)}");

    /// <summary>Films are too large to be carried about, and a link leads elsewhere.</summary>
    public static bool IsMadeOf(StudyKind kind) => kind is not (StudyKind.Video or StudyKind.Link);

    public ZipAnswer Zip() => new(FileName.Clean(material.Title), ("index.html", Encoding.UTF8.GetBytes(Page())),
        [.. material.File is { } file ? [(file.Name, file.StoreName)] : (IEnumerable<(string, string)>)[], .. pictures.Select(p => (_places[p.Key], p.Value.StoreName))]);

    private string Page() => $"""
        <!DOCTYPE html>
        <html lang="{CultureInfo.CurrentUICulture.Name}">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Safe(material.Title)}</title>
        <style>
        {Styles}
        </style>
        </head>
        <body>
        <h1>{Safe(material.Title)}</h1>
        <p class="meta">{Safe(material.Branch.Name)} · {Safe(text["Source"])}: {Safe(material.Source)} {material.SourceDate:yyyy-MM-dd}{(material.Regulation is { } rests ? $"<br>{Safe(rests)}" : "")}<br>{Safe($"{origin}/study/{material.Id}")}</p>
        {Paragraph(material.Summary)}
        {Beside(material.File)}
        {Body()}
        {(material.Transcript is { } words ? $"<h2>{Safe(text["Transcript"])}</h2>{Paragraph(words)}" : "")}
        </body>
        </html>
        """;

    private static string Beside(StoredFile? file) => file switch
    {
        null => "",
        { Kind: FileKind.Audio } => $"""<p><audio controls src="{Uri.EscapeDataString(file.Name)}"></audio></p>""",
        _ => $"""<p><a href="{Uri.EscapeDataString(file.Name)}">{Safe(file.Name)}</a></p>""",
    };

    /// <summary>Links within the portal lead there. Its pictures come along; of one that the reader may not see, or that is none of the portal's files, the words stand in its place.</summary>
    private string Body()
    {
        var page = new HtmlParser().ParseDocument(RichText.Clean(material.Body));
        foreach (var link in page.QuerySelectorAll("a[href^='/']")) link.SetAttribute("href", origin + link.GetAttribute("href"));
        foreach (var picture in page.QuerySelectorAll("img"))
        {
            if (_places.GetValueOrDefault(picture.GetAttribute("src") ?? "") is { } place) picture.SetAttribute("src", place);
            else picture.Replace(page.CreateTextNode($"[{picture.GetAttribute("alt")}]"));
        }

        return page.Body!.InnerHtml;
    }

    private static string Paragraph(string words) => words.Length > 0 ? $"""<p class="pre-line">{Safe(words)}</p>""" : "";

    private static string Safe(string words) => WebUtility.HtmlEncode(words);
}
