using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Collections;
using PartyPortal.Domain;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Collections;

/// <summary>Material that somebody is asked for, as themselves or for their organisation; and, for the office that asks, collections past their date with answers missing.</summary>
internal sealed class CollectionTodos(TimeProvider clock) : ITodoSource
{
    public string Module => Sentence.Key("Collections").Words;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db) => db.Viewer switch
    {
        { Acting: null, PersonId: not null } => await ToGiveAsync(db, db.CollectionAnswers.Where(a => a.PersonId == db.Viewer.PersonId)),
        { SpeaksForBranchId: not null } => [.. await ToGiveAsync(db, db.CollectionAnswers.Where(a => a.PersonId == null && a.OfBranchId == db.Viewer.SpeaksForBranchId)), .. await PastAsync(db)],
        { SpeaksForTop: true } => await PastAsync(db),
        _ => [],
    };

    /// <summary>Of organisations alone: what a person is asked for is no office's work.</summary>
    public async Task<IEnumerable<LateThing>> FindLateAsync(PortalDb db, DateOnly today)
    {
        var begin = PortalClock.ToUtc(today.ToDateTime(TimeOnly.MinValue));
        var answers = await db.CollectionAnswers.ToGive().Where(a => a.PersonId == null && a.Collection.DueAt < begin && (a.Collection.TakesLate || a.State == AnswerState.Returned))
            .Select(a => new { a.Id, a.OfBranchId, a.Collection.DueAt }).ToListAsync();
        // Without its title: the organisation above is told, and what is asked is between the office that asks and the one that answers.
        return answers.Select(a => new LateThing(Step.HandingIn, $"{a.Id}", a.OfBranchId, PortalClock.Day(a.DueAt), Policies.RolesOf(Policies.ReplyToTasks)));
    }

    private static async Task<IEnumerable<Todo>> ToGiveAsync(PortalDb db, IQueryable<CollectionAnswer> asked)
    {
        var answers = await asked.ToGive().OrderBy(a => a.Collection.DueAt).ThenBy(a => a.Id).Take(Todo.Most + 1)
            .Select(a => new { a.CollectionId, a.Collection.Title, By = a.Branch.Name, a.State, a.Collection.DueAt }).ToListAsync();
        return answers.Select(a => new Todo(a.State is AnswerState.Returned ? Sentence.Key("Mend what was sent back: {0}", a.Title) : Sentence.Key("Hand in: {0}", a.Title), $"/collections/{a.CollectionId}")
        {
            Icon = "clipboard-check",
            Why = Sentence.Key("{0} asks you for it", a.By),
            Due = PortalClock.Day(a.DueAt),
        });
    }

    private async Task<IEnumerable<Todo>> PastAsync(PortalDb db)
    {
        var now = clock.UtcNow();
        var past = await db.Collections.AskedBy(db.Viewer).Where(c => c.State == CollectionState.Open && c.DueAt < now && c.Answers.Any(a => a.State != AnswerState.HandedIn))
            .OrderBy(c => c.DueAt).ThenBy(c => c.Id).Take(Todo.Most + 1).Select(c => new { c.Id, c.Title, c.DueAt }).ToListAsync();
        return new Todo(Sentence.Key("Collections past their date with answers missing"), "/desk/collections?state=Open") { Icon = "card-checklist" }.OrEach(
            [.. past.Select(c => new Todo(Sentence.Key("Remind those missing or close the collection: {0}", c.Title), $"/desk/collections/{c.Id}") { Icon = "card-checklist", Since = PortalClock.Day(c.DueAt) })]);
    }
}
