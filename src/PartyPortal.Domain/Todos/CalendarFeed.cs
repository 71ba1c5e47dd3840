using System.Security.Cryptography;
using System.Text;
using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Todos;

/// <summary>A secret address under which the own calendar is read by other programs. Only its hash is kept; a new one puts an end to the one before.</summary>
public sealed class CalendarFeed : IBelongToAccount
{
    public const int HashLength = 64;

    private const int TokenBytes = 32;

    private CalendarFeed() { }

    public CalendarFeed(string accountId) => AccountId = accountId;

    public int Id { get; private init; }
    public string AccountId { get; private init; } = "";
    public string TokenHash { get; private set; } = "";

    /// <summary>The day on which its owner had it made.</summary>
    public DateOnly MadeOn { get; private set; }

    /// <summary>Makes it anew; answers what is in the address, once.</summary>
    public string Renew(DateOnly today)
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(TokenBytes)).ToLowerInvariant();
        (TokenHash, MadeOn) = (HashOf(token), today);
        return token;
    }

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
