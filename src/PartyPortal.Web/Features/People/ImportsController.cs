using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Sealing;
using PartyPortal.Web.Access;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.People;

/// <summary>People out of a workbook: send it, say what its columns mean, mend what is faulty, take all or none.</summary>
[Route("people/import"), Authorize(Policies.ManagePeople)]
public sealed class ImportsController(PortalDb db, SheetUpload uploads, FieldSealer sealer, CurrentSettings settings, JobBell bell, TimeProvider clock) : Controller
{
    private const int MostFields = 4096;

    [HttpGet("")]
    public IActionResult Create() => View(new RosterForm { BranchId = db.Viewer.OnlyBranchId });

    [HttpPost(""), RequestSizeLimit(SheetUpload.MostBytes * 2)]
    public async Task<IActionResult> Create(RosterForm form)
    {
        if (await BranchAsync(form.BranchId!.Value) is null) return NotFound();

        var workbook = await SheetUpload.ReadAsync(form.Workbook!);
        var guess = new RosterMappingForm { Columns = Roster.Read(workbook).Guess(Roster.Meaning) };
        var token = uploads.Keep(workbook);
        uploads.SaveDraft(token, new RosterDraft(form.BranchId.Value, guess.For(guess.Columns.Length, TakesIdNumbers), null, DuplicatePolicy.Refuse, []));

        return RedirectToAction(nameof(Details), new { token });
    }

    [HttpGet("{token:guid}")]
    public async Task<IActionResult> Details(Guid token) =>
        await OpenAsync(token) is { } open ? View(RosterPage.Of(token, open, await ImportOf(open).JudgeAsync())) : NotFound();

    [HttpPost("{token:guid}/columns")]
    public async Task<IActionResult> Map(Guid token, RosterMappingForm form)
    {
        if (await OpenAsync(token) is not { } open) return NotFound();

        uploads.SaveDraft(token, open.Draft with { Columns = form.For(open.Sheet.Headings.Count, TakesIdNumbers), Stage = form.Stage, Policy = Enum.IsDefined(form.Policy) ? form.Policy : DuplicatePolicy.Refuse });
        return RedirectToAction(nameof(Details), new { token });
    }

    [HttpPost("{token:guid}/rows"), RequestFormLimits(ValueCountLimit = MostFields)]
    public async Task<IActionResult> Mend(Guid token, RosterMendForm form)
    {
        if (await OpenAsync(token) is not { } open) return NotFound();

        form.ApplyTo(open.Draft, open.Sheet);
        uploads.SaveDraft(token, open.Draft);
        return RedirectToAction(nameof(Details), new { token });
    }

    [HttpPost("{token:guid}/mended"), RequestSizeLimit(SheetUpload.MostBytes * 2)]
    public async Task<IActionResult> MendBySheet(Guid token, IFormFile? workbook)
    {
        if (await OpenAsync(token) is not { } open) return NotFound();
        if (workbook is null) throw new RuleBrokenException("Choose the workbook with the mended rows.");

        RosterFaults.Read(await SheetUpload.ReadAsync(workbook), open.Sheet).ApplyTo(open.Draft, open.Sheet);
        uploads.SaveDraft(token, open.Draft);
        return this.Done("The mended rows have been read.", nameof(Details), new { token });
    }

    [HttpPost("{token:guid}")]
    public async Task<IActionResult> Confirm(Guid token)
    {
        if (await OpenAsync(token) is not { } open) return NotFound();
        if ((await ImportOf(open).JudgeAsync()).Count(v => v.Fault is not null) is > 0 and var faulty) throw new RuleBrokenException("{0} rows are faulty. Nothing was imported.", faulty);

        db.ChangeTracker.Clear();
        var import = await db.PeopleImports.SingleOrDefaultAsync(i => i.Token == token);
        if (import is null) db.Add(import = new PeopleImport(open.Branch.Id, db.Viewer, token, open.Sheet.Lines.Count, clock.Today()));
        else if (!import.IsUnderWay) import.Retry(open.Sheet.Lines.Count);
        await db.SaveChangesAsync();
        bell.Ring();
        return RedirectToAction(nameof(ImportRunsController.Details), "ImportRuns", new { id = import.Id });
    }

    [HttpPost("{token:guid}/give-up")]
    public async Task<IActionResult> GiveUp(Guid token)
    {
        if (await OpenAsync(token) is null) return NotFound();
        if (await db.PeopleImports.AnyAsync(i => i.Token == token && (i.State == ImportState.Waiting || i.State == ImportState.Running))) throw new RuleBrokenException("This workbook is being imported.");

        uploads.Forget(token);
        return this.Done("The workbook has been deleted. Nothing was imported.", nameof(Create));
    }

    [HttpGet("{token:guid}/faults")]
    public async Task<IActionResult> Faults(Guid token, [FromServices] IStringLocalizer<Text> text) => await OpenAsync(token) is { } open
        ? File(await RosterFaults.SheetAsync(open.Sheet, await ImportOf(open).JudgeAsync(), fault => text[fault.Message, fault.Details]), Sheet.ContentType, "faults.xlsx")
        : NotFound();

    [HttpGet("template")]
    public async Task<IActionResult> Template() => File(await RosterTemplate.SheetAsync(TakesIdNumbers), Sheet.ContentType, "template.xlsx");

    private bool TakesIdNumbers => settings.Now.CollectsIdNumbers;

    private RosterImport ImportOf(OpenRoster open) => new(db, open.Sheet, open.Draft, open.Branch, sealer, clock.Today());

    private async Task<OpenRoster?> OpenAsync(Guid token) =>
        uploads.Find(token) is { } workbook && uploads.FindDraft<RosterDraft>(token) is { } draft && await BranchAsync(draft.BranchId) is { } branch
            ? new OpenRoster(workbook, Roster.Read(workbook).With(draft.Mended), draft, branch, TakesIdNumbers)
            : null;

    private Task<Branch?> BranchAsync(int id)
    {
        var reach = db.Viewer.Path;
        return db.Branches.SingleOrDefaultAsync(b => b.Id == id && b.Path.StartsWith(reach) && b.ArchivedOn == null);
    }
}
