using System.Collections.Concurrent;

namespace PartyPortal.Data.Access;

/// <summary>Counters raised after commit: what was remembered under an older number is not used again.</summary>
public sealed class PortalChanges
{
    private readonly ConcurrentDictionary<string, long> _editions = new();

    /// <summary>Of what decides over viewers: accounts, sessions, grants, branches, people.</summary>
    public long Viewers => Of(nameof(Viewers));

    /// <summary>Of what the public sees: part of the key of every cached page.</summary>
    public long PublicPages => Of(nameof(PublicPages));

    /// <summary>Of the portal's own settings.</summary>
    public long Settings => Of(nameof(Settings));

    /// <summary>Of messages to people.</summary>
    public long Messages => Of(nameof(Messages));

    public void RaiseViewers() => Raise(nameof(Viewers));

    public void RaisePublicPages() => Raise(nameof(PublicPages));

    public void RaiseSettings() => Raise(nameof(Settings));

    public void RaiseMessages() => Raise(nameof(Messages));

    private long Of(string name) => _editions.GetValueOrDefault(name);

    private void Raise(string name) => _editions.AddOrUpdate(name, 1, (_, was) => was + 1);
}
