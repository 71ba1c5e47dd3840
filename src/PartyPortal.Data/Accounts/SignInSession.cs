namespace PartyPortal.Data.Accounts;

/// <summary>A signed-in browser. It keeps no address and no agent; last seen is rounded to the hour.</summary>
public sealed class SignInSession
{
    /// <summary>Random: it stands in the cookie and tells neither order nor time.</summary>
    public Guid Id { get; private init; } = Guid.NewGuid();

    public required string AccountId { get; init; }
    public required DateTime StartedAt { get; init; }
    public required DateTime EndsAt { get; init; }
    public DateTime SeenAt { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>The grant in use; null for the first one.</summary>
    public int? GrantId { get; set; }

    /// <summary>When a password or code was last given: mass exports and changes of access ask again after ten minutes.</summary>
    public DateTime ProvedAt { get; set; }

    public bool IsAliveAt(DateTime now) => EndedAt is null && now < EndsAt;
}
