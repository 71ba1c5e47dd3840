using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Settings;
using PartyPortal.Domain.WorkCalendar;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

[assembly: AssemblyFixture(typeof(Portal))]

namespace PartyPortal.Web.Tests.Harness;

/// <summary>The real application in process, on the engine of the run. One for the assembly; its clock stands still. Each test plants its own branches.</summary>
public class Portal : WebApplicationFactory<Program>, IAsyncLifetime
{
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(new PortalSettings().SessionHours);

    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static int _planted;

    private readonly string _data = Directory.CreateTempSubdirectory("portal-tests-").FullName;

    private readonly Dictionary<string, string> _settings = [];

    public TestEngine Engine { get; init; } = TestEngine.FromEnvironment();

    public FakeTimeProvider Clock { get; init; } = new(Start);

    public string DataFolder => _data;

    /// <summary>What it was given by <see cref="With"/>.</summary>
    public IReadOnlyDictionary<string, string> Settings => _settings;

    public DateOnly Today => Clock.Today();

    public FeedbackClock FeedbackClock => new(Today, WorkingDays.OfTheWeek);

    /// <summary>A host of its own with another setting; before it is initialised.</summary>
    public Portal With(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Another value of one of the organisation's own settings.</summary>
    public Task SetAsync(string key, string value) => InDbAsync(db => { db.Add(new Setting { Key = key, Value = value }); return db.SaveChangesAsync(); });

    public async ValueTask InitializeAsync()
    {
        await Engine.PrepareAsync();
        GiveKeys();
        await InDbAsync(db => db.MigrateAsync());
    }

    /// <summary>A key file for sealed fields, without which a portal on a server engine does not start.</summary>
    public void GiveKeys() => new FieldKeys(new DataFolder(_data), new ConfigurationManager()).Renew();

    /// <summary>Runs as the portal itself.</summary>
    public Task InDbAsync(Func<PortalDb, Task> act) => InDbAsync(async db => { await act(db); return 0; });

    /// <summary>Runs as the portal itself.</summary>
    public Task<T> InDbAsync<T>(Func<PortalDb, Task<T>> act) => InDbAsync(Viewer.System, act);

    /// <summary>Runs as a viewer, past all pages: for tests of the gates alone.</summary>
    public async Task<T> InDbAsync<T>(Viewer viewer, Func<PortalDb, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Viewer = viewer;
        return await act(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    /// <summary>A branch of its own; under a fresh university committee where no parent is given.</summary>
    public async Task<Branch> PlantBranchAsync(string name, Branch? parent = null, BranchKind kind = BranchKind.Branch)
    {
        if (parent is null && kind is not BranchKind.UniversityCommittee) parent = await PlantBranchAsync(name + " University", null, BranchKind.UniversityCommittee);

        return await InDbAsync(async db =>
        {
            var under = parent is null ? null : await db.Branches.FindAsync(parent.Id);
            var branch = new Branch(Unique("T"), name, kind, under, new DateOnly(2020, 1, 1));
            db.Add(branch);
            await db.SaveChangesAsync();
            return branch;
        });
    }

    public async Task<Person> PlantPersonAsync(Branch branch, string name, Stage stage = Stage.FullMember) => await InDbAsync(async db =>
    {
        var person = new Person(name, (await db.Branches.FindAsync(branch.Id))!, stage, new DateOnly(2024, 9, 1));
        db.Add(person);
        await db.SaveChangesAsync();
        return person;
    });

    /// <summary>The organisation decides to collect ID numbers, which it does not by default.</summary>
    public async Task CollectIdNumbersAsync()
    {
        await OneAtATime.WaitAsync();
        await InDbAsync(async db =>
        {
            if (await db.Settings.FindAsync(nameof(PortalSettings.CollectsIdNumbers)) is null) db.Add(new Setting { Key = nameof(PortalSettings.CollectsIdNumbers), Value = "True" });
            return await db.SaveChangesAsync();
        });
        OneAtATime.Release();
    }

    /// <summary>A browser in which this person is signed in already: only the tests of signing in pay for a password.</summary>
    public async Task<Browser> As(Actor actor)
    {
        if (actor.IsStranger) return NewBrowser();

        var session = await PlantSessionAsync(actor);
        return Holding(Ticket(session), session.AccountId);
    }

    /// <summary>A second browser of the same person.</summary>
    public async Task<Browser> AlsoAsync(Browser first)
    {
        var session = SignInSession.Begin(first.AccountId!, Clock.UtcNow(), LongestSession);
        await InDbAsync(db => { db.Add(session); return db.SaveChangesAsync(); });
        return Holding(Ticket(session), session.AccountId);
    }

    /// <summary>A browser into which a session's cookie was copied.</summary>
    public Browser Holding(string cookie, string? accountId = null)
    {
        var browser = NewBrowser();
        browser.SetCookie(PortalServices.CookieName, cookie);
        browser.AccountId = accountId;
        return browser;
    }

    private Browser NewBrowser()
    {
        var browser = new Browser(CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("http://localhost") }));
        browser.Http.DefaultRequestHeaders.Add(TestAddress.Header, TestAddress.Next());
        return browser;
    }

    public static string Unique(string prefix) => $"{prefix}{Interlocked.Increment(ref _planted):D6}{Random.Shared.Next(1000):D3}";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Tests");
        builder.UseSetting("Database:Provider", Engine.Provider);
        builder.UseSetting("Database:Connection", Engine.Connection);
        builder.UseSetting("Portal:DataFolder", _data);
        builder.UseSetting("Portal:Jobs", "off");
        builder.UseSetting("Portal:SecondFactor", "off");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.EntityFrameworkCore", "Fatal");
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock).AddSingleton<IStartupFilter, TestAddress>());
    }

    private Task<SignInSession> PlantSessionAsync(Actor actor) => InDbAsync(async db =>
    {
        var name = Unique("user");
        var account = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = actor.Person?.Name ?? name, State = AccountState.Active, SecurityStamp = name };
        var session = SignInSession.Begin(account.Id, Clock.UtcNow(), LongestSession);
        db.AddRange(account, session);
        var branch = actor.Branch is null ? null : await db.Branches.FindAsync(actor.Branch.Id);
        if (actor.Role is { } role) db.Add(new RoleGrant(account.Id, role, branch, new DateOnly(2024, 1, 1), account.Id));
        if (actor.Person is { } known) (await db.People.FindAsync(known.Id))!.AccountId = account.Id;
        else if (actor.Role is null && branch is not null) db.Add(new Person(name, branch, actor.Stage!.Value, new DateOnly(2024, 9, 1)) { AccountId = account.Id });
        await db.SaveChangesAsync();
        return session;
    });

    private string Ticket(SignInSession session)
    {
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(PortalServices.Scheme);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, session.AccountId), new(BrowserSession.Claim, session.Id.ToString())], PortalServices.Scheme);
        return options.TicketDataFormat.Protect(new AuthenticationTicket(new ClaimsPrincipal(identity), PortalServices.Scheme));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_data, recursive: true);
        GC.SuppressFinalize(this);
    }
}
