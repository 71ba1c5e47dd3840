using System.Security.Cryptography;
using System.Text;

namespace PartyPortal.Domain.Feedback;

/// <summary>The only key to a message for its sender: 16 characters (80 bits), shown once, kept as a hash alone.</summary>
public static class ReceiptCode
{
    public const int HashLength = 64;

    // Crockford's base 32: no I, L, O and U, which are read for others.
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The code of a form that was opened under a random key, so that the same form sent twice has one receipt.</summary>
    public static string Of(Guid formKey)
    {
        var code = new StringBuilder(19);
        UInt128 bits = 0;
        foreach (var part in SHA256.HashData(formKey.ToByteArray()).AsSpan(0, 10)) bits = (bits << 8) | part;
        for (var at = 15; at >= 0; at--)
        {
            code.Append(Letters[(int)((bits >> (at * 5)) & 31)]);
            if (at is 12 or 8 or 4) code.Append('-');
        }

        return code.ToString();
    }

    /// <summary>What is kept. Small letters, spaces and hyphens do not matter, nor O for 0 and I or L for 1.</summary>
    public static string HashOf(string code)
    {
        var plain = code.ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes([.. plain.Where(char.IsAsciiLetterOrDigit)])));
    }
}
