using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.People;

/// <summary>People out of a workbook: send it, look at each row's verdict, take all or none.</summary>
[Route("people/import"), Authorize(Policies.ManagePeople)]
public sealed class ImportsController(PortalDb db, DataFolder folder, TimeProvider clock) : Controller
{
    private readonly RosterUpload _uploads = new(folder, db.Viewer.AccountId);

    [HttpGet("")]
    public IActionResult Create() => View(new RosterForm { BranchId = db.Viewer.OnlyBranchId });

    [HttpPost(""), RequestSizeLimit(RosterUpload.MostBytes * 2)]
    public async Task<IActionResult> Create(RosterForm form)
    {
        var token = await _uploads.KeepAsync(form.Workbook!);
        try
        {
            Roster.Read(_uploads.Find(token)!);
        }
        catch (RuleBrokenException)
        {
            _uploads.Forget(token);
            throw;
        }

        return RedirectToAction(nameof(Details), new { token, form.BranchId });
    }

    [HttpGet("{token:guid}")]
    public async Task<IActionResult> Details(Guid token, int branchId, RosterColumn[] columns) =>
        await OpenAsync(token, branchId, columns) is { } open ? View(RosterPage.Of(token, branchId, open.Roster, open.Columns, await open.Import.JudgeAsync())) : NotFound();

    [HttpPost("{token:guid}")]
    public async Task<IActionResult> Confirm(Guid token, int branchId, RosterColumn[] columns)
    {
        if (await OpenAsync(token, branchId, columns) is not { } open) return NotFound();

        await open.Import.RunAsync(await System.IO.File.ReadAllBytesAsync(_uploads.Find(token)!));
        _uploads.Forget(token);

        return this.Done("All rows have been imported.", nameof(PeopleController.Index), new { controller = "People" });
    }

    [HttpGet("{token:guid}/faults")]
    public async Task<IActionResult> Faults(Guid token, int branchId, RosterColumn[] columns, [FromServices] Microsoft.Extensions.Localization.IStringLocalizer<Localization.Text> text) =>
        await OpenAsync(token, branchId, columns) is { } open
            ? File(await PeopleSheet.FaultsAsync(open.Roster, await open.Import.JudgeAsync(), fault => text[fault.Message, fault.Details]), PeopleSheet.ContentType, "faults.xlsx")
            : NotFound();

    [HttpGet("template")]
    public async Task<IActionResult> Template() => File((await PeopleSheet.OfAsync(db.People.Where(p => p.Id < 0))).Bytes, PeopleSheet.ContentType, "template.xlsx");

    private async Task<(Roster Roster, RosterColumn[] Columns, RosterImport Import)?> OpenAsync(Guid token, int branchId, RosterColumn[] columns)
    {
        var reach = db.Viewer.Path;
        if (_uploads.Find(token) is not { } path || await db.Branches.SingleOrDefaultAsync(b => b.Id == branchId && b.Path.StartsWith(reach)) is not { } branch) return null;

        var roster = Roster.Read(path);
        if (columns.Length == 0) columns = roster.Guess();
        return (roster, columns, new RosterImport(db, roster, columns, branch, clock.Today()));
    }
}
