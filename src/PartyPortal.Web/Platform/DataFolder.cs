namespace PartyPortal.Web.Platform;

/// <summary>Where database, files, keys and logs live. Never depends on the working directory.</summary>
public sealed class DataFolder
{
    public DataFolder(string root)
    {
        Root = System.IO.Path.GetFullPath(root);
        Directory.CreateDirectory(Root);
    }

    public string Root { get; }

    /// <summary>A folder or file inside; its parent exists afterwards.</summary>
    public string Path(params string[] parts)
    {
        var path = System.IO.Path.Combine([Root, .. parts]);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>The folder that the settings name, or the user's own data folder.</summary>
    public static DataFolder From(IConfiguration configuration, bool isDemo) => new(configuration["Portal:DataFolder"]
        ?? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), isDemo ? "PartyPortal.Demo" : "PartyPortal"));
}
