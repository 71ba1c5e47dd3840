using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Study;

/// <summary>The words that a material had, any two of them side by side.</summary>
[Route("desk/study/{id:int}/versions"), Authorize(Policies.ManageStudy)]
public sealed class StudyVersionsController(PortalDb db) : Controller
{
    /// <param name="id">The material.</param>
    /// <param name="older">A version's number; as <paramref name="newer"/>, the newest two where none is named.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(int id, int? older, int? newer)
    {
        if (await db.StudyMaterials.Where(m => m.Id == id && m.Branch.Path.StartsWith(db.Viewer.Path)).Select(m => m.Title).SingleOrDefaultAsync() is not { } title) return NotFound();

        var of = db.StudyVersions.Where(v => v.MaterialId == id);
        var rows = await of.OrderByDescending(v => v.Number).Select(v => new VersionRow(v.Number, v.At, v.Office, v.Title)).ToListAsync();
        var (left, right) = (older ?? rows.Skip(1).FirstOrDefault()?.Number, newer ?? rows.FirstOrDefault()?.Number);
        var two = await of.AsNoTracking().Where(v => v.Number == left || v.Number == right).ToDictionaryAsync(v => v.Number);
        if ((left is { } l && !two.ContainsKey(l)) || (right is { } r && !two.ContainsKey(r))) return NotFound();

        var lines = left is null || right is null ? [] : TextComparison.Of(Words(two[left.Value]), Words(two[right.Value]));
        return View(new VersionsPage("StudyDesk", id, title, MayBeChanged: true, rows, left, right, lines));
    }

    private static IEnumerable<string> Words(StudyVersion version) =>
        [version.Title, version.Summary, version.Source, version.Regulation ?? "", .. RichText.Lines(version.Body), .. (version.Transcript ?? "").ReplaceLineEndings("\n").Split('\n')];
}
