using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Options;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Load;

/// <summary>The portal itself, in this process: to fill its database, to sign people in, and to serve the floors behind its own middleware.</summary>
internal sealed class LoadHost(Ground ground) : WebApplicationFactory<Program>
{
    public async Task<T> InDbAsync<T>(Func<PortalDb, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        using var system = scope.ServiceProvider.GetRequiredService<CurrentViewer>().ActAsSystem();
        return await act(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    /// <summary>The cookies of so many people who are signed in already.</summary>
    public Task<string[]> SignInAsync(IReadOnlyList<string> accountIds) => InDbAsync(async db =>
    {
        var sessions = accountIds.Select(id => SignInSession.Begin(id, DateTime.UtcNow, TimeSpan.FromHours(12))).ToList();
        db.AddRange(sessions);
        await db.SaveChangesAsync();
        return sessions.Select(CookieOf).ToArray();
    });

    public void GiveKeys()
    {
        var keys = new FieldKeys(new DataFolder(ground.Folder), new ConfigurationManager());
        if (!keys.Exist) keys.Renew();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Load");
        builder.UseSetting("Portal:Jobs", "off");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.EntityFrameworkCore", "Fatal");
        foreach (var (key, value) in ground.Settings) builder.UseSetting(key.Replace("__", ":", StringComparison.Ordinal), value);
        builder.ConfigureServices(services =>
        {
            services.AddSingleton(ground).AddControllers().AddApplicationPart(typeof(LoadHost).Assembly);
            // The floors show the features' own views and their parts.
            services.PostConfigure<RazorViewEngineOptions>(views => views.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml"));
        });
    }

    private string CookieOf(SignInSession session)
    {
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(PortalServices.Scheme);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, session.AccountId), new(BrowserSession.Claim, session.Id.ToString())], PortalServices.Scheme);
        return $"{PortalServices.CookieName}={options.TicketDataFormat.Protect(new AuthenticationTicket(new ClaimsPrincipal(identity), PortalServices.Scheme))}";
    }
}
