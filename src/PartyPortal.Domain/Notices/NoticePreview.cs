using System.Security.Cryptography;
using System.Text;
using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Notices;

/// <summary>A link by which somebody without a right to the desk reads a notice before it is out. It is shown once and kept as a hash.</summary>
public sealed class NoticePreview : IBelongToBranch, IAudited
{
    public const int HashLength = 64;

    private NoticePreview() { }

    /// <exception cref="RuleBrokenException">The notice is over.</exception>
    public NoticePreview(Notice notice, string token, DateTime expiresAt)
    {
        if (!notice.MayBeChanged) throw new RuleBrokenException("This notice is over already.");

        (NoticeId, BranchId, TokenHash, ExpiresAt) = (notice.Id, notice.BranchId, HashOf(token), expiresAt);
    }

    public int Id { get; private init; }
    public int NoticeId { get; private init; }
    public Notice Notice { get; private init; } = null!;
    public int BranchId { get; private init; }
    public string TokenHash { get; private init; } = "";
    public DateTime ExpiresAt { get; private init; }
    public bool IsRevoked { get; private set; }

    /// <summary>128 random bits.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public bool HoldsAt(DateTime now) => !IsRevoked && now < ExpiresAt && Notice.MayBeChanged;

    public void Revoke() => IsRevoked = true;
}
