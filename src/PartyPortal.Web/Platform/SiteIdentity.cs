using PartyPortal.Domain.Settings;

namespace PartyPortal.Web.Platform;

/// <summary>What header and footer say about the portal and the organisation behind it, in the language of the page.</summary>
public sealed record SiteIdentity(string Name, string? Host, string? Contact, string? Icp, string? PublicSecurityFiling)
{
    public static SiteIdentity Of(PortalSettings settings) => new(
        Local(settings.Name, settings.NameInEnglish)!,
        Local(settings.Host, settings.HostInEnglish),
        settings.Contact,
        settings.Icp,
        settings.PublicSecurityFiling);

    private static string? Local(string? chinese, string? english) => PageLanguage.IsChinese || string.IsNullOrEmpty(english) ? chinese : english;
}
