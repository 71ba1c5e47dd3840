using System.Text.RegularExpressions;

namespace PartyPortal.Web.Tests;

/// <summary>docs/security.md promises tests by name: each must exist.</summary>
public sealed partial class SecurityDocTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));

    [Fact]
    public void Every_test_that_the_security_page_names_exists()
    {
        var code = string.Concat(Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "tests"), "RulesOfTheCode.cs", SearchOption.AllDirectories)).Select(File.ReadAllText));
        var named = Named().Matches(File.ReadAllText(Path.Combine(Root, "docs/security.md")))
            .Select(m => (Class: m.Groups[1].Value, Method: m.Groups[2].Value)).ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Where(n => !code.Contains($"class {n.Class}", StringComparison.Ordinal) || (n.Method.Length > 0 && !code.Contains($" {n.Method}(", StringComparison.Ordinal))).Select(n => $"{n.Class}.{n.Method}"));
    }

    [GeneratedRegex(@"`(\w+(?:Tests|Code))(?:\.(\w+))?`")]
    private static partial Regex Named();
}
