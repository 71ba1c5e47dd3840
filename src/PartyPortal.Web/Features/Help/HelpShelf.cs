using System.Text.RegularExpressions;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Help;

/// <summary>The articles and the glossary, in both languages, as they were built into the portal.</summary>
public sealed partial class HelpShelf
{
    private readonly Dictionary<(int Id, bool IsChinese), HelpArticle> _articles = HelpTopic.All
        .SelectMany(topic => new[] { (topic, IsChinese: true), (topic, IsChinese: false) })
        .ToDictionary(of => (of.topic.Id, of.IsChinese), of => HelpArticle.Read(of.topic, Resource($"help/{of.topic.Name}.{(of.IsChinese ? "zh-CN" : "en")}.md")));

    /// <summary>One word of each language for one thing.</summary>
    public IReadOnlyList<(string Chinese, string English)> Glossary { get; } = [.. Resource("help/glossary.md").Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
        .Select(line => line.Trim('|').Split('|')).Select(cells => (cells[0].Trim(), CodeName().Replace(cells[1], "").Trim()))];

    /// <summary>In the page's language.</summary>
    public HelpArticle Article(HelpTopic topic) => Article(topic, PageLanguage.IsChinese);

    public HelpArticle Article(HelpTopic topic, bool isChinese) => _articles[(topic.Id, isChinese)];

    /// <summary>What the glossary says to those who write the code alone.</summary>
    [GeneratedRegex(@"\s*\(`[^`]*`\)|`")]
    private static partial Regex CodeName();

    private static string Resource(string name)
    {
        using var text = new StreamReader(typeof(HelpShelf).Assembly.GetManifestResourceStream(name)!);
        return text.ReadToEnd().ReplaceLineEndings("\n");
    }
}
