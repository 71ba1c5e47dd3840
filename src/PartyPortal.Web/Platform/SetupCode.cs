using System.Security.Cryptography;
using System.Text;

namespace PartyPortal.Web.Platform;

/// <summary>Told once on the console while no account exists: who reads the console may make the first administrator. Good for one use and one start.</summary>
internal sealed class SetupCode
{
    private int _spent;

    public string Value { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    public bool TrySpend(string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given.Trim()), Encoding.UTF8.GetBytes(Value)) && Interlocked.Exchange(ref _spent, 1) == 0;
}
