using System.Globalization;

namespace PartyPortal.Load;

/// <summary>fill, run and table are for tests/load/run.sh; floor, kept, film and bare are the servers that a run starts.</summary>
internal static class Commands
{
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["fill", var engine, var people]:
                using (var host = new LoadHost(GroundOf(engine, people))) await new University(host, GroundOf(engine, people)).FillAsync();
                return 0;
            case ["run", var engine, var people, .. var how]:
                await new Run(GroundOf(engine, people), how is ["--quick"]).RunAsync();
                return 0;
            case ["floor", var engine, var people, var port]:
                using (var host = new LoadHost(GroundOf(engine, people)))
                {
                    host.UseKestrel(Number(port));
                    host.StartServer();
                    await Task.Delay(Timeout.Infinite);
                }

                return 0;
            case ["kept", var file, var port]:
                await Limits.ServeKeptAsync(file, Number(port));
                return 0;
            case ["film", var file, var port]:
                await Limits.ServeFilmAsync(file, Number(port));
                return 0;
            case ["bare", var engine, var people, var port]:
                await Limits.ServeBareAsync(GroundOf(engine, people), Number(port));
                return 0;
            case ["table", var page]:
                LoadTable.WriteInto(page);
                return 0;
            default:
                Console.Error.WriteLine("See tests/load/README.md.");
                return 2;
        }
    }

    private static Ground GroundOf(string engine, string people) => new(engine, Number(people));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
