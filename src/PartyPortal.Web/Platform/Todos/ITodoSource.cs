using PartyPortal.Data;
using PartyPortal.Domain.Todos;

namespace PartyPortal.Web.Platform.Todos;

/// <summary>
/// What one module knows of that waits for somebody. It is asked once for each office of the viewer, with that office in use,
/// and once without any, for what a person does as themselves. It reads through the gates and writes nothing.
/// </summary>
public interface ITodoSource
{
    /// <summary>The module as people know it, a key of the dictionary: named where it fails.</summary>
    string Module { get; }

    /// <summary>Whether what a person does of it as themselves is study: My study shows it too.</summary>
    bool IsStudy => false;

    Task<IEnumerable<Todo>> FindAsync(PortalDb db);

    /// <summary>What waits past its last day for offices of whichever organisation, asked for as the portal itself: it climbs the ladder.</summary>
    Task<IEnumerable<LateThing>> FindLateAsync(PortalDb db, DateOnly today) => Task.FromResult<IEnumerable<LateThing>>([]);

    /// <summary>What else the viewer wants to know of these days, due on its day: what ends, what takes place.</summary>
    Task<IEnumerable<Todo>> FindDaysAsync(PortalDb db, DateOnly from, DateOnly until) => Task.FromResult<IEnumerable<Todo>>([]);
}
