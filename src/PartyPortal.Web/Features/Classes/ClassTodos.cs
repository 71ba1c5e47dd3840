using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Classes;
using PartyPortal.Domain;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Classes;

/// <summary>The next session of each class in which somebody has a seat; for who organises it, sessions held of which nobody noted who came.</summary>
internal sealed class ClassTodos(TimeProvider clock) : ITodoSource
{
    // Who was there is known no more after some weeks.
    private const int DaysToNote = 56;

    public string Module => Sentence.Key("Training classes").Words;

    public bool IsStudy => true;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db) => db.Viewer switch
    {
        { Acting: null, IsSignedIn: true } => (await db.OwnSessionsAsync(clock.Today())).Where(s => s.Waiting is null).DistinctBy(s => s.ClassId).Select(Of),
        { SpeaksForBranchId: not null } or { SpeaksForTop: true } => await ToNoteAsync(db),
        _ => [],
    };

    public async Task<IEnumerable<Todo>> FindDaysAsync(PortalDb db, DateOnly from, DateOnly until) =>
        db.Viewer.Acting is not null ? [] : (await db.OwnSessionsAsync(from)).Where(s => s.Waiting is null && s.On <= until).Select(Of);

    private static Todo Of(OwnSession session) =>
        new(Sentence.Key("Class: {0}, {1} at {2}", session.Title, $"{session.From:HH:mm}", session.Where), $"/classes/{session.ClassId}") { Icon = "mortarboard", Why = Sentence.Key("You signed up for it"), Due = session.On };

    private async Task<IEnumerable<Todo>> ToNoteAsync(PortalDb db)
    {
        var (me, today, oldest) = (db.Viewer, clock.Today(), clock.Today().AddDays(-DaysToNote));
        var held = await db.ClassSessions.Where(s => s.BranchId == me.SpeaksForBranchId || (me.SpeaksForTop && s.Class.Branch.ParentId == null))
            .Where(s => s.Class.State == ClassState.Announced && s.On < today && s.On >= oldest && !s.Attendance.Any() && s.Class.SignUps.Any())
            .OrderBy(s => s.On).ThenBy(s => s.Id).Take(Todo.Most + 1).Select(s => new { s.Id, s.ClassId, s.Class.Title, s.On }).ToListAsync();
        return new Todo(Sentence.Key("Sessions of which nobody noted who came"), "/desk/classes") { Icon = "mortarboard" }.OrEach(
            [.. held.Select(s => new Todo(Sentence.Key("Note who came: {0}, {1}", s.Title, s.On), $"/desk/classes/{s.ClassId}/sessions/{s.Id}/attendance") { Icon = "mortarboard", Since = s.On })]);
    }
}
