using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace PartyPortal.Load;

/// <summary>An answer of the portal, kept byte for byte.</summary>
internal sealed record KeptAnswer(Dictionary<string, string> Headers, byte[] Body)
{
    public static async Task<KeptAnswer> OfAsync(HttpResponseMessage answer)
    {
        string[] ofTheServer = ["Transfer-Encoding", "Date", "Content-Length"];
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => !ofTheServer.Contains(h.Key)).ToDictionary(h => h.Key, h => string.Join(", ", h.Value));
        return new KeptAnswer(headers, await answer.Content.ReadAsByteArrayAsync());
    }
}

/// <summary>What is compared with: a server that does the least there is to do.</summary>
internal static class Limits
{
    /// <summary>Kestrel alone, giving one answer from memory.</summary>
    public static Task ServeKeptAsync(string file, int port)
    {
        var kept = JsonSerializer.Deserialize<KeptAnswer>(File.ReadAllText(file))!;
        var app = NewApp(port);
        app.Run(http =>
        {
            foreach (var (name, value) in kept.Headers) http.Response.Headers[name] = value;
            http.Response.ContentLength = kept.Body.Length;
            return http.Response.Body.WriteAsync(kept.Body).AsTask();
        });
        return app.RunAsync();
    }

    /// <summary>Kestrel and the framework's own answer with ranges of one file, to anybody.</summary>
    public static Task ServeFilmAsync(string file, int port)
    {
        var app = NewApp(port);
        app.MapGet("/", () => Results.File(file, "video/mp4", enableRangeProcessing: true));
        return app.RunAsync();
    }

    /// <summary>A page of twenty titles by EF Core, and nothing else: what starting such a program takes at least.</summary>
    public static Task ServeBareAsync(Ground ground, int port)
    {
        var app = NewApp(port, services => services.AddDbContextPool<BareDb>(o => _ = ground.Engine == "PostgreSql" ? o.UseNpgsql(ground.Connection) : o.UseSqlite(ground.Connection)));
        app.MapGet("/", async (BareDb db) => string.Join('\n', await db.Notices.OrderByDescending(n => n.Id).Select(n => n.Title).Take(20).ToListAsync()));
        return app.RunAsync();
    }

    private static WebApplication NewApp(int port, Action<IServiceCollection>? add = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls($"http://127.0.0.1:{port}");
        add?.Invoke(builder.Services);
        return builder.Build();
    }
}

internal sealed class BareDb(DbContextOptions<BareDb> options) : DbContext(options)
{
    public DbSet<BareNotice> Notices => Set<BareNotice>();
}

internal sealed record BareNotice(int Id, string Title);
