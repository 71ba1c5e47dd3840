using PartyPortal.Web.Platform.Mail;

namespace PartyPortal.Web.Platform;

/// <summary>What a start in Production wants: it refuses a secret that stands in somebody's documents, and says what is missing.</summary>
internal static class StartChecks
{
    // As samples are written: in ours, and in those of the databases.
    private static readonly string[] SampleSecrets = ["change-me", "changeme", "example-secret", "your_password", "yourpassword", "<password>"];

    /// <returns>False where the portal must not start.</returns>
    public static bool Pass(IConfiguration configuration, IHostEnvironment environment, StartMode mode, TextWriter console)
    {
        if (!environment.IsProduction() || mode.IsDemo) return true;

        var samples = configuration.AsEnumerable().Where(entry => IsSample(entry.Key, entry.Value)).Select(entry => entry.Key).ToList();
        foreach (var key in samples) console.WriteLine($"{key} holds a sample secret. Set one of your own; the portal does not start with it.");
        foreach (var sentence in Missing(configuration)) console.WriteLine(sentence);
        return samples.Count == 0;
    }

    private static bool IsSample(string key, string? value) =>
        (key.StartsWith("Database:", StringComparison.OrdinalIgnoreCase) || key.StartsWith("Portal:", StringComparison.OrdinalIgnoreCase))
        && SampleSecrets.Any(sample => value?.Contains(sample, StringComparison.OrdinalIgnoreCase) == true);

    private static IEnumerable<string> Missing(IConfiguration configuration)
    {
        if (MailSettings.Of(configuration).Lacks is { } lack) yield return lack;
        if (!new PortalCookies(configuration).IsBehindTls)
            yield return "Portal:PublicAddress names no https address: passwords and cookies can be overheard on the way. Put TLS in front and set it.";
        else if (string.IsNullOrEmpty(configuration["Portal:Proxies"]))
            yield return "Portal:Proxies names no proxy: all visitors seem to come from one address, and limits count them as one.";
    }
}
