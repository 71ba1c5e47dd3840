using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace PartyPortal.Web.Tests.Harness;

/// <summary>Gives each browser an address of its own, so that the limits of one test do not count for another.</summary>
internal sealed class TestAddress : IStartupFilter
{
    public const string Header = "X-Test-Address";

    private static int _given;

    public static string Next() => new IPAddress(BitConverter.GetBytes(0x0A + (Interlocked.Increment(ref _given) << 8))).ToString();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, go) =>
        {
            if (IPAddress.TryParse(http.Request.Headers[Header], out var address)) http.Connection.RemoteIpAddress = address;
            return go(http);
        });
        next(app);
    };
}
