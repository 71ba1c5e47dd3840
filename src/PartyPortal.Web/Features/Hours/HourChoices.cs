using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Features.Hours;

/// <summary>What is chosen from in the forms of an event, and what was chosen.</summary>
internal static class HourChoices
{
    // More than any branch has, and no more than a form may send.
    private const int Most = 1000;

    // More than one university has.
    private const int MostTitles = 2000;

    public static readonly IReadOnlyList<HourSource> Attended = [HourSource.Meeting, HourSource.OfflineClass, HourSource.TrainingClass];

    public static async Task<IReadOnlyList<SelectListItem>> PeopleToChooseAsync(this PortalDb db, int? branchId, int eventId = 0)
    {
        var people = await db.People.Where(p => p.BranchId == branchId && p.Stage != Stage.Former && !db.HourAttendances.Any(a => a.EventId == eventId && a.PersonId == p.Id))
            .OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(Most).Select(p => new { p.Id, p.Name, p.Number }).ToListAsync();
        return [.. people.Select(p => new SelectListItem(p.Number is null ? p.Name : $"{p.Name} · {p.Number}", $"{p.Id}"))];
    }

    /// <summary>Those of the event's own branch who were not there and have nothing in its place yet.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> AbsentToChooseAsync(this PortalDb db, int eventId)
    {
        var given = await db.MakeUpStudies.Where(m => m.EventId == eventId).Select(m => m.PersonId).ToListAsync();
        var branch = await db.HourEvents.Where(e => e.Id == eventId).Select(e => (int?)e.BranchId).SingleOrDefaultAsync();
        return [.. (await db.PeopleToChooseAsync(branch, eventId)).Where(p => !given.Exists(id => p.Value == $"{id}"))];
    }

    /// <summary>What the members of the event's branch may open.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> MaterialsToChooseAsync(this PortalDb db, int eventId)
    {
        var members = Stage.FullMember.Bit();
        var keys = Audience.KeysFor(Stage.FullMember, await db.HourEvents.Where(e => e.Id == eventId).Select(e => e.Branch).AsNoTracking().SingleOrDefaultAsync());
        return [.. (await db.StudyMaterials.Where(m => m.State == StudyState.Published && keys.Contains(m.AudienceKey) && (m.StageBits == 0 || (m.StageBits & members) != 0)).OrderByDescending(m => m.PublishedAt).ThenByDescending(m => m.Id).Take(MostTitles).Select(m => new { m.Id, m.Title }).ToListAsync()).Select(m => new SelectListItem(m.Title, $"{m.Id}"))];
    }

    public static async Task<IReadOnlyList<SelectListItem>> CoursesToChooseAsync(this PortalDb db) =>
        [.. (await db.Courses.Where(c => c.State == StudyState.Published).OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.Id).Take(MostTitles).Select(c => new { c.Id, c.Title }).ToListAsync()).Select(c => new SelectListItem(c.Title, $"{c.Id}"))];

    /// <exception cref="RuleBrokenException">It is none that the viewer could choose.</exception>
    public static async Task RequireCourseAsync(this PortalDb db, int? id)
    {
        if (id is not null && !await db.Courses.AnyAsync(c => c.Id == id && c.State == StudyState.Published)) throw new RuleBrokenException("Choose a course from the list.") { Field = "CourseId" };
    }

    /// <summary>All the people of an organisation but those who are marked.</summary>
    public static Task<List<int>> OthersAsync(this PortalDb db, int? branchId, IReadOnlyCollection<int> marked) =>
        db.People.Where(p => p.BranchId == branchId && p.Stage != Stage.Former && !marked.Contains(p.Id)).OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(Most + 1).Select(p => p.Id).ToListAsync();

    /// <summary>Writes down that these people of the viewer's own were there.</summary>
    public static async Task AttendAsync(this PortalDb db, HourEvent @event, IReadOnlyCollection<int> ids)
    {
        if (ids.Count > Most) throw new RuleBrokenException("At most {0} people at once.", Most) { Field = "People" };

        var people = await db.People.Where(p => ids.Contains(p.Id) && p.Stage != Stage.Former && p.Branch.Path.StartsWith(db.Viewer.Path)).OrderBy(p => p.NameKey).ThenBy(p => p.Id).ToListAsync();
        if (people.Count == 0) throw new RuleBrokenException("Choose who was there.") { Field = "People" };

        @event.Attend(people);
        // Whoever was there has nothing to make up.
        db.RemoveRange(await db.MakeUpStudies.Where(m => m.EventId == @event.Id && ids.Contains(m.PersonId)).ToListAsync());
    }
}
