namespace PartyPortal.Data.Accounts;

/// <summary>A signed-in browser. It keeps no address and no agent; last seen is rounded to the hour.</summary>
public sealed class SignInSession
{
    public const int GrantsMaxLength = 200;

    /// <summary>Random: it stands in the cookie and tells neither order nor time.</summary>
    public Guid Id { get; private init; } = Guid.NewGuid();

    public required string AccountId { get; init; }
    public required DateTime StartedAt { get; init; }
    public required DateTime EndsAt { get; init; }
    public DateTime SeenAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>The grant in use; null for the first one.</summary>
    public int? GrantId { get; private init; }

    /// <summary>The grants that its owner held when it was first asked for; null until then. Others mean that its id has to be renewed.</summary>
    public string? Grants { get; private set; }

    /// <summary>When a password or code was last given: mass exports and changes of access ask again after ten minutes.</summary>
    public DateTime ProvedAt { get; private set; }

    public static SignInSession Begin(string accountId, DateTime now, TimeSpan longest) =>
        new() { AccountId = accountId, StartedAt = now, EndsAt = now + longest, SeenAt = Hour(now), ProvedAt = now };

    public bool IsAliveAt(DateTime now) => EndedAt is null && now < EndsAt;

    /// <summary>Notes that it is in use, with these grants; the first ones stay.</summary>
    public void See(DateTime now, string grants)
    {
        SeenAt = Hour(now);
        Grants ??= grants;
    }

    public void Prove(DateTime now) => ProvedAt = now;

    public void End(DateTime now) => EndedAt = now;

    /// <summary>The same session under a new id, acting by this grant. Its end and its proof stay; the old id is dead.</summary>
    public SignInSession Renew(DateTime now, int? grantId)
    {
        End(now);
        return new SignInSession { AccountId = AccountId, StartedAt = StartedAt, EndsAt = EndsAt, SeenAt = SeenAt, ProvedAt = ProvedAt, GrantId = grantId };
    }

    private static DateTime Hour(DateTime now) => now.Date.AddHours(now.Hour);
}
