using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

public sealed record NamedHelper(int Id, string Name);

/// <summary>Helpers whom members have named, and the members for them. Past the gate of people, which knows officers alone; of each other the two know the name.</summary>
public static class HelperBook
{
    /// <summary>Whom the viewer has named.</summary>
    public static Task<List<NamedHelper>> OwnHelpersAsync(this PortalDb db) =>
        db.StudyHelpers.IgnoreQueryFilters([Visibility.Filter]).Where(h => h.PersonId == db.Viewer.PersonId).OrderBy(h => h.Id).Select(h => new NamedHelper(h.Id, h.Helper.Name)).ToListAsync();

    /// <summary>Who has named the viewer.</summary>
    public static Task<List<NamedHelper>> HelpedByMeAsync(this PortalDb db) =>
        db.StudyHelpers.IgnoreQueryFilters([Visibility.Filter]).Where(h => h.HelperId == db.Viewer.PersonId && h.Person.Stage != Stage.Former).OrderBy(h => h.Person.NameKey).ThenBy(h => h.Id).Select(h => new NamedHelper(h.PersonId, h.Person.Name)).ToListAsync();

    /// <summary>A member who has named the viewer, with the branch; null where they have not.</summary>
    public static Task<Person?> FindHelpedAsync(this PortalDb db, int? personId) => db.People.IgnoreQueryFilters([Visibility.Filter]).Include(p => p.Branch)
        .SingleOrDefaultAsync(p => p.Id == personId && p.Stage != Stage.Former && db.StudyHelpers.Any(h => h.PersonId == p.Id && h.HelperId == db.Viewer.PersonId));

    /// <summary>Somebody by name and number together, so that neither tells the other; null where they do not belong together.</summary>
    public static async Task<int?> FindPersonAsync(this PortalDb db, string name, string number)
    {
        var (tidy, key) = (name.Trim(), number.Trim().ToUpperInvariant());
        return await db.People.IgnoreQueryFilters([Visibility.Filter]).Where(p => p.NumberKey == key && p.Name == tidy && p.Stage != Stage.Former).Select(p => (int?)p.Id).SingleOrDefaultAsync();
    }

    /// <summary>What the viewer wrote down as a named helper and that waits for the member.</summary>
    public static Task<List<HelpedStudy>> HelpedStudiesAsync(this PortalDb db) => db.SelfStudies.IgnoreQueryFilters([Visibility.Filter])
        .Where(s => s.RecordedBy != null && s.RecordedBy == db.Viewer.AccountId && !s.IsByOfficer && (s.State == SelfStudyState.AwaitsMember || s.State == SelfStudyState.Objected))
        .OrderByDescending(s => s.On).ThenByDescending(s => s.Id).Select(s => new HelpedStudy(s.Id, s.Person.Name, s.Title, s.On, s.Hours, s.State)).ToListAsync();
}

public sealed record HelpedStudy(int Id, string Person, string Title, DateOnly On, decimal Hours, SelfStudyState State);
