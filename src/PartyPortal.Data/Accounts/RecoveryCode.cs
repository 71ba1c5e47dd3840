using System.Globalization;
using System.Security.Cryptography;
using PartyPortal.Domain.Access;

namespace PartyPortal.Data.Accounts;

/// <summary>
/// One of ten codes on a printed card, for when the phone is not at hand. Good for one use: a used one is deleted. It begins with its
/// place on the card, so that one slow hash is compared and not ten; the rest are 55 random bits.
/// </summary>
public sealed class RecoveryCode
{
    public const int OnACard = 10;

    private const int Length = 12;

    public int Id { get; private init; }
    public required string AccountId { get; init; }

    /// <summary>0 to 9, the first letter of the code.</summary>
    public required int Place { get; init; }

    public required string Hash { get; init; }

    /// <summary>Ten fresh codes, each beginning with its place.</summary>
    public static IReadOnlyList<string> NewCard() =>
        [.. Enumerable.Range(0, OnACard).Select(place => place.ToString(CultureInfo.InvariantCulture) + RandomNumberGenerator.GetString(PlainCode.Letters, Length - 1))];

    /// <summary>The place on the card, or null where this is no recovery code at all.</summary>
    public static int? PlaceOf(string tidy) => tidy.Length == Length && char.IsAsciiDigit(tidy[0]) ? tidy[0] - '0' : null;
}
