namespace PartyPortal.Web.Platform;

/// <summary>More work is waiting than can be done in reasonable time: the asker gets 503 and may come again.</summary>
public sealed class TooBusyException : Exception
{
    /// <summary>When to come again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(15);
}
