using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Maintaining;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Maintaining;

/// <summary>Times are typed in Beijing time.</summary>
public sealed class MaintenanceForm : IForm
{
    [Display(Name = "Start"), Required]
    public DateTime? From { get; set; }

    [Display(Name = "End"), Required]
    public DateTime? Until { get; set; }

    [Display(Name = "What does not work meanwhile"), Required, StringLength(MaintenanceWindow.AffectsMaxLength)]
    public string Affects { get; set; } = "";

    [Display(Name = "The same in English"), StringLength(MaintenanceWindow.AffectsMaxLength)]
    public string? AffectsInEnglish { get; set; }

    public Guid Version { get; set; }

    public static MaintenanceForm For(MaintenanceWindow planned) => new()
    {
        From = PortalClock.InShanghai(planned.From),
        Until = PortalClock.InShanghai(planned.Until),
        Affects = planned.Affects,
        AffectsInEnglish = planned.AffectsInEnglish,
        Version = planned.Version,
    };

    public MaintenanceWindow Create(DateTime now) => new(PortalClock.ToUtc(From!.Value), PortalClock.ToUtc(Until!.Value), Affects, AffectsInEnglish, now);

    public void ApplyTo(MaintenanceWindow planned, DateTime now) => planned.Plan(PortalClock.ToUtc(From!.Value), PortalClock.ToUtc(Until!.Value), Affects, AffectsInEnglish, now);
}
