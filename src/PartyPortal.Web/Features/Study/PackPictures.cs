using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Files;

namespace PartyPortal.Web.Features.Study;

/// <summary>The portal's own pictures in a text, as far as the reader may see them: those beside notices and guides, and stills of films.</summary>
internal static partial class PackPictures
{
    /// <returns>By their addresses in the text.</returns>
    public static async Task<IReadOnlyDictionary<string, StoredFile>> PicturesInAsync(this PortalDb db, string body)
    {
        Dictionary<string, StoredFile> found = [];
        foreach (var source in new HtmlParser().ParseDocument(body).QuerySelectorAll("img").Select(p => p.GetAttribute("src")).OfType<string>().Distinct())
            if (await FindAsync(db, source) is { Kind: FileKind.Picture } picture) found[source] = picture;
        return found;
    }

    private static async Task<StoredFile?> FindAsync(PortalDb db, string source)
    {
        if (Address().Match(source) is not { Success: true } parts || !int.TryParse(parts.Groups[2].ValueSpan, CultureInfo.InvariantCulture, out var id)) return null;

        _ = int.TryParse(parts.Groups[3].ValueSpan, CultureInfo.InvariantCulture, out var file);
        return parts.Groups[1].Value switch
        {
            "notices" => await db.NoticeAttachments.Where(a => a.NoticeId == id && a.Id == file).Select(a => a.File).SingleOrDefaultAsync(),
            "guides" => await db.GuideDownloads.Where(d => d.GuideId == id && d.Id == file).Select(d => d.File).SingleOrDefaultAsync(),
            _ => await db.StudyRenditions.Where(r => r.MaterialId == id && r.Sha256 == r.Material.File!.Sha256).Select(r => r.Still).SingleOrDefaultAsync(),
        };
    }

    [GeneratedRegex("^(?:/en)?/(notices|guides|study)/([0-9]+)/(?:files/([0-9]+)|still)$")]
    private static partial Regex Address();
}
