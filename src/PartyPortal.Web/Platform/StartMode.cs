namespace PartyPortal.Web.Platform;

/// <summary>What the command line asked of this start.</summary>
internal sealed record StartMode(bool IsDemo, bool IsFresh, DateOnly? Today, bool Migrates, bool ChecksOnly, bool RenewsKeys)
{
    public static StartMode From(string[] args) => new(
        args.Contains("--demo"),
        args.Contains("--fresh"),
        Array.IndexOf(args, "--today") is >= 0 and var at && at + 1 < args.Length ? DateOnly.ParseExact(args[at + 1], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null,
        args.Contains("migrate"),
        args.Contains("--check"),
        args.Contains("keys"));

    /// <summary>The host must not read the portal's own words as settings.</summary>
    public static string[] WithoutOwn(string[] args) =>
        [.. args.Where((arg, i) => arg is not ("--demo" or "--fresh" or "--today" or "migrate" or "--check" or "keys") && (i == 0 || args[i - 1] != "--today"))];
}
