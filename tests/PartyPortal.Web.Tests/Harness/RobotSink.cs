using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PartyPortal.Web.Tests.Harness;

/// <summary>Stands for the servers of WeCom and DingTalk: keeps what is said and answers as told.</summary>
public sealed class RobotSink : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Address, string Body)> _said = new();
    private readonly WebApplication _server;

    private RobotSink(WebApplication server) => _server = server;

    public IReadOnlyList<(string Address, string Body)> Said => [.. _said];

    public (int Status, string Body) Answer { get; set; } = (200, """{"errcode":0,"errmsg":"ok"}""");

    public string Address => _server.Urls.Single();

    public static async Task<RobotSink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var sink = new RobotSink(builder.Build());
        sink._server.Run(sink.HearAsync);
        await sink._server.StartAsync();
        return sink;
    }

    private async Task HearAsync(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        _said.Enqueue((http.Request.Path + http.Request.QueryString, await body.ReadToEndAsync()));
        http.Response.StatusCode = Answer.Status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(Answer.Body);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
