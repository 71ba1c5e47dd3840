using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyPortal.Data;
using PartyPortal.Web.Access;
using PartyPortal.Web.Features.Quizzes.Formats;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.Quizzes;

public sealed class QuestionFileForm : IForm
{
    /// <summary>Called as every uploaded sheet is: what is wrong with it is said beside this field.</summary>
    [Display(Name = "File of questions"), Required]
    public IFormFile? Workbook { get; set; }

    [Display(Name = "Owner of the questions"), BranchChoice, Required]
    public int? BranchId { get; set; }
}

/// <summary>What stands around the rows while they are looked at.</summary>
public sealed record QuestionImportPage(SheetPage Rows, IReadOnlyList<QuestionRemark> LeftOut, IReadOnlyList<QuestionRemark> Changed);

/// <summary>Questions out of a file: send it, look at each row's verdict, take all or none.</summary>
[Route("desk/questions/import"), Authorize(Policies.ManageStudy)]
public sealed class QuestionImportsController(PortalDb db, SheetUpload uploads, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public IActionResult Create() => View(new QuestionFileForm { BranchId = db.Viewer.Acting?.BranchId });

    [HttpPost(""), RequestSizeLimit(SheetUpload.MostBytes * 2)]
    public async Task<IActionResult> Create(QuestionFileForm form)
    {
        var branchId = await db.OwnBranchAsync(form.BranchId);
        var file = await SheetUpload.ReadAsync(form.Workbook!);
        QuestionFile.Read(file);
        return RedirectToAction(nameof(Details), new { branchId, token = uploads.Keep(file) });
    }

    [HttpGet("{branchId:int}/{token:guid}")]
    public async Task<IActionResult> Details(int branchId, Guid token, QuestionColumn[] columns)
    {
        if (Open(token, columns) is not { } open) return NotFound();

        var verdicts = await open.Import.JudgeAsync(await db.OwnBranchAsync(branchId));
        return View(new QuestionImportPage(SheetPage.Of(open.Read.Sheet, open.Columns, verdicts), open.Read.LeftOut, open.Read.Changed));
    }

    [HttpPost("{branchId:int}/{token:guid}")]
    public async Task<IActionResult> Confirm(int branchId, Guid token, QuestionColumn[] columns)
    {
        if (Open(token, columns) is not { } open || !uploads.Claim(token)) return NotFound();

        try
        {
            await open.Import.RunAsync(await db.OwnBranchAsync(branchId), open.File);
        }
        catch
        {
            uploads.GiveBack(token);
            throw;
        }

        uploads.Forget(token);
        return this.Done("All questions are in the bank.", nameof(QuestionsController.Index), "Questions");
    }

    [HttpGet("{branchId:int}/{token:guid}/faults")]
    public async Task<IActionResult> Faults(int branchId, Guid token, QuestionColumn[] columns, [FromServices] IStringLocalizer<Text> text) => Open(token, columns) is { } open
        ? File(await open.Read.Sheet.FaultsAsync(await open.Import.JudgeAsync(branchId), fault => text[fault.Message, fault.Details]), Sheet.ContentType, "faults.xlsx")
        : NotFound();

    /// <summary>The whole file as a workbook, to be mended and sent again: a question file of Moodle is no pleasure to edit.</summary>
    [HttpGet("{branchId:int}/{token:guid}/workbook")]
    public async Task<IActionResult> Workbook(int branchId, Guid token) => Open(token, []) is { } open
        ? File(await Sheet.WriteAsync(open.Read.Sheet.Lines.Select(line => line.Cells).Prepend(open.Read.Sheet.Headings)), Sheet.ContentType, "questions.xlsx")
        : NotFound();

    [HttpGet("template")]
    public async Task<IActionResult> Template() => File(await QuestionSheet.TemplateAsync(), Sheet.ContentType, "template.xlsx");

    private (byte[] File, QuestionFile Read, QuestionColumn[] Columns, QuestionImport Import)? Open(Guid token, QuestionColumn[] columns)
    {
        if (uploads.Find(token) is not { } file) return null;

        var read = QuestionFile.Read(file);
        if (columns.Length == 0) columns = read.Sheet.Guess(QuestionSheet.Meaning);
        return (file, read, columns, new QuestionImport(db, read.Sheet, columns, clock.UtcNow()));
    }
}
