using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Study;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Circles;

/// <summary>What somebody's circles read this week, until they call it done or the week is over.</summary>
internal sealed class CircleTodos(TimeProvider clock) : ITodoSource
{
    private const int DaysOfWeek = 7;

    public string Module => Sentence.Key("Reading circles").Words;

    public bool IsStudy => true;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db)
    {
        if (db.Viewer is not { Acting: null, PersonId: { } me }) return [];

        var (today, weekAgo) = (clock.Today(), clock.Today().AddDays(-DaysOfWeek));
        var readings = await db.CircleWeeks.Where(w => w.On <= today && w.On > weekAgo && w.Circle.EndedOn == null && w.Circle.Members.Any(m => m.PersonId == me) && w.Material.State == StudyState.Published
                && !db.StudyProgress.Any(p => p.MaterialId == w.MaterialId && p.AccountId == db.Viewer.AccountId && p.IsDone))
            .OrderBy(w => w.On).ThenBy(w => w.Id).Take(Todo.Most + 1).Select(w => new { w.Id, w.CircleId, w.Material.Title, Circle = w.Circle.Title, w.On }).ToListAsync();
        return readings.Select(r => new Todo(Sentence.Key("Read this week: {0}", r.Title), $"/circles/{r.CircleId}#week-{r.Id}") { Icon = "chat-dots", Due = r.On.AddDays(DaysOfWeek - 1), Why = Sentence.Key("You read along in “{0}”", r.Circle) });
    }
}
