namespace PartyPortal.Web.Platform;

/// <summary>
/// The portal's cookies: closed to scripts and to other sites. Behind TLS they are Secure and named __Host-, so that neither plain http
/// nor a neighbour under the same domain can set them. The public address decides: on plain http a Secure cookie would keep everybody out.
/// </summary>
internal sealed class PortalCookies(IConfiguration configuration)
{
    public const string HostPrefix = "__Host-";
    public const string Flash = "flash";

    public bool IsBehindTls { get; } = configuration["Portal:PublicAddress"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    public string NameOf(string name) => IsBehindTls ? HostPrefix + name : name;

    public void Shape(CookieBuilder cookie, string name)
    {
        cookie.Name = NameOf(name);
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = IsBehindTls ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        // One cookie for both languages, whose addresses begin differently.
        cookie.Path = "/";
    }
}
