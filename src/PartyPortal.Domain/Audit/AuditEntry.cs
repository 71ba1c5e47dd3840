namespace PartyPortal.Domain.Audit;

/// <summary>One thing that was done: who, when, in which role, what. Added in the transaction of its cause, never changed.</summary>
public sealed class AuditEntry
{
    public const int WordMaxLength = 60;
    public const int DetailMaxLength = 2000;

    public long Id { get; private init; }
    public DateTime At { get; init; }

    /// <summary>The account; null for the public and for the portal's own work.</summary>
    public string? AccountId { get; init; }

    public string? Role { get; init; }

    /// <summary>"Notice.Added", "SignIn.Failed", "People.Exported".</summary>
    public string Action { get; init; } = "";

    public string? Subject { get; init; }
    public int? BranchId { get; init; }

    /// <summary>Old and new values of plain columns; of personal columns only the names.</summary>
    public string? Detail { get; init; }
}
