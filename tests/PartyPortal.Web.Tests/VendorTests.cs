using System.Security.Cryptography;
using System.Text.Json;

namespace PartyPortal.Web.Tests;

public sealed class VendorTests
{
    private static readonly string Lib = Path.Combine(SourceRoot(), "src", "PartyPortal.Web", "wwwroot", "lib");

    [Fact]
    public void Every_vendored_file_is_listed_with_its_hash_and_nothing_else_lies_there()
    {
        var listed = Parts().SelectMany(part => part.Files.Select(file => $"{part.Folder}/{file.Key} {file.Value}"));
        var found = Directory.EnumerateFiles(Lib, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Lib, file).Replace('\\', '/'))
            .Where(file => file != "vendor.json")
            .Select(file => $"{file} {Hash(Path.Combine(Lib, file))}");

        Assert.Equal(listed.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_vendored_part_says_its_package_version_and_licence() => Assert.All(Parts(), part =>
    {
        Assert.NotEmpty(part.Package);
        Assert.Matches(@"^\d+\.\d+\.\d+$", part.Version);
        Assert.Contains(part.Licence, new[] { "MIT", "Apache-2.0" });
        Assert.Contains("LICENSE", part.Files.Keys);
    });

    [Fact]
    public void Every_icon_of_the_list_is_in_the_sprite()
    {
        var sprite = File.ReadAllText(Path.Combine(Lib, "bootstrap-icons", "icons.svg"));
        var names = File.ReadAllLines(Path.Combine(Lib, "..", "..", "icons.txt"));

        Assert.All(names, name => Assert.Contains($"<symbol id=\"{name}\"", sprite, StringComparison.Ordinal));
    }

    private static Part[] Parts() =>
        JsonSerializer.Deserialize<Part[]>(File.ReadAllText(Path.Combine(Lib, "vendor.json")), JsonSerializerOptions.Web)!;

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private static string SourceRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PartyPortal.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    private sealed record Part(string Folder, string Package, string Version, string Licence, Dictionary<string, string> Files);
}
