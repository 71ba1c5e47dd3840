using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace PartyPortal.Web.Tests.Harness;

/// <summary>A host of its own, behind a named proxy, whose every log line of every level is kept as a file or console would write it.</summary>
public sealed class OverheardPortal : Portal
{
    public const string Proxy = "10.9.8.7";

    private readonly Lines _lines = new();

    public string Log => _lines.Text;

    public static async Task<OverheardPortal> StartAsync()
    {
        var portal = new OverheardPortal();
        await portal.InitializeAsync();
        return portal;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Portal:Proxies", Proxy);
        builder.UseSetting("Serilog:WriteTo:0:Args:restrictedToMinimumLevel", "Fatal");
        foreach (var source in new[] { "Default", "Override:Microsoft.AspNetCore", "Override:Microsoft.EntityFrameworkCore", "Override:System" })
            builder.UseSetting($"Serilog:MinimumLevel:{source}", "Verbose");
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(new BehindProxy()).AddSingleton<ILogEventSink>(_lines));
    }

    private sealed class Lines : ILogEventSink
    {
        private readonly MessageTemplateTextFormatter _format = new("{Timestamp:O} [{Level}] {Message:lj} {Properties:j}{NewLine}{Exception}", System.Globalization.CultureInfo.InvariantCulture);
        private readonly StringBuilder _written = new();

        public string Text
        {
            get { lock (_written) return _written.ToString(); }
        }

        public void Emit(LogEvent logEvent)
        {
            using var line = new StringWriter();
            _format.Format(logEvent, line);
            lock (_written) _written.Append(line);
        }
    }

    private sealed class BehindProxy : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, go) =>
            {
                http.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(Proxy);
                return go(http);
            });
            next(app);
        };
    }
}
