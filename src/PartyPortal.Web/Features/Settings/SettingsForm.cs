using PartyPortal.Domain.Settings;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Settings;

/// <summary>All settings at once; their ranges stand on the record itself.</summary>
public sealed class SettingsForm : IForm
{
    public PortalSettings Values { get; set; } = new();
}
