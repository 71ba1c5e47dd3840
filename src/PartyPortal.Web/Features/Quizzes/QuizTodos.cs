using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>Quizzes that somebody is asked to pass, and short answers to mark.</summary>
internal sealed class QuizTodos : ITodoSource
{
    public string Module => Sentence.Key("Quizzes").Words;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db) => db.Viewer switch
    {
        { Acting: null, PersonId: not null } => await ToPassAsync(db),
        var viewer when viewer.May(Policies.ManageStudy) => await ToMarkAsync(db),
        _ => [],
    };

    private static async Task<IEnumerable<Todo>> ToPassAsync(PortalDb db)
    {
        var me = db.Viewer.AccountId;
        var quizzes = await db.Quizzes.Where(q => q.State == QuizState.Published && q.DueOn != null && db.Viewer.Audiences.Contains(q.AudienceKey) && !db.QuizPasses.Any(p => p.QuizId == q.Id && p.AccountId == me))
            .OrderBy(q => q.DueOn).ThenBy(q => q.Id).Take(Todo.Most + 1).Select(q => new { q.Id, q.Title, q.DueOn, Branch = q.Branch.Name }).ToListAsync();
        return quizzes.Select(q => new Todo(Sentence.Key("Pass the quiz: {0}", q.Title), $"/quizzes/{q.Id}") { Icon = "card-checklist", Due = q.DueOn, Why = Sentence.Key("{0} asks you for it", q.Branch) });
    }

    private static async Task<IEnumerable<Todo>> ToMarkAsync(PortalDb db)
    {
        var me = db.Viewer.AccountId;
        var waiting = await db.WrittenAnswers.Where(w => w.Mark == null && w.AccountId != me && w.Question.Branch.Path.StartsWith(db.Viewer.Path)).Take(Todo.Most + 1).CountAsync();
        return waiting == 0 ? [] : [new Todo(Sentence.Key("Short answers to mark"), "/desk/marking") { Icon = "journal-text", Count = waiting }];
    }
}
