namespace PartyPortal.Data.Accounts;

public enum SignInNameKind
{
    UserName = 1,
    Number,
    Email,
}

/// <summary>One of the names an account may sign in by: user name, student or staff number, verified e-mail.</summary>
public sealed class SignInName
{
    public const int MaxLength = 120;

    public int Id { get; private init; }

    /// <summary>Trimmed and in upper case: unique in the portal.</summary>
    public required string Normalized { get; init; }

    public required SignInNameKind Kind { get; init; }
    public required string AccountId { get; init; }

    public static string Normalize(string name) => name.Trim().Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();
}
