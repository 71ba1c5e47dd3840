using System.Security.Cryptography;
using System.Text;
using PartyPortal.Domain.Access;

namespace PartyPortal.Data.Accounts;

/// <summary>What the holder of a slip may do with it.</summary>
public enum SlipKind
{
    /// <summary>Open the account for the first time.</summary>
    Activation = 1,

    /// <summary>Choose a new password.</summary>
    Password,

    /// <summary>Choose a new password, and sign in without the second step that was set up.</summary>
    SecondFactor,

    /// <summary>Confirm an e-mail address; opens no account.</summary>
    Email,
}

public enum SlipState
{
    Open = 1,
    Used,

    /// <summary>Taken back, or replaced by a newer one.</summary>
    Withdrawn,

    /// <summary>Its time has run out: never stored, told by the clock.</summary>
    Expired,
}

/// <summary>
/// A paper with a code, good for one use. The database keeps the code's SHA-256 alone: at 120 random bits nothing slower is needed (ASVS 6.5.2, 待核).
/// </summary>
public sealed class Slip
{
    public const int HashLength = 64;

    /// <summary>Letters and digits of a code, in groups of four.</summary>
    public const int CodeLength = 24;

    public int Id { get; private init; }
    public required string AccountId { get; init; }
    public required SlipKind Kind { get; init; }
    public required string CodeHash { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public SlipState State { get; private set; } = SlipState.Open;

    /// <summary>A fresh code in groups of four.</summary>
    public static string NewCode() => PlainCode.InGroups(RandomNumberGenerator.GetString(PlainCode.Letters, CodeLength));

    /// <summary>What is kept of a code.</summary>
    public static string HashOf(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(PlainCode.Tidy(code))));

    public SlipState StateAt(DateTime now) => State is SlipState.Open && ExpiresAt <= now ? SlipState.Expired : State;

    public void Use() => State = SlipState.Used;

    public void Withdraw() => State = SlipState.Withdrawn;
}
