using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Web.Access;
using PartyPortal.Web.Features.Accounts;
using PartyPortal.Web.Features.Audit;
using PartyPortal.Web.Features.Branches;
using PartyPortal.Web.Features.Circles;
using PartyPortal.Web.Features.Classes;
using PartyPortal.Web.Features.Collections;
using PartyPortal.Web.Features.Courses;
using PartyPortal.Web.Features.Feedback;
using PartyPortal.Web.Features.Guides;
using PartyPortal.Web.Features.Help;
using PartyPortal.Web.Features.Hours;
using PartyPortal.Web.Features.Jobs;
using PartyPortal.Web.Features.Ladder;
using PartyPortal.Web.Features.Maintaining;
using PartyPortal.Web.Features.Messages;
using PartyPortal.Web.Features.Notices;
using PartyPortal.Web.Features.People;
using PartyPortal.Web.Features.Postings;
using PartyPortal.Web.Features.Problems;
using PartyPortal.Web.Features.Quizzes;
using PartyPortal.Web.Features.Search;
using PartyPortal.Web.Features.Stale;
using PartyPortal.Web.Features.Study;
using PartyPortal.Web.Features.Tasks;
using PartyPortal.Web.Features.WorkCalendar;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform.Files;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Platform.Mail;
using PartyPortal.Web.Platform.Printing;
using PartyPortal.Web.Platform.Programs;
using PartyPortal.Web.Platform.Robots;
using PartyPortal.Web.Platform.Search;
using PartyPortal.Web.Platform.Sheets;
using PartyPortal.Web.Platform.Todos;
using PartyPortal.Web.Shared;
using Serilog;

namespace PartyPortal.Web.Platform;

/// <summary>What the portal is made of, a paragraph each.</summary>
internal static class PortalServices
{
    public const string Scheme = "portal";
    public const string CookieName = "portal.auth";

    /// <summary>Of those who gave the password and owe a code.</summary>
    public const string StepScheme = "portal.step";

    public static void AddPortal(this WebApplicationBuilder builder, StartMode mode)
    {
        var folder = DataFolder.From(builder.Configuration, mode.IsDemo);
        builder.Services.AddSingleton(folder).AddSingleton(mode);
        builder.Services.AddSingleton(ClockOf(mode));
        builder.Services.AddPortalDb(
            builder.Configuration["Database:Provider"] ?? "Sqlite",
            builder.Configuration["Database:Connection"] ?? $"Data Source={folder.Path("portal.db")}",
            builder.Configuration.GetValue<int?>("Database:MaxBatchSize"));
        builder.Services.AddDataProtection().SetApplicationName("PartyPortal").PersistKeysToFileSystem(new DirectoryInfo(folder.Path("keys", "cookies")));
        builder.Services.AddSingleton<FieldKeys>().AddSingleton(all => all.GetRequiredService<FieldKeys>().Sealer());
        builder.Services.AddSingleton<ViewerStore>().AddSingleton<SetupCode>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseReady>("database", tags: ["ready"]).AddCheck<CheckBranchPaths>("branch paths");

        AddFiles(builder.Services);
        AddMail(builder);
        AddRobots(builder);
        AddJobs(builder);
        AddSearch(builder);
        AddTodos(builder.Services);
        AddPages(builder.Services);
        AddSignIn(builder);
    }

    private static TimeProvider ClockOf(StartMode mode) => mode is { IsDemo: true, Today: { } today }
        ? new MovedClock(PortalClock.ToUtc(today.ToDateTime(new TimeOnly(9, 0))) - TimeProvider.System.GetUtcNow().UtcDateTime)
        : TimeProvider.System;

    private static void AddFiles(IServiceCollection services)
    {
        services.AddSingleton<FileLimits>().AddSingleton<IFileStore, DiskFileStore>().AddSingleton<FileIntake>().AddScoped<Arrivals>();
        services.AddSingleton<IPortalJob, EndUploads>().AddSingleton<IPortalJob, SweepFiles>();
        services.AddSingleton<PrintFont>().AddSingleton<CertificatePdf>().AddSingleton<LibreOffice>().AddSingleton<Ffmpeg>().AddSingleton<IPortalJob, RenderMaterials>();
    }

    private static void AddJobs(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CheckBranchPaths>().AddSingleton<IPortalJob>(all => all.GetRequiredService<CheckBranchPaths>());
        builder.Services.AddSingleton<IPortalJob, PublishDueNotices>().AddSingleton<IPortalJob, RemindBeforeNoticesEnd>();
        builder.Services.AddSingleton<IPortalJob, TellOfFeedback>().AddSingleton<IPortalJob, ClimbLadder>().AddSingleton<IPortalJob, StartOldClocks>();
        builder.Services.AddSingleton<IPortalJob, KeepMaintenance>();
        builder.Services.AddSingleton<IPortalJob, TellOfTickets>().AddSingleton<IPortalJob, ForgetTickets>();
        builder.Services.AddSingleton<IPortalJob, RecountPostings>().AddSingleton<IPortalJob, ForgetPostedNames>();
        builder.Services.AddSingleton<IPortalJob, CountStudyFigures>();
        builder.Services.AddSingleton<IPortalJob, EndCollections>().AddSingleton<IPortalJob, ForgetAbsentees>();
        builder.Services.AddSingleton<IPortalJob, RemindOfCourses>().AddSingleton<IPortalJob, CompleteCourses>().AddSingleton<IPortalJob, ForgetCircles>().AddSingleton<IPortalJob, MarkAttempts>().AddSingleton<IPortalJob, ForgetAttempts>();
        builder.Services.AddSingleton<AuditWitness>().AddSingleton<IPortalJob, SealAudit>();
        builder.Services.AddSingleton<IPortalJob, DeliverMessages>().AddSingleton<IPortalJob, ForgetOldMessages>();
        builder.Services.AddSingleton<IPortalJob, MeasureTables>().AddSingleton<JobBell>().AddSingleton<JobRunner>();
        builder.Services.AddSingleton<IPortalJob, ImportPeople>().AddSingleton<IPortalJob, ForgetImports>();
        if (builder.Configuration["Portal:Jobs"] != "off") builder.Services.AddHostedService(all => all.GetRequiredService<JobRunner>());
    }

    private static void AddMail(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(MailSettings.Of(builder.Configuration)).AddSingleton<MailSeals>().AddSingleton<MailText>();
        builder.Services.AddSingleton<IPortalJob, SendMail>();
    }

    private static void AddRobots(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection("Portal:Robots").Get<RobotSettings>() ?? new RobotSettings()).AddSingleton<RobotText>();
        AddRobot<WeComRobot>(builder.Services);
        AddRobot<DingTalkRobot>(builder.Services);
        builder.Services.AddSingleton<IPortalJob, SendToRobots>();
    }

    /// <summary>Its address is a secret: no redirect is followed with it, and no line of the log names it.</summary>
    private static void AddRobot<T>(IServiceCollection services) where T : class, IRobot =>
        services.AddHttpClient<IRobot, T>(typeof(T).Name, http => http.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { AllowAutoRedirect = false }).RemoveAllLoggers();

    private static void AddSearch(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IFindables, FindableNotices>().AddSingleton<IFindables, FindableMaterials>().AddSingleton<IFindables, FindableGuides>().AddSingleton<IFindables, FindableCourses>().AddSingleton<IFindables, FindableClasses>();
        builder.Services.AddSingleton<IFindables, FindableBranches>().AddSingleton<HelpShelf>().AddSingleton<OpenPages>().AddSingleton<ShownSteps>().AddSingleton<IFindables, FindableHelp>();
        builder.Services.AddSingleton<MissedWords>().AddSingleton<IPortalJob, KeepMissedSearches>();
        builder.Services.AddSingleton<SearchIndex>().AddSingleton<IndexKeeper>().AddScoped<Finder>().AddSingleton<IPortalJob, ForgetSearchChanges>();
        if (builder.Configuration["Portal:Jobs"] != "off") builder.Services.AddHostedService(all => all.GetRequiredService<IndexKeeper>());
    }

    private static void AddTodos(IServiceCollection services)
    {
        services.AddScoped<Waiting>().AddScoped<StandIns>().AddSingleton<IPortalJob, ForgetAbsences>();
        services.AddSingleton<ITodoSource, TaskTodos>();
        services.AddSingleton<ITodoSource, NoticeTodos>().AddSingleton<ITodoSource, StudyTodos>().AddSingleton<ITodoSource, CourseTodos>().AddSingleton<ITodoSource, GuideTodos>();
        services.AddSingleton<ITodoSource, FeedbackTodos>().AddSingleton<ITodoSource, AccountTodos>().AddSingleton<ITodoSource, WorkCalendarTodos>();
        services.AddSingleton<ITodoSource, JobTodos>().AddSingleton<ITodoSource, DeliveryTodos>().AddSingleton<ITodoSource, TicketTodos>();
        services.AddSingleton<ITodoSource, ProblemTodos>().AddSingleton<ITodoSource, StaleTodos>();
        services.AddSingleton<ITodoSource, PostingTodos>();
        services.AddSingleton<ITodoSource, CollectionTodos>().AddSingleton<ITodoSource, QuizTodos>().AddSingleton<ITodoSource, ClassTodos>().AddSingleton<ITodoSource, HourTodos>();
        services.AddSingleton<ITodoSource, CircleTodos>();
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<CurrentSettings>().AddSingleton<CurrentNetworks>().AddSingleton<UnreadMessages>().AddSingleton<LastUpdate>().AddSingleton<AnnouncedMaintenance>().AddSingleton<PortalState>();
        services.AddScoped<SheetUpload>().AddSingleton<IPortalJob, ForgetSheets>().AddSingleton<IPortalJob, ResealFields>();
        services.AddHttpContextAccessor();
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = ResponseCompressionDefaults.MimeTypes.Append("application/atom+xml");
        });
        services.AddRateLimiter(RateLimits.Define);
        services.AddOutputCache();
        services.AddOptions<Microsoft.AspNetCore.OutputCaching.OutputCacheOptions>().Configure<PortalChanges, PortalCookies>((cache, changes, cookies) =>
        {
            cache.SizeLimit = 64 * 1024 * 1024;
            cache.AddPolicy(PublicPages.Name, new PublicPages(changes, cookies));
        });
        services.AddControllersWithViews(mvc =>
            {
                mvc.ModelBinderProviders.Insert(0, new TextBinder.Provider());
                mvc.Filters.Add<AutoValidateAntiforgeryTokenAttribute>();
                mvc.Filters.Add<FormFilter>();
                mvc.Conventions.Add(new AddressWins());
            })
            .AddDataAnnotationsLocalization(o => o.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Text)));
        services.AddOptions<MvcOptions>().Configure<IServiceProvider>((mvc, all) => ValidationSentences.Use(mvc, () => all.GetRequiredService<IStringLocalizer<Text>>()));
        services.Configure<RazorViewEngineOptions>(FeatureViews.Use);
        services.AddSingleton<PortalCookies>();
        services.AddAntiforgery(o => o.HeaderName = "X-Antiforgery");
        services.AddOptions<AntiforgeryOptions>().Configure<PortalCookies>((forms, cookies) => cookies.Shape(forms.Cookie, "portal.form"));
        services.AddOptions<CookieTempDataProviderOptions>().Configure<PortalCookies>((flash, cookies) => cookies.Shape(flash.Cookie, PortalCookies.Flash));
    }

    private static void AddSignIn(WebApplicationBuilder builder)
    {
        builder.Services.AddIdentityCore<Account>().AddEntityFrameworkStores<PortalDb>();
        builder.Services.AddOptions<HashingSettings>().BindConfiguration("Portal:Hashing");
        builder.Services.AddSingleton<PasswordHashing>().AddScoped<BrowserSession>().AddScoped<SignInAttempt>().AddScoped<PasswordRules>();
        builder.Services.AddSingleton<SecondFactorDuty>().AddSingleton<CodeKeys>().AddSingleton<KnownBrowser>().AddScoped<SecondFactorBook>().AddScoped<EmailCodes>().AddScoped<SignInPass>();
        var cookies = new PortalCookies(builder.Configuration);
        builder.Services.AddAuthentication(Scheme).AddCookie(Scheme, cookie =>
        {
            cookies.Shape(cookie.Cookie, CookieName);
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "returnUrl";
            // The session on the server ends it sooner: by its own end, or when nothing is asked for.
            cookie.ExpireTimeSpan = TimeSpan.FromHours(24);
            cookie.SlidingExpiration = false;
            cookie.Events.OnRedirectToAccessDenied = asked =>
            {
                asked.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        }).AddCookie(StepScheme, cookie =>
        {
            cookies.Shape(cookie.Cookie, StepScheme);
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(10);
            cookie.SlidingExpiration = false;
        });
        builder.Services.AddAuthorization(Policies.Define);
    }

    /// <summary>Only the proxies that the settings name may say who asks and by which scheme.</summary>
    private static void TrustNamedProxies(WebApplication app)
    {
        var proxies = app.Configuration["Portal:Proxies"]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (proxies.Length == 0) return;

        var trusted = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        trusted.KnownProxies.Clear();
        foreach (var proxy in proxies) trusted.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
        app.UseForwardedHeaders(trusted);
    }

    public static void UsePortal(this WebApplication app)
    {
        TrustNamedProxies(app);
        // What people ask for is the public address, whether or not the proxy says so.
        if (app.Services.GetRequiredService<PortalCookies>().IsBehindTls) app.Use((http, next) => { http.Request.Scheme = "https"; return next(http); });
        // Outermost, so that an error page speaks the language of the address that failed.
        app.UseMiddleware<CultureByAddress>();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<SecurityHeaders>();
        app.UseRouting();
        // A page that is kept is given to a stranger before anybody is looked for: no sign-in, no line in the log, no database.
        app.Use(PublicPages.NormaliseEncoding);
        app.UseOutputCache();
        // Inside the cache, so that the compressed body is what is kept. A page with secrets is not compressed over TLS (BREACH).
        app.UseWhen(http => PublicPages.IsOfStranger(http) || !http.Request.IsHttps, pages => pages.UseResponseCompression());
        app.UseSerilogRequestLogging(log =>
        {
            RequestLog.Define(log);
            log.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        });
        app.UseAuthentication();
        app.UseMiddleware<NetworkZones>();
        app.UseMiddleware<ViewerMiddleware>();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapControllers().RequireAuthorization().WithStaticAssets();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
    }
}
