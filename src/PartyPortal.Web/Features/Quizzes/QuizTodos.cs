using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Quizzes;
using PartyPortal.Domain;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>Quizzes that somebody is asked to pass, mistakes to review; short answers to mark, and appeals to decide.</summary>
internal sealed class QuizTodos : ITodoSource
{
    public string Module => Sentence.Key("Quizzes").Words;

    public bool IsStudy => true;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db) => db.Viewer switch
    {
        { Acting: null, PersonId: not null } => [.. await ToPassAsync(db), .. await ToReviewAsync(db)],
        { Acting: null, IsSignedIn: true } => await ToReviewAsync(db),
        var viewer when viewer.May(Policies.ReviewStudy) => [.. await ToMarkAsync(db), .. await ToDecideAsync(db)],
        var viewer when viewer.May(Policies.ManageStudy) => await ToMarkAsync(db),
        _ => [],
    };

    private static async Task<IEnumerable<Todo>> ToPassAsync(PortalDb db)
    {
        var me = db.Viewer.AccountId;
        var quizzes = await db.Quizzes.Where(q => q.State == QuizState.Published && q.DueOn != null && db.Viewer.Audiences.Contains(q.AudienceKey)
                && (q.StageBits == 0 || (q.StageBits & db.Viewer.StageBit) != 0) && !db.QuizPasses.Any(p => p.QuizId == q.Id && p.AccountId == me))
            .OrderBy(q => q.DueOn).ThenBy(q => q.Id).Take(Todo.Most + 1).Select(q => new { q.Id, q.Title, q.DueOn, Branch = q.Branch.Name }).ToListAsync();
        return quizzes.Select(q => new Todo(Sentence.Key("Pass the quiz: {0}", q.Title), $"/quizzes/{q.Id}") { Icon = "card-checklist", Due = q.DueOn, Why = Sentence.Key("{0} asks you to pass it", q.Branch) });
    }

    /// <summary>Without a last day: a mistake that is met again later is no less known.</summary>
    private static async Task<IEnumerable<Todo>> ToReviewAsync(PortalDb db)
    {
        var due = await db.MistakesToReview(db.Today).OrderBy(m => m.DueOn).Take(Todo.Most + 1).Select(m => m.DueOn).ToListAsync();
        return due.Count == 0 ? [] : [new Todo(Sentence.Key("Review your mistakes"), "/my/review") { Icon = "arrow-clockwise", Since = due[0], Count = due.Count }];
    }

    private static async Task<IEnumerable<Todo>> ToMarkAsync(PortalDb db)
    {
        var me = db.Viewer.AccountId;
        var waiting = await db.WrittenAnswers.Where(w => w.Mark == null && w.AccountId != me && w.Question.Branch.Path.StartsWith(db.Viewer.Path)).Take(Todo.Most + 1).CountAsync();
        return waiting == 0 ? [] : [new Todo(Sentence.Key("Short answers to mark"), "/desk/marking") { Icon = "journal-text", Count = waiting }];
    }

    private static async Task<IEnumerable<Todo>> ToDecideAsync(PortalDb db)
    {
        var me = db.Viewer.AccountId;
        var open = await db.Appeals.Where(a => a.State == AppealState.Open && a.AccountId != me && a.Question.WrittenBy != me && a.Question.EditedBy != me && a.Question.Branch.Path.StartsWith(db.Viewer.Path))
            .OrderBy(a => a.On).ThenBy(a => a.Id).Take(Todo.Most + 1).Select(a => new { a.Id, a.Question.Text, a.On }).ToListAsync();
        return new Todo(Sentence.Key("Appeals against questions to decide"), "/desk/appeals") { Icon = "flag" }.OrEach(
            [.. open.Select(a => new Todo(Sentence.Key("Decide over the appeal: {0}", a.Text), $"/desk/appeals/{a.Id}") { Icon = "flag", Since = a.On })]);
    }
}
