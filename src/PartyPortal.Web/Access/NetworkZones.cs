using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using PartyPortal.Domain;
using PartyPortal.Domain.Settings;

namespace PartyPortal.Web.Access;

/// <summary>
/// Where the settings name networks, there is nobody but strangers outside of them: a session from elsewhere is not looked at, and whatever
/// is behind the sign-in, the sign-in included, answers how to get in. Only named proxies may say for whom they ask.
/// </summary>
internal sealed class NetworkZones(RequestDelegate next, CurrentNetworks networks)
{
    private const string Field = $"Values.{nameof(PortalSettings.SignedInNetworks)}";

    public async Task InvokeAsync(HttpContext http)
    {
        if (Admit(networks.Now, http))
        {
            await next(http);
            return;
        }

        http.User = new ClaimsPrincipal(new ClaimsIdentity());
        if (IsForEverybody(http))
        {
            await next(http);
            return;
        }

        http.Items[typeof(NetworkZones)] = true;
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    /// <summary>Whether this answer was refused for where it was asked from.</summary>
    public static bool HasRefused(HttpContext http) => http.Items.ContainsKey(typeof(NetworkZones));

    /// <exception cref="RuleBrokenException">Whoever sets them would lock themselves out, or nobody could be told from anybody.</exception>
    public static void RequireHolding(NamedNetworks networks, HttpContext http)
    {
        if (networks.IsEmpty) return;
        if (IsForwardedUnasked(http)) throw new RuleBrokenException("A proxy stands before the portal that Portal:Proxies does not name: everybody would seem to come from it.") { Field = Field };
        if (Admit(networks, http)) return;

        throw new RuleBrokenException("Your own address {0} is in none of these networks: you would lock yourself out.", http.Connection.RemoteIpAddress?.ToString() ?? "–") { Field = Field };
    }

    private static bool Admit(NamedNetworks networks, HttpContext http) => networks.IsEmpty
        || (http.Connection.RemoteIpAddress is { } from && (networks.Hold(from) || (IPAddress.IsLoopback(from) && !IsForwardedUnasked(http))));

    /// <summary>What a named proxy says is taken off the request; what is left was said by somebody else.</summary>
    private static bool IsForwardedUnasked(HttpContext http) => http.Request.Headers.ContainsKey("X-Forwarded-For");

    private static bool IsForEverybody(HttpContext http) =>
        http.GetEndpoint()?.Metadata is not { } page || (page.GetMetadata<IAllowAnonymous>() is not null && page.GetMetadata<InsideOnlyAttribute>() is null);
}

/// <summary>Open without a session, and yet a door to what is behind the sign-in: shut outside the networks of the settings.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class InsideOnlyAttribute : Attribute;
