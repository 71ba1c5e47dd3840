namespace PartyPortal.Domain.Settings;

/// <summary>A value of <see cref="PortalSettings"/> that was changed. Where there is no row, the default holds.</summary>
public sealed class Setting
{
    public const int KeyMaxLength = 60;

    /// <summary>The name of the property of <see cref="PortalSettings"/>.</summary>
    public required string Key { get; init; }

    public required string Value { get; set; }
}
