using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyPortal.Data;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Access;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared;
using PartyPortal.Web.Shared.TagHelpers;

namespace PartyPortal.Web.Features.Notices;

/// <summary>The texts that a notice had, any two of them side by side.</summary>
[Route("desk/notices/{id:int}/versions"), Authorize(Policies.ManageNotices)]
public sealed class NoticeVersionsController(PortalDb db, IStringLocalizer<Text> text) : Controller
{
    /// <param name="id">The notice.</param>
    /// <param name="older">A version's number; as <paramref name="newer"/>, the newest two where none is named.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(int id, int? older, int? newer)
    {
        if (await db.Notices.Where(n => n.Id == id && n.Branch.Path.StartsWith(db.Viewer.Path)).Select(n => new { n.Title, n.State }).SingleOrDefaultAsync() is not { } notice) return NotFound();

        var of = db.NoticeVersions.Where(v => v.NoticeId == id);
        var rows = await of.OrderByDescending(v => v.Number).Select(v => new VersionRow(v.Number, v.At, v.Office, v.Title)).ToListAsync();
        var (left, right) = (older ?? rows.Skip(1).FirstOrDefault()?.Number, newer ?? rows.FirstOrDefault()?.Number);
        var two = await of.AsNoTracking().Where(v => v.Number == left || v.Number == right).ToDictionaryAsync(v => v.Number);
        if ((left is { } l && !two.ContainsKey(l)) || (right is { } r && !two.ContainsKey(r))) return NotFound();

        var lines = left is null || right is null ? [] : TextComparison.Of(Words(two[left.Value]), Words(two[right.Value]));
        return View(new VersionsPage("NoticeDesk", id, notice.Title, notice.State is not (NoticeState.Expired or NoticeState.Withdrawn), rows, left, right, lines));
    }

    /// <summary>What is compared: title, kind and audience, then the words of the text, a block a line.</summary>
    private IEnumerable<string> Words(NoticeVersion version) => [version.Title, $"{text.Word(version.Category)} · {text.Word(version.AudienceKind)}", .. RichText.Lines(version.Body)];
}
