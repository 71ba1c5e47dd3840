using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Problems;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Problems;

/// <summary>What was reported on the pages of one's organisations, and what was done about it.</summary>
[Route("desk/problems"), Authorize(Policies.SettleProblems)]
public sealed class ProblemDeskController(PortalDb db, TimeProvider clock) : Controller
{
    private const int Size = 30;

    [HttpGet("")]
    public async Task<IActionResult> Index(bool settled, int? after)
    {
        var rows = await db.ProblemReports.Where(r => (r.SettledOn != null) == settled && (after == null || r.Id < after))
            .OrderByDescending(r => r.Id).Take(Size + 1).Select(r => new ProblemRow(r.Id, r.Page, r.Kind, r.Text, r.On, r.Branch.Name)).ToListAsync();
        return View(new ProblemList(new Slice<ProblemRow>([.. rows.Take(Size)], rows.Count > Size ? $"{rows[Size - 1].Id}" : null), settled));
    }

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id) => await FindAsync(id) is { } report ? View(new ProblemPage(report)) : NotFound();

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Settle(int id, SettleForm form)
    {
        if (await db.FindToChangeAsync<ProblemReport>(id) is not { } report) return NotFound();

        report.Settle(form.Outcome, clock.Today());
        db.Record("ProblemReport.Settled", $"ProblemReport {id}");
        await db.SaveChangesAsync();
        return this.Done("The report is settled.", nameof(Index));
    }

    private Task<ProblemReport?> FindAsync(int id) => db.ProblemReports.AsNoTracking().Include(r => r.Branch).SingleOrDefaultAsync(r => r.Id == id);
}

public sealed record ProblemRow(int Id, string Page, ProblemKind Kind, string? Text, DateOnly On, string Branch);

public sealed record ProblemList(Slice<ProblemRow> Found, bool AreSettled);

public sealed record ProblemPage(ProblemReport Report)
{
    /// <summary>Where the office mends what is reported, be it still published or not.</summary>
    public string? DeskPage => PagePath.Subject(Report.Page) switch
    {
        ("branches", var id) => $"~/branches/{id}",
        ("circles", var id) => $"~/circles/{id}" + (Report.Page.Split("/words/") is [_, var said] ? $"#word-{said}" : ""),
        var (word, id) => $"~/desk/{word}/{id}",
        null => null,
    };
}

public sealed class SettleForm : IForm
{
    [Display(Name = "What was done"), Required, StringLength(ProblemReport.WordMaxLength)]
    public string? Outcome { get; set; }
}
