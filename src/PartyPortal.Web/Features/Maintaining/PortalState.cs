using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PartyPortal.Data;
using PartyPortal.Domain.Jobs;
using PartyPortal.Domain.Messages;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Mail;
using PartyPortal.Web.Platform.Search;

namespace PartyPortal.Web.Features.Maintaining;

public enum PartState
{
    [Display(Name = "Works")]
    Works = 1,

    [Display(Name = "Works with delay")]
    IsLate,

    [Display(Name = "Does not work")]
    IsDown,

    [Display(Name = "Not in use")]
    IsUnused,
}

/// <param name="Name">What it does for people: a key of the dictionary.</param>
public sealed record PortalPart(string Name, PartState State)
{
    public string Tone => State switch
    {
        PartState.Works => "good",
        PartState.IsLate => "warn",
        PartState.IsDown => "bad",
        _ => "neutral",
    };
}

/// <summary>Whether the parts of the portal do their work, in words for everybody. Looked at twice a minute at most, however often it is asked.</summary>
public sealed class PortalState(HealthCheckService health, SearchIndex index, MailSettings mail, CurrentNetworks networks, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private volatile Known? _known;

    public async Task<IReadOnlyList<PortalPart>> FindAsync(PortalDb db)
    {
        if (_known is { } known && clock.UtcNow() - known.At < Longest) return known.Parts;

        _known = new Known(await LookAsync(db), clock.UtcNow());
        return _known.Parts;
    }

    private async Task<List<PortalPart>> LookAsync(PortalDb db)
    {
        var report = await health.CheckHealthAsync(check => check.Tags.Contains("ready"));
        var isUp = report.Status is HealthStatus.Healthy;
        return
        [
            new(Key("Reading, writing and saving"), isUp ? PartState.Works : PartState.IsDown),
            new(Key("Signing in"), isUp && !networks.Now.IsUnreadable ? PartState.Works : PartState.IsDown),
            new(Key("Searching"), index.IsWhole() ? PartState.Works : PartState.IsLate),
            new(Key("Sending e-mail"), mail.IsOn ? await AskAsync(isUp, () => MailAsync(db)) : PartState.IsUnused),
            new(Key("Work in the background: publishing, reminding, delivering"), await AskAsync(isUp, () => JobsAsync(db))),
        ];
    }

    private static async Task<PartState> AskAsync(bool isUp, Func<Task<bool>> isLate)
    {
        try
        {
            return !isUp ? PartState.IsDown : await isLate() ? PartState.IsLate : PartState.Works;
        }
        catch (Exception failure) when (DatabaseAway.Is(failure))
        {
            return PartState.IsDown;
        }
    }

    private Task<bool> MailAsync(PortalDb db)
    {
        var late = clock.UtcNow() - Patience;
        return db.Deliveries.AnyAsync(d => d.Channel == Channel.Mail && d.State == DeliveryState.Waiting && d.Attempts > 0 && d.CreatedAt < late);
    }

    private Task<bool> JobsAsync(PortalDb db)
    {
        var late = clock.UtcNow() - Patience;
        return db.Jobs.AnyAsync(j => j.State == JobState.Failed || j.DueAt < late);
    }

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;

    private sealed record Known(IReadOnlyList<PortalPart> Parts, DateTime At);
}
