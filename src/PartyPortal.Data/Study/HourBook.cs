using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Settings;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

public sealed record Attendee(int PersonId, string Name, string? Number);

/// <summary>The class hours of people, counted from their sources. Past the gates: nobody sees whose course gave what, but a day must not be filled twice, and branches are told how many have reached their hours.</summary>
public static class HourBook
{
    /// <summary>What counts.</summary>
    public static Task<IReadOnlyDictionary<int, HourAccount>> HoursAsync(this PortalDb db, IReadOnlyCollection<int> people) => AccountsAsync(db, people, SelfStudyState.Confirmed);

    /// <summary>The same with the self-study that waits: by this a day is full.</summary>
    public static Task<IReadOnlyDictionary<int, HourAccount>> HoursToComeAsync(this PortalDb db, IReadOnlyCollection<int> people) => AccountsAsync(db, people, SelfStudyState.Confirmed, SelfStudyState.Waiting, SelfStudyState.AwaitsMember);

    /// <summary>How many members of a branch have reached their hours in a year; of nobody by name.</summary>
    public static async Task<HourTotals> HourTotalsAsync(this PortalDb db, int branchId, int year, PortalSettings settings)
    {
        var members = await db.People.IgnoreQueryFilters([Visibility.Filter]).Where(p => p.BranchId == branchId && (p.Stage == Stage.ProbationaryMember || p.Stage == Stage.FullMember))
            .Select(p => new { p.Id, Offices = db.RoleGrants.Where(g => g.AccountId == p.AccountId && g.Until == null).Select(g => g.Role).ToList() }).ToListAsync();
        var hours = await db.HoursAsync([.. members.Select(m => m.Id)]);
        return new HourTotals(members.Count, members.Count(m => hours[m.Id].In(year) >= settings.HoursOf(isMember: true, m.Offices)));
    }

    /// <summary>Who was at an event of the viewer's own. Whoever has moved to another branch since was there all the same.</summary>
    public static Task<List<Attendee>> AttendeesAsync(this PortalDb db, int eventId)
    {
        var reach = db.Viewer.Path;
        return db.HourAttendances.IgnoreQueryFilters([Visibility.Filter]).Where(a => a.EventId == eventId && a.Branch.Path.StartsWith(reach))
            .OrderBy(a => a.Person.NameKey).ThenBy(a => a.Id).Select(a => new Attendee(a.PersonId, a.Person.Name, a.Person.Number)).ToListAsync();
    }

    private static async Task<IReadOnlyDictionary<int, HourAccount>> AccountsAsync(PortalDb db, IReadOnlyCollection<int> people, params SelfStudyState[] states)
    {
        var entries = (await CoursesAsync(db, people)).Concat(await AttendedAsync(db, people)).Concat(await InClassAsync(db, people)).Concat(await StudiedAsync(db, people, states)).ToLookup(e => e.PersonId, e => e.Entry);
        return people.ToDictionary(id => id, id => new HourAccount(entries[id]));
    }

    private static async Task<IEnumerable<(int PersonId, HourEntry Entry)>> CoursesAsync(PortalDb db, IReadOnlyCollection<int> people) =>
        (await db.CourseCompletions.IgnoreQueryFilters([Visibility.Filter]).Where(c => c.Hours != null)
            .Join(db.People.Where(p => people.Contains(p.Id)), c => c.AccountId, p => p.AccountId, (c, p) => new { p.Id, c.CourseId, c.Title, c.On, c.Hours }).ToListAsync())
            .Select(c => (c.Id, new HourEntry(HourSource.Course, HourEntry.OfCourse(c.CourseId), c.Title, c.On, c.Hours!.Value)));

    private static async Task<IEnumerable<(int PersonId, HourEntry Entry)>> AttendedAsync(PortalDb db, IReadOnlyCollection<int> people) =>
        (await db.HourAttendances.IgnoreQueryFilters([Visibility.Filter]).Where(a => people.Contains(a.PersonId)).Select(a => new { a.PersonId, a.Event }).AsNoTracking().ToListAsync())
            .Select(a => (a.PersonId, new HourEntry(a.Event.Source, a.Event.Key, a.Event.Title, a.Event.On, a.Event.Hours)));

    private static async Task<IEnumerable<(int PersonId, HourEntry Entry)>> InClassAsync(PortalDb db, IReadOnlyCollection<int> people) =>
        (await db.ClassAttendances.IgnoreQueryFilters([Visibility.Filter]).Where(a => a.Mark == AttendanceMark.Present || a.Mark == AttendanceMark.MadeUp)
            .Join(db.People.Where(p => people.Contains(p.Id)), a => a.SignUp.AccountId, p => p.AccountId, (a, p) => new { p.Id, a.SessionId, a.Session.Class.Title, a.Session.On, a.Session.Hours }).ToListAsync())
            .Select(a => (a.Id, new HourEntry(HourSource.TrainingClass, $"session:{a.SessionId}", a.Title, a.On, a.Hours)));

    private static async Task<IEnumerable<(int PersonId, HourEntry Entry)>> StudiedAsync(PortalDb db, IReadOnlyCollection<int> people, SelfStudyState[] states) =>
        (await db.SelfStudies.IgnoreQueryFilters([Visibility.Filter]).Where(s => people.Contains(s.PersonId) && states.Contains(s.State)).AsNoTracking().ToListAsync())
            .Select(s => (s.PersonId, new HourEntry(HourSource.SelfStudy, s.Key, s.Title, s.On, s.Hours) { RecordedBy = s.HelperName }));

    /// <summary>The row of the same study of one day, whoever may see it: what was turned down or objected to is written down anew there.</summary>
    public static Task<SelfStudy?> EarlierStudyAsync(this PortalDb db, int personId, string title, DateOnly on)
    {
        var key = SelfStudy.KeyOf(title);
        return db.SelfStudies.IgnoreQueryFilters([Visibility.Filter]).SingleOrDefaultAsync(s => s.PersonId == personId && s.On == on && s.TitleKey == key);
    }
}
