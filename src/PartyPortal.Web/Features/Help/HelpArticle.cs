using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PartyPortal.Web.Features.Help;

/// <summary>An article in one language: its first line is the title, each heading below a question.</summary>
public sealed record HelpArticle(HelpTopic Topic, string Title, string Markdown)
{
    internal static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseCjkFriendlyEmphasis().Build();

    public static HelpArticle Read(HelpTopic topic, string text)
    {
        var (title, rest) = (text.Split('\n', 2)[0], text.Split('\n', 2)[1]);
        return new HelpArticle(topic, title.TrimStart('#', ' '), rest);
    }

    public string PlainText => Markdig.Markdown.ToPlainText(Markdown, Pipeline).Trim();

    /// <summary>Its addresses within the portal, without language.</summary>
    public IEnumerable<string> Links => Markdig.Markdown.Parse(Markdown, Pipeline).Descendants<LinkInline>().Select(link => link.Url!);

    /// <param name="pathBase">Set before its addresses, so that they stay in the reader's language.</param>
    /// <param name="isOpen">Whether the reader may open an address; what is closed to them is named and not linked.</param>
    /// <param name="lower">So many levels its headings stand lower: inside a longer page.</param>
    public string Html(string pathBase, Func<string, bool> isOpen, int lower = 0)
    {
        var document = Markdig.Markdown.Parse(Markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level += lower;
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (isOpen(link.Url!)) link.Url = pathBase + link.Url;
            else link.ReplaceBy(new EmphasisInline { DelimiterChar = '*', DelimiterCount = 2 });
        }

        return document.ToHtml(Pipeline);
    }
}
