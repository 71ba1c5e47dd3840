using PartyPortal.Data;
using PartyPortal.Web.Platform;
using Serilog;

var mode = StartMode.From(args);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = StartMode.WithoutOwn(args),
    ContentRootPath = Directory.Exists("wwwroot") ? null : AppContext.BaseDirectory,
});
builder.Host.UseSerilog((context, services, log) => log.ReadFrom.Configuration(context.Configuration).ReadFrom.Services(services).Enrich.With<OneLineAnEntry>().Filter.ByExcluding(RequestLog.IsSecret), preserveStaticLogger: true);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.WebHost.UseStaticWebAssets();
if (!StartChecks.Pass(builder.Configuration, builder.Environment, mode, Console.Error)) return 1;

builder.AddPortal(mode);

var app = builder.Build();
app.UsePortal();
if (await app.PrepareDatabaseAsync(mode) is { } exitCode) return exitCode;

await app.RunAsync();
return 0;

/// <summary>The host, for the tests.</summary>
public partial class Program;
