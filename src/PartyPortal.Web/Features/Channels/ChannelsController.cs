using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Channels;

/// <summary>One public notice in the forms that other channels take. It is taken from here by hand: the portal sends nothing.</summary>
[Route("desk/notices/{id:int}"), Authorize(Policies.ManageNotices)]
public sealed class ChannelsController(PortalDb db, CurrentSettings settings) : Controller
{
    [HttpGet("channels")]
    public async Task<IActionResult> Index(int id) => await FindAsync(id) is { } notice ? View(KitOf(notice)) : NotFound();

    /// <summary>Counts the short text where no script does.</summary>
    [HttpPost("channels")]
    public async Task<IActionResult> Index(int id, ShortTextForm form)
    {
        if (await FindAsync(id) is not { } notice) return NotFound();

        var kit = KitOf(notice) with { Short = new ShortText(form.Text ?? "", settings.Now.ShortTextCharacters) };
        var view = View(kit);
        if (kit.Short.IsTooLong) view.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return view;
    }

    [HttpGet("poster")]
    public async Task<IActionResult> Poster(int id) => await FindAsync(id) is { } notice ? View(new Poster(notice, AddressOf(notice))) : NotFound();

    private Task<Notice?> FindAsync(int id) => db.Notices.Include(n => n.Branch).AsNoTracking()
        .SingleOrDefaultAsync(n => n.Id == id && n.Branch.Path.StartsWith(db.Viewer.Path) && n.State == NoticeState.Published && n.AudienceKey == Audience.Internet);

    private ChannelKit KitOf(Notice notice) => ChannelKit.Of(notice, AddressOf(notice), SiteAddress.Origin(Request), settings.Now.ShortTextCharacters);

    private string AddressOf(Notice notice) => SiteAddress.Origin(Request) + Url.Action("Details", "Notices", new { id = notice.Id });
}
