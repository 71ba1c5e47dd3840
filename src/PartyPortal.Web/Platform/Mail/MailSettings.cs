namespace PartyPortal.Web.Platform.Mail;

public enum MailTls
{
    StartTls = 1,
    Implicit,
    None,
}

/// <summary>The mail server, as the deployment names it under Portal:Mail. Without a host the portal sends no e-mail.</summary>
public sealed class MailSettings
{
    public string? Host { get; init; }
    public int Port { get; init; } = 587;
    public MailTls Tls { get; init; } = MailTls.StartTls;
    public string? User { get; init; }
    public string? Password { get; init; }

    /// <summary>The sender: an address, or a name and an address.</summary>
    public string? From { get; init; }

    /// <summary>How long an answer of the server is waited for.</summary>
    public int Seconds { get; init; } = 30;

    /// <summary>Portal:PublicAddress, for the links.</summary>
    public string? Origin { get; private set; }

    public bool IsOn => Host is { Length: > 0 } && Lacks is null;

    /// <summary>What is missing beside the host, in words for the console.</summary>
    public string? Lacks => (Host, From, Origin) switch
    {
        (null or "", _, _) => null,
        (_, null or "", _) => "Portal:Mail:From names no sender: the portal sends no e-mail.",
        (_, _, null or "") => "Portal:PublicAddress is not set, and e-mail needs it for its links: the portal sends no e-mail.",
        _ => null,
    };

    public static MailSettings Of(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Portal:Mail").Get<MailSettings>() ?? new MailSettings();
        settings.Origin = configuration["Portal:PublicAddress"]?.TrimEnd('/');
        return settings;
    }
}
