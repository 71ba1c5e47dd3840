using System.Text.RegularExpressions;

namespace PartyPortal.Web.Tests;

/// <summary>The documentation links what exists, and each guide exists in both languages.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));

    [Fact]
    public void Every_page_and_picture_that_is_linked_exists()
    {
        var broken =
            from file in Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Root, "*.md"))
            from Match link in Link().Matches(File.ReadAllText(file))
            let target = Path.Combine(Path.GetDirectoryName(file)!, link.Groups[1].Value)
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{Path.GetRelativePath(Root, file)} → {link.Groups[1].Value}";

        Assert.Empty(broken);
    }

    [Fact]
    public void Every_guide_exists_in_both_languages()
    {
        var names = Directory.EnumerateFiles(Path.Combine(Root, "docs/guide"), "*.md").Select(Path.GetFileName).OfType<string>().ToList();
        var english = names.Where(name => !name.EndsWith(".zh-CN.md", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(12, english.Count);
        Assert.Equal(english.Select(name => name.Replace(".md", ".zh-CN.md", StringComparison.Ordinal)), names.Except(english).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
