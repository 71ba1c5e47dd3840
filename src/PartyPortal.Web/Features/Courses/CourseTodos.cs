using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain;
using PartyPortal.Domain.Study;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Courses;

/// <summary>Courses that somebody is asked to take; for an office, those to approve and to finish.</summary>
internal sealed class CourseTodos : ITodoSource
{
    public string Module => Sentence.Key("Courses").Words;

    public bool IsStudy => true;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db)
    {
        if (db.Viewer is { Acting: null, PersonId: not null }) return await AssignedAsync(db);

        List<Todo> found = [];
        if (db.Viewer.May(Policies.ReviewStudy)) found.AddRange(await ToApproveAsync(db));
        if (db.Viewer.May(Policies.ManageStudy)) found.AddRange(await DraftsAsync(db));
        return found;
    }

    private static async Task<IEnumerable<Todo>> AssignedAsync(PortalDb db)
    {
        var asked = await db.AssignedToMe().OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(Todo.Most + 1).Select(a => new { a.CourseId, a.Course.Title, By = a.Branch.Name, a.AssignedOn, a.DueOn }).ToListAsync();
        return asked.Select(a => new Todo(Sentence.Key("Take the course: {0}", a.Title), $"/courses/{a.CourseId}") { Icon = "mortarboard", Since = a.AssignedOn, Due = a.DueOn, Why = Sentence.Key("Asked by {0}", a.By) });
    }

    private static async Task<IEnumerable<Todo>> ToApproveAsync(PortalDb db)
    {
        var me = db.Viewer.AccountId;
        var courses = await Own(db).Where(c => c.State == StudyState.AwaitingApproval && c.EditedBy != me && c.PublishedBy != me)
            .OrderBy(c => c.Id).Take(Todo.Most + 1).Select(c => new { c.Id, c.Title }).ToListAsync();
        return new Todo(Sentence.Key("Courses to approve"), "/desk/courses/approvals") { Icon = "book" }.OrEach(
            [.. courses.Select(c => new Todo(Sentence.Key("Approve the course: {0}", c.Title), $"/desk/courses/{c.Id}") { Icon = "book" })]);
    }

    private static async Task<IEnumerable<Todo>> DraftsAsync(PortalDb db)
    {
        var me = db.Viewer.AccountId;
        var drafts = await Own(db).Where(c => c.State == StudyState.Draft && (c.EditedBy == me || (c.SentBackBecause != null && c.PublishedBy == me)))
            .OrderBy(c => c.Id).Take(Todo.Most + 1).Select(c => new { c.Id, c.Title, IsSentBack = c.SentBackBecause != null }).ToListAsync();
        var sentBack = drafts.Where(d => d.IsSentBack).Select(d => new Todo(Sentence.Key("Mend the course: {0}", d.Title), $"/desk/courses/{d.Id}") { Icon = "reply", Why = Sentence.Key("It was sent back to you with a reason") });
        return [.. sentBack, new Todo(Sentence.Key("Your drafts of courses"), "/desk/courses?state=Draft") { Icon = "pencil", Why = Sentence.Key("You began them"), Count = drafts.Count(d => !d.IsSentBack) }];
    }

    private static IQueryable<Course> Own(PortalDb db) => db.Courses.Where(c => c.Branch.Path.StartsWith(db.Viewer.Path));
}
