using AngleSharp.Html.Parser;
using PartyPortal.Web.Features.Channels;

namespace PartyPortal.Web.Tests.Channels;

public sealed class PlainArticleTests
{
    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("Bare <b>words</b><p>A paragraph</p>and more", "Bare words\n\nA paragraph\n\nand more")]
    [InlineData("<div>Block</div><blockquote>Quoted<p>twice</p></blockquote>", "Block\n\nQuoted\n\ntwice")]
    [InlineData("<p>One<br>line</p>", "One\nline")]
    [InlineData("<ol><li>First</li><li><p>Second</p></li></ol><p>End</p>", "1. First\n2. Second\n\nEnd")]
    [InlineData("<ul><li>Out<ul><li>In</li></ul></li></ul>", "• Out\n• In")]
    [InlineData("<table><tbody><tr><th>Day</th><td><p>Friday</p></td></tr><tr><th>Hour</th><td>Seven</td></tr></tbody></table>", "Day | Friday\nHour | Seven")]
    [InlineData("<h2>Head</h2>\n<p>  Text   here </p>", "Head\n\nText here")]
    public void No_word_is_lost_and_the_lines_read_well(string html, string plain) => Assert.Equal(plain, PlainArticle.Write(new HtmlParser().ParseDocument(html).Body!));
}
