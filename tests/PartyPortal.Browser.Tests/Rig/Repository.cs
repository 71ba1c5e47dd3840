namespace PartyPortal.Browser.Tests.Rig;

internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>A file the build left for a project, in the configuration these tests were built in.</summary>
    public static string Built(string file, string projectFolder)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var path = Path.Combine(projectFolder, "bin", output.Parent!.Name, output.Name, file);
        return File.Exists(path) ? path : throw new FileNotFoundException("Build the portal first.", path);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "PartyPortal.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("PartyPortal.sln is in no folder above the tests.");
    }
}
