using System.Security.Cryptography;
using System.Text;
using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Feedback;

/// <summary>The only key to a message for its sender: 16 characters (80 bits), shown once, kept as a hash alone.</summary>
public static class ReceiptCode
{
    public const int HashLength = 64;

    /// <summary>The code of a form that was opened under a random key, so that the same form sent twice has one receipt.</summary>
    public static string Of(Guid formKey)
    {
        var code = new StringBuilder(16);
        UInt128 bits = 0;
        foreach (var part in SHA256.HashData(formKey.ToByteArray()).AsSpan(0, 10)) bits = (bits << 8) | part;
        for (var at = 15; at >= 0; at--) code.Append(PlainCode.Letters[(int)((bits >> (at * 5)) & 31)]);

        return PlainCode.InGroups(code.ToString());
    }

    /// <summary>What is kept.</summary>
    public static string HashOf(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(PlainCode.Tidy(code))));
}
