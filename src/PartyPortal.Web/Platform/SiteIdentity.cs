namespace PartyPortal.Web.Platform;

/// <summary>What the header and footer say about the portal and the organisation behind it (国办发〔2017〕47号). Bound from <c>Portal:Site</c>.</summary>
public sealed record SiteIdentity
{
    public string Name { get; init; } = "智慧党建门户";
    public string NameInEnglish { get; init; } = "Party Portal";

    /// <summary>The organisation that answers for the site (主办单位).</summary>
    public string Host { get; init; } = "";
    public string HostInEnglish { get; init; } = "";
    public string Contact { get; init; } = "";

    /// <summary>ICP备案 number.</summary>
    public string Icp { get; init; } = "";

    /// <summary>公安备案 number.</summary>
    public string PublicSecurityFiling { get; init; } = "";

    public string LocalName => PageLanguage.IsChinese || NameInEnglish.Length == 0 ? Name : NameInEnglish;
    public string LocalHost => PageLanguage.IsChinese || HostInEnglish.Length == 0 ? Host : HostInEnglish;
}
