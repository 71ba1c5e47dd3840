using System.Globalization;

namespace PartyPortal.Load;

/// <summary>What one run of the table stands on: an engine, a size, and the folder that keeps its filled database.</summary>
/// <param name="Engine">Sqlite or PostgreSql.</param>
/// <param name="People">1,000 or 100,000; there is one branch to fifty of them, and a notice to each.</param>
internal sealed record Ground(string Engine, int People)
{
    private static readonly string Work = Environment.GetEnvironmentVariable("PORTAL_LOAD_FOLDER") ?? Path.Combine(Path.GetTempPath(), "portal-load");

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Engine.ToLowerInvariant()}-{People}");

    public string Folder => Directory.CreateDirectory(Path.Combine(Work, Name)).FullName;

    public string Results => Path.Combine(Directory.CreateDirectory(Path.Combine(Work, "results")).FullName, Name + ".tsv");

    public string Connection => Engine == "PostgreSql"
        ? $"{Environment.GetEnvironmentVariable("PORTAL_LOAD_POSTGRES")};Database=load_{People}"
        : $"Data Source={Path.Combine(Folder, "portal.db")}";

    public int Branches => People / 50;

    public string FilledMark => Path.Combine(Folder, "filled");

    /// <summary>What a portal on this ground is told, as environment variables.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["Database__Provider"] = Engine,
        ["Database__Connection"] = Connection,
        ["Portal__DataFolder"] = Folder,
        ["Portal__SecondFactor"] = "off",
    };
}
