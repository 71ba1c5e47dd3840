namespace PartyPortal.Web.Platform;

/// <summary>The address by which the world knows the portal: the configured one, and only without it the one that was asked for.</summary>
public static class SiteAddress
{
    /// <summary>Scheme and host, without a slash at the end.</summary>
    public static string Origin(HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<IConfiguration>()["Portal:PublicAddress"]?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
}
