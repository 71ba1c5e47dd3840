using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyPortal.Data;
using PartyPortal.Web.Access;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.People;

/// <summary>People out of a workbook: send it, look at each row's verdict, take all or none.</summary>
[Route("people/import"), Authorize(Policies.ManagePeople)]
public sealed class ImportsController(PortalDb db, DataFolder folder, TimeProvider clock) : Controller
{
    private readonly SheetUpload _uploads = new(folder, db.Viewer.AccountId);

    [HttpGet("")]
    public IActionResult Create() => View(new RosterForm { BranchId = db.Viewer.OnlyBranchId });

    [HttpPost(""), RequestSizeLimit(SheetUpload.MostBytes * 2)]
    public async Task<IActionResult> Create(RosterForm form) =>
        RedirectToAction(nameof(Details), new { token = await _uploads.KeepAsync(form.Workbook!, Roster.Read), form.BranchId });

    [HttpGet("{token:guid}")]
    public async Task<IActionResult> Details(Guid token, int branchId, RosterColumn[] columns) => await OpenAsync(token, branchId, columns) is { } open
        ? View(SheetPage.Of(token, open.Sheet, open.Columns, await open.Import.JudgeAsync(), new() { ["branchId"] = branchId.ToString(CultureInfo.InvariantCulture) }))
        : NotFound();

    [HttpPost("{token:guid}")]
    public async Task<IActionResult> Confirm(Guid token, int branchId, RosterColumn[] columns)
    {
        if (await OpenAsync(token, branchId, columns) is not { } open) return NotFound();

        await open.Import.RunAsync(await _uploads.BytesAsync(token));
        _uploads.Forget(token);

        return this.Done("All rows have been imported.", nameof(PeopleController.Index), new { controller = "People" });
    }

    [HttpGet("{token:guid}/faults")]
    public async Task<IActionResult> Faults(Guid token, int branchId, RosterColumn[] columns, [FromServices] IStringLocalizer<Text> text) => await OpenAsync(token, branchId, columns) is { } open
        ? File(await open.Sheet.FaultsAsync(await open.Import.JudgeAsync(), fault => text[fault.Message, fault.Details]), Sheet.ContentType, "faults.xlsx")
        : NotFound();

    [HttpGet("template")]
    public async Task<IActionResult> Template() => File((await PeopleSheet.OfAsync(db.People.Where(p => p.Id < 0))).Bytes, Sheet.ContentType, "template.xlsx");

    private async Task<(Sheet Sheet, RosterColumn[] Columns, RosterImport Import)?> OpenAsync(Guid token, int branchId, RosterColumn[] columns)
    {
        var reach = db.Viewer.Path;
        if (_uploads.Find(token) is not { } path || await db.Branches.SingleOrDefaultAsync(b => b.Id == branchId && b.Path.StartsWith(reach)) is not { } branch) return null;

        var sheet = Roster.Read(path);
        if (columns.Length == 0) columns = sheet.Guess(Roster.Meaning);
        return (sheet, columns, new RosterImport(db, sheet, columns, branch, clock.Today()));
    }
}

public sealed class RosterForm : WorkbookForm
{
    [Display(Name = "Branch"), BranchChoice, Required]
    public int? BranchId { get; set; }
}
