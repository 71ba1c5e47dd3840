using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Tests.Shared;

/// <summary>What is left of pasted text.</summary>
public sealed class PastedTextTests
{
    private const string FromWord = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
        <head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm; text-align:justify} --></style>
        <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
        <body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment--><div class=WordSection1>
        <p class=MsoNormal align=center style='text-align:center;mso-pagination:widow-orphan'><b><span style='font-size:22.0pt;font-family:方正小标宋简体;mso-bidi-font-family:宋体'>关于召开支部大会的通知<span lang=EN-US><o:p></o:p></span></span></b></p>
        <p class=MsoNormal style='text-indent:32.0pt;line-height:28.0pt'><span style='font-size:16.0pt;font-family:仿宋_GB2312'>各位党员：定于<span lang=EN-US>3</span>月<span lang=EN-US>5</span>日召开，<u>请准时参加</u>，<span style='color:red'>不得无故缺席</span>。</span></p>
        <p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>学习党章</p>
        <table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='height:20pt'><td width=200 valign=top onclick="evil()">时间</td><td>地点</td></tr></table>
        <p class=MsoNormal align=right style='text-align:right'><span style='font-size:9pt'>物理学院党支部</span><img src="file:///C:/temp/image001.png"><img src="http://elsewhere.example/x.gif"></p>
        </div><!--EndFragment--></body></html>
        """;

    [Fact]
    public void A_text_from_Word_keeps_its_words_and_what_means_something()
    {
        var clean = RichText.Clean(FromWord);

        Assert.Contains("<p class=\"align-center\"><b><span class=\"text-large\">关于召开支部大会的通知</span></b></p>", clean);
        Assert.Contains("<p class=\"indent-2\">各位党员：定于3月5日召开，<u>请准时参加</u>，<span class=\"text-red\">不得无故缺席</span>。</p>", clean);
        Assert.Contains("1.&nbsp;&nbsp;学习党章", clean);
        Assert.Contains("<td width=\"200\">时间</td><td>地点</td>", clean);
        Assert.Contains("<p class=\"align-right\"><span class=\"text-small\">物理学院党支部</span></p>", clean);
        Assert.All(["Mso", "mso-", "style=", "<o:", "<style", "xml", "[if", "onclick", "<img"], rest => Assert.DoesNotContain(rest, clean));
    }

    [Fact]
    public void What_was_cleaned_is_not_changed_by_cleaning_again() => Assert.Equal(RichText.Clean(FromWord), RichText.Clean(RichText.Clean(FromWord)));

    [Theory]
    [InlineData("<script>alert(1)</script>", "")]
    [InlineData("a<style>b{}</style><svg><script>c()</script></svg><iframe srcdoc='<p>d'>e</iframe>f", "af")]
    [InlineData("<p class='tile align-right btn'>a</p>", "<p class=\"align-right\">a</p>")]
    [InlineData("<p class='tile'>a</p>", "<p>a</p>")]
    [InlineData("<p style='background:url(javascript:x);position:fixed'>a</p>", "<p>a</p>")]
    [InlineData("<p style='text-align:center; text-indent:2em'>a</p>", "<p class=\"align-center indent-2\">a</p>")]
    [InlineData("<font color=red><center>a</center></font>", "a")]
    [InlineData("<a href='javascript:alert(1)' target=_blank>a</a>", "<a rel=\"noopener nofollow\">a</a>")]
    [InlineData("<img src='/notices/1/files/2' alt='a' onerror=x>", "<img src=\"/notices/1/files/2\" alt=\"a\">")]
    [InlineData("<img src='data:image/png;base64,AAAA'><img src='//elsewhere.example/x.gif'>", "")]
    public void Only_what_is_on_the_list_stays(string sent, string kept) => Assert.Equal(kept, RichText.Clean(sent));
}
