using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyPortal.Data;
using PartyPortal.Web.Access;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.Branches;

/// <summary>The tree out of a workbook: send it, look at each row's verdict, take all or none.</summary>
[Route("admin/branches/import"), Authorize(Policies.ManageBranches)]
public sealed class BranchImportsController(PortalDb db, SheetUpload uploads) : Controller
{
    [HttpGet("")]
    public IActionResult Create() => View(new WorkbookForm());

    [HttpPost(""), RequestSizeLimit(SheetUpload.MostBytes * 2)]
    public async Task<IActionResult> Create(WorkbookForm form)
    {
        var workbook = await SheetUpload.ReadAsync(form.Workbook!);
        BranchSheet.Read(workbook);
        return RedirectToAction(nameof(Details), new { token = uploads.Keep(workbook) });
    }

    [HttpGet("{token:guid}")]
    public async Task<IActionResult> Details(Guid token, BranchColumn[] columns) =>
        Open(token, columns) is { } open ? View(SheetPage.Of(open.Sheet, open.Columns, await open.Import.JudgeAsync())) : NotFound();

    [HttpPost("{token:guid}")]
    public async Task<IActionResult> Confirm(Guid token, BranchColumn[] columns)
    {
        if (Open(token, columns) is not { } open) return NotFound();

        await open.Import.RunAsync(open.Workbook);
        uploads.Forget(token);

        return this.Done("All rows have been imported.", nameof(ManagedBranchesController.Index), "ManagedBranches");
    }

    [HttpGet("{token:guid}/faults")]
    public async Task<IActionResult> Faults(Guid token, BranchColumn[] columns, [FromServices] IStringLocalizer<Text> text) => Open(token, columns) is { } open
        ? File(await open.Sheet.FaultsAsync(await open.Import.JudgeAsync(), fault => text[fault.Message, fault.Details]), Sheet.ContentType, "faults.xlsx")
        : NotFound();

    [HttpGet("template")]
    public async Task<IActionResult> Template() => File(await BranchSheet.TemplateAsync(), Sheet.ContentType, "template.xlsx");

    private (byte[] Workbook, Sheet Sheet, BranchColumn[] Columns, BranchImport Import)? Open(Guid token, BranchColumn[] columns)
    {
        if (uploads.Find(token) is not { } workbook) return null;

        var sheet = BranchSheet.Read(workbook);
        if (columns.Length == 0) columns = sheet.Guess(BranchSheet.Meaning);
        return (workbook, sheet, columns, new BranchImport(db, sheet, columns));
    }
}
