using System.Text.RegularExpressions;

namespace PartyPortal.Web.Tests.Security;

/// <summary>Security row 63: nothing secret lies in the repository.</summary>
public sealed partial class SecretsTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));
    private static readonly string[] Read = [".cs", ".cshtml", ".json", ".md", ".sh", ".props", ".csproj", ".js", ".yml", ".xml", ".config", ".pem", ".key", ".pfx", ".env"];
    private static readonly string[] Skipped = ["/bin/", "/obj/", "/.git/", "/TestResults/", "/wwwroot/lib/"];

    [Fact]
    public void No_key_password_or_token_lies_in_the_repository()
    {
        var found = Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Where(file => Read.Contains(Path.GetExtension(file)) && !Skipped.Any(part => file.Contains(part, StringComparison.Ordinal)))
            .Where(file => Path.GetExtension(file) is ".pem" or ".key" or ".pfx" or ".env" || Secret().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Root, file)).Where(file => Path.GetFileName(file) != "SecretsTests.cs");

        Assert.Empty(found);
    }

    [GeneratedRegex("""-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|"(?:Password|ApiKey|Secret|Connection)"\s*:\s*"[^"]+\b[Pp]assword=[^"]+["]""")]
    private static partial Regex Secret();
}
