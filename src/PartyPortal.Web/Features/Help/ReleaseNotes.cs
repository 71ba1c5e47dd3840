using System.Reflection;
using Markdig;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Help;

/// <param name="Version">As in the assembly.</param>
/// <param name="On">The day, as it is written.</param>
/// <param name="Html">What is new.</param>
public sealed record Release(string Version, string On, string Html)
{
    public bool IsCurrent => Version == ReleaseNotes.CurrentVersion;
}

/// <summary>What is new in each version: the change log of the repository, as it was built into the portal, newest first.</summary>
public static class ReleaseNotes
{
    public static readonly string CurrentVersion = typeof(ReleaseNotes).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static readonly (IReadOnlyList<Release> Chinese, IReadOnlyList<Release> English) All = (Read("releases.zh-CN.md"), Read("releases.en.md"));

    /// <summary>In the page's language.</summary>
    public static IReadOnlyList<Release> Releases => PageLanguage.IsChinese ? All.Chinese : All.English;

    /// <summary>Reads a change log whose headings are a version, a dot and a day.</summary>
    public static IReadOnlyList<Release> Parse(string text) =>
        [.. text.ReplaceLineEndings("\n").Split("\n## ").Skip(1).Select(part => part.Split('\n', 2)).Select(part => (Heading: part[0].Split('·'), Text: part[1]))
            .Select(part => new Release(part.Heading[0].Trim(), part.Heading[1].Trim(), Markdown.ToHtml(part.Text, HelpArticle.Pipeline)))
            .OrderByDescending(release => Version.Parse(release.Version))];

    private static IReadOnlyList<Release> Read(string name)
    {
        using var text = new StreamReader(typeof(ReleaseNotes).Assembly.GetManifestResourceStream("help/" + name)!);
        return Parse(text.ReadToEnd());
    }
}
