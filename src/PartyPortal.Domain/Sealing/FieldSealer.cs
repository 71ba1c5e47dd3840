using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PartyPortal.Domain.Sealing;

/// <summary>
/// Seals single columns, so that the database alone tells nothing. A sealed text is version, key number, nonce, tag and bytes, in Base64,
/// bound to its row and its column: copied elsewhere, or changed by one bit, it does not open.
/// </summary>
public sealed class FieldSealer(SealingKeys keys)
{
    private const byte Version = 1;
    private const int HeaderLength = 3;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = HeaderLength + NonceLength + TagLength;

    private readonly SealingKeys _keys = keys.Checked();

    /// <summary>
    /// How everything begins that the key in use has sealed: version and key number are three bytes, thus the first four letters.
    /// By it a query finds what an older key sealed and should be sealed again.
    /// </summary>
    public string ActivePrefix => Convert.ToBase64String(Header());

    /// <summary>Whether the key in use has sealed it.</summary>
    public bool IsCurrent(string sealedText) => sealedText.StartsWith(ActivePrefix, StringComparison.Ordinal);

    /// <param name="text">What is to be sealed.</param>
    /// <param name="sealId">The row's own random id.</param>
    /// <param name="column">The column's name.</param>
    public string Seal(string text, Guid sealId, string column)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        byte[] all = [.. Header(), .. RandomNumberGenerator.GetBytes(NonceLength), .. new byte[TagLength + plain.Length]];

        using var aes = new AesGcm(_keys.Keys[_keys.Active], TagLength);
        aes.Encrypt(Nonce(all), plain, all.AsSpan(Overhead), Tag(all), Bound(all, sealId, column));
        return Convert.ToBase64String(all);
    }

    /// <exception cref="RuleBrokenException">It was changed, belongs to another row or column, or its key is missing.</exception>
    public string Open(string sealedText, Guid sealId, string column)
    {
        try
        {
            return Open(Convert.FromBase64String(sealedText), sealId, column);
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException or ArgumentException or KeyNotFoundException)
        {
            throw new RuleBrokenException("This field was changed outside the portal, or its key is missing. Tell the system administrator.");
        }
    }

    /// <summary>A keyed hash by which equal texts are found without opening any.</summary>
    public string IndexOf(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_keys.IndexKey, Encoding.UTF8.GetBytes(text)));

    private string Open(byte[] all, Guid sealId, string column)
    {
        var plain = new byte[Math.Max(0, all.Length - Overhead)];
        using var aes = new AesGcm(all[0] == Version ? _keys.Keys[BinaryPrimitives.ReadUInt16BigEndian(all.AsSpan(1))] : [], TagLength);
        aes.Decrypt(Nonce(all), all.AsSpan(Overhead), Tag(all), plain, Bound(all, sealId, column));
        return Encoding.UTF8.GetString(plain);
    }

    private byte[] Header() => [Version, (byte)(_keys.Active >> 8), (byte)_keys.Active];

    private static Span<byte> Nonce(byte[] all) => all.AsSpan(HeaderLength, NonceLength);

    private static Span<byte> Tag(byte[] all) => all.AsSpan(HeaderLength + NonceLength, TagLength);

    private static byte[] Bound(byte[] all, Guid sealId, string column) => [.. all[..HeaderLength], .. sealId.ToByteArray(), .. Encoding.UTF8.GetBytes(column)];
}
