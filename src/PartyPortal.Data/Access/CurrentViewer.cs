using PartyPortal.Domain.Access;

namespace PartyPortal.Data.Access;

/// <summary>Holds who is asking in this scope. The context reads it at each query, so that a pooled context never keeps a stranger.</summary>
public sealed class CurrentViewer(TimeProvider clock, PortalChanges changes)
{
    public Viewer Viewer { get; set; } = Viewer.Nobody;

    public TimeProvider Clock { get; } = clock;

    public PortalChanges Changes { get; } = changes;

    /// <summary>The portal's own book-keeping (sign-in, slips, jobs) until the answer is disposed. Each use says why beside it.</summary>
    public IDisposable ActAsSystem() => ActAs(Viewer.System);

    /// <summary>Looks with the eyes of one of the viewer's own offices, or of none, until the answer is disposed.</summary>
    public IDisposable ActIn(ActingRole? own) => own is null || Viewer.Roles.Contains(own)
        ? ActAs(Viewer with { Acting = own })
        : throw new OutsideJurisdictionException("The office of somebody else.");

    /// <summary>Work that somebody asked for and that is done after their page was answered: in their name, through the same gates.</summary>
    public IDisposable ActFor(Viewer viewer) => ActAs(viewer);

    private Back ActAs(Viewer viewer)
    {
        var before = Viewer;
        Viewer = viewer;
        return new Back(() => Viewer = before);
    }

    private sealed class Back(Action act) : IDisposable
    {
        public void Dispose() => act();
    }
}
