using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Quizzes;

public sealed class MarkForm : IForm
{
    [Display(Name = "What it is worth"), Required, EnumDataType(typeof(Mark))]
    public Mark? Mark { get; set; }
}

/// <summary>Words to be marked: what was asked, what a good answer says, what somebody wrote. Never who.</summary>
public sealed record WordsToMark(string Question, string ModelAnswer, string? Article, string Text);

/// <summary>A question with words under it that wait.</summary>
public sealed record MarkingRow(int First, string Question, int Waiting);

/// <summary>Short answers, marked by people who do not see whose they are.</summary>
[Route("desk/marking"), Authorize(Policies.ManageStudy)]
public sealed class MarksController(PortalDb db, JobBell bell) : Controller
{
    private const int MostShown = 50;

    private IQueryable<WrittenAnswer> Waiting => db.WrittenAnswers.Where(w => w.Mark == null && w.AccountId != db.Viewer.AccountId && w.Question.Branch.Path.StartsWith(db.Viewer.Path));

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await Waiting.GroupBy(w => new { w.QuestionId, w.Question.Text })
        .Select(g => new { First = g.Min(w => w.Id), g.Key.Text, Count = g.Count() }).OrderBy(g => g.First).Take(MostShown).Select(g => new MarkingRow(g.First, g.Text, g.Count)).ToListAsync());

    [HttpGet("{id:int}")]
    public IActionResult Edit(int id) => View(new MarkForm());

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Edit(int id, MarkForm form)
    {
        if (await Waiting.SingleOrDefaultAsync(w => w.Id == id) is not { } words) return NotFound();

        words.MarkAs(form.Mark, db.Viewer);
        await db.SaveChangesAsync();
        bell.Ring();
        var next = await Waiting.Where(w => w.QuestionId == words.QuestionId).OrderBy(w => w.Id).Select(w => (int?)w.Id).FirstOrDefaultAsync();
        return next is null ? this.Done("It is marked. No more answers to this question wait.", nameof(Index)) : this.Done("It is marked. Here is the next one.", nameof(Edit), new { id = next });
    }

    // Before the form is looked at: it stands beside what is marked, new or refused.
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.ActionArguments.TryGetValue("id", out var id) && (ViewData["Words"] = await WordsAsync((int)id!)) is null) context.Result = NotFound();
        else await next();
    }

    private Task<WordsToMark?> WordsAsync(int id) => Waiting.Where(w => w.Id == id).Select(w => new WordsToMark(w.Question.Text, w.Question.RightAnswer, w.Question.Article, w.Text)).SingleOrDefaultAsync();
}
