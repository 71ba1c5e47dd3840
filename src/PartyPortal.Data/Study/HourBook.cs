using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

public sealed record Attendee(int PersonId, string Name, string? Number);

public sealed record MakeUp(int Id, int EventId, string Event, string Person, int MaterialId, string Material, bool IsOpen, DateOnly DueOn, DateOnly? DoneOn)
{
    public bool IsLateOn(DateOnly today) => DoneOn is null && DueOn < today;
}

/// <summary>The class hours of people, counted from their sources. Past the gates: nobody sees whose course gave what, but a day must not be filled twice.</summary>
public static class HourBook
{
    /// <summary>What counts.</summary>
    public static Task<IReadOnlyDictionary<int, HourAccount>> HoursAsync(this PortalDb db, IReadOnlyCollection<int> people) => AccountsAsync(db, people, SelfStudyState.Confirmed);

    /// <summary>The same with the self-study that waits: by this a day is full.</summary>
    public static Task<IReadOnlyDictionary<int, HourAccount>> HoursToComeAsync(this PortalDb db, IReadOnlyCollection<int> people) => AccountsAsync(db, people, SelfStudyState.Confirmed, SelfStudyState.Waiting, SelfStudyState.AwaitsMember);

    /// <summary>Who was at an event of the viewer's own. Whoever has moved to another branch since was there all the same.</summary>
    public static Task<List<Attendee>> AttendeesAsync(this PortalDb db, int eventId)
    {
        var reach = db.Viewer.Path;
        return db.HourAttendances.IgnoreQueryFilters([Visibility.Filter]).Where(a => a.EventId == eventId && a.Branch.Path.StartsWith(reach))
            .OrderBy(a => a.Person.NameKey).ThenBy(a => a.Id).Select(a => new Attendee(a.PersonId, a.Person.Name, a.Person.Number)).ToListAsync();
    }

    /// <summary>Make-up study for an event of the viewer's own. Whoever has moved to another branch since is asked all the same, and what was withdrawn stays assigned.</summary>
    public static Task<List<MakeUp>> MakeUpsForAsync(this PortalDb db, int eventId)
    {
        var reach = db.Viewer.Path;
        return MakeUps(db.MakeUpStudies.IgnoreQueryFilters([Visibility.Filter]).Where(m => m.EventId == eventId && m.Branch.Path.StartsWith(reach)).OrderBy(m => m.DueOn).ThenBy(m => m.Id));
    }

    /// <summary>The viewer's own make-up study: what is to be done first.</summary>
    public static Task<List<MakeUp>> OwnMakeUpsAsync(this PortalDb db) =>
        MakeUps(db.MakeUpStudies.IgnoreQueryFilters([Visibility.Filter]).Where(m => m.PersonId == db.Viewer.PersonId).OrderBy(m => m.DoneOn != null).ThenBy(m => m.DueOn).ThenBy(m => m.Id));

    private static Task<List<MakeUp>> MakeUps(IQueryable<MakeUpStudy> studies) =>
        studies.Select(m => new MakeUp(m.Id, m.EventId, m.Event.Title, m.Person.Name, m.MaterialId, m.Material.Title, m.Material.State == StudyState.Published, m.DueOn, m.DoneOn)).ToListAsync();

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
            .Join(db.People.Where(p => people.Contains(p.Id)), a => a.SignUp.AccountId, p => p.AccountId, (a, p) => new { p.Id, a.SessionId, a.Session.Class.Title, a.Session.Topic, a.Session.On, a.Session.Hours }).ToListAsync())
            .Select(a => (a.Id, OfSession(a.SessionId, a.Title, a.Topic, a.On, a.Hours)));

    private static HourEntry OfSession(int id, string title, string? topic, DateOnly on, decimal hours) =>
        new(HourSource.TrainingClass, $"class:{id}", topic is null ? title : $"{title} · {topic}", on, hours) { SessionNames = topic is null ? [title] : [title, topic] };

    private static async Task<IEnumerable<(int PersonId, HourEntry Entry)>> StudiedAsync(PortalDb db, IReadOnlyCollection<int> people, SelfStudyState[] states) =>
        (await db.SelfStudies.IgnoreQueryFilters([Visibility.Filter]).Where(s => people.Contains(s.PersonId) && states.Contains(s.State)).AsNoTracking().ToListAsync())
            .Select(s => (s.PersonId, new HourEntry(HourSource.SelfStudy, s.Key, s.Title, s.On, s.Hours) { RecordedBy = s.HelperName, SignedStudyId = s.SignedOn is null ? null : s.Id }));

    /// <summary>The row of the same study of one day, whoever may see it: what was turned down is written down anew there.</summary>
    public static Task<SelfStudy?> EarlierStudyAsync(this PortalDb db, int personId, string title, DateOnly on, string? helperId = null)
    {
        var key = SelfStudy.KeyOf(title, helperId);
        return db.SelfStudies.IgnoreQueryFilters([Visibility.Filter]).SingleOrDefaultAsync(s => s.PersonId == personId && s.On == on && s.TitleKey == key);
    }
}
