using Microsoft.AspNetCore.DataProtection;
using OtpNet;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>
/// The keys that the portal shares with authenticator apps (RFC 6238), sealed before they are stored. Identity's own provider asks the
/// machine's clock and does not tell which step a code belongs to, which is what refuses a replay.
/// </summary>
public sealed class CodeKeys(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int KeyBytes = 20;

    // A phone's clock may be half a minute off.
    private static readonly VerificationWindow Tolerance = new(previous: 1, future: 1);

    private readonly IDataProtector _seal = protection.CreateProtector("PartyPortal.SecondFactor");

    public static string NewKey() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(KeyBytes));

    public string Seal(string key) => _seal.Protect(key);

    public string Open(string sealedKey) => _seal.Unprotect(sealedKey);

    /// <summary>The step of half a minute that a code belongs to, or null where it belongs to none near now.</summary>
    public long? StepOf(string key, string code) =>
        new Totp(Base32Encoding.ToBytes(key)).VerifyTotp(clock.UtcNow(), code, out var step, Tolerance) ? step : null;
}
