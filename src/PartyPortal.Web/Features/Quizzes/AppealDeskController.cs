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

/// <summary>What a reviewer decides about a question.</summary>
public enum AppealDecision
{
    [Display(Name = "The question stays as it is")]
    Refuse = 1,

    [Display(Name = "The right answer is another one: put right below")]
    Correct,

    [Display(Name = "The question is bad: it counts as right for everybody and is withdrawn")]
    Void,
}

public sealed class DecisionForm : IForm
{
    [Display(Name = "Decision"), Required, EnumDataType(typeof(AppealDecision))]
    public AppealDecision? Decision { get; set; }

    [Display(Name = "Why"), Required, StringLength(Appeal.ReasonMaxLength), DataType(DataType.MultilineText)]
    public string? Answer { get; set; }

    /// <summary>Which of the answers are right, by their numbers.</summary>
    [Display(Name = "Right answers to choose")]
    public List<int> Right { get; set; } = [];

    [Display(Name = "The statement is")]
    public bool? IsTrue { get; set; }

    [Display(Name = "Right answers"), StringLength(Question.MostOptions * (Question.FillInMaxLength + 2)), DataType(DataType.MultilineText)]
    public string? Accepted { get; set; }

    [Display(Name = "What a good answer says"), StringLength(Question.TextMaxLength), DataType(DataType.MultilineText)]
    public string? ModelAnswer { get; set; }

    public static DecisionForm For(Question question) => new()
    {
        Right = [.. question.Content.Options.Index().Where(o => o.Item.IsRight).Select(o => o.Index + 1)],
        IsTrue = question.Content.IsTrue,
        Accepted = string.Join('\n', question.Content.Accepted),
        ModelAnswer = question.Content.ModelAnswer,
    };

    public QuestionContent Corrected(Question question) => question.Content with
    {
        Options = [.. question.Options.Select((text, at) => new QuestionOption(text, Right.Contains(at + 1)))],
        IsTrue = IsTrue,
        Accepted = (Accepted ?? "").ReplaceLineEndings("\n").Split('\n'),
        ModelAnswer = ModelAnswer,
    };
}

public sealed record AppealRow(int Id, string Question, DateOnly On, AppealState State);

/// <param name="Open">Those that wait longest first.</param>
/// <param name="Decided">The newest first.</param>
public sealed record AppealsPage(IReadOnlyList<AppealRow> Open, Slice<AppealRow> Decided);

/// <summary>Appeals against questions, decided by somebody who wrote neither. Who appealed stands on no page.</summary>
[Route("desk/appeals"), Authorize(Policies.ReviewStudy)]
public sealed class AppealDeskController(PortalDb db, JobBell bell) : Controller
{
    private const int PageSize = 30;

    // The oldest first: those behind come up when these are decided.
    private const int MostOpen = 100;

    private IQueryable<Appeal> Own => db.Appeals.Where(a => a.AccountId != db.Viewer.AccountId && a.Question.Branch.Path.StartsWith(db.Viewer.Path));

    // Before the form is looked at: it stands beside what it is about, new or refused.
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.ActionArguments.TryGetValue("id", out var id) && (ViewData["Appeal"] = await Own.Include(a => a.Question).AsNoTracking().SingleOrDefaultAsync(a => a.Id == (int)id!)) is null) context.Result = NotFound();
        else await next();
    }

    [HttpGet("")]
    public async Task<IActionResult> Index(string? after)
    {
        var open = await Own.Where(a => a.State == AppealState.Open).OrderBy(a => a.On).ThenBy(a => a.Id).Take(MostOpen).Select(a => new AppealRow(a.Id, a.Question.Text, a.On, a.State)).ToListAsync();
        return View(new AppealsPage(open, await Own.Where(a => a.State != AppealState.Open).NewestFirstAsync(a => a.On, a => a.Id, after, PageSize, a => new AppealRow(a.Id, a.Question.Text, a.On, a.State))));
    }

    [HttpGet("{id:int}")]
    public IActionResult Edit(int id) => View(DecisionForm.For(((Appeal)ViewData["Appeal"]!).Question));

    [HttpPost("{id:int}")]
    public async Task<IActionResult> Edit(int id, DecisionForm form)
    {
        if (await Own.Include(a => a.Question).SingleOrDefaultAsync(a => a.Id == id) is not { } appeal) return NotFound();

        if (form.Decision is AppealDecision.Refuse) appeal.Refuse(form.Answer, db.Viewer);
        else await AcceptAsync(appeal, form);
        await db.SaveChangesAsync();
        bell.Ring();
        return form.Decision is AppealDecision.Refuse
            ? this.Done("It is decided. Whoever appealed reads your reason.", nameof(Index))
            : this.Done("It is decided. Everybody who was asked is marked anew, all alike.", nameof(Index));
    }

    /// <summary>What is put right for one is put right for all who appealed against the same question.</summary>
    private async Task AcceptAsync(Appeal appeal, DecisionForm form)
    {
        foreach (var each in await Own.Where(a => a.QuestionId == appeal.QuestionId && a.State == AppealState.Open).ToListAsync()) each.Accept(form.Answer, db.Viewer);
        if (form.Decision is AppealDecision.Void) appeal.Question.Void(form.Answer);
        else appeal.Question.Correct(form.Corrected(appeal.Question), db.Viewer);
    }
}
