using PartyPortal.Domain.Study;

namespace PartyPortal.Domain.Tests.Study;

public sealed class CaptionsTests
{
    private const string Good = "WEBVTT\n\nNOTE made by hand\n\n1\n00:00.500 --> 00:02.000 align:start\n<v 王老师>第一句 &amp; <i>轻声</i>\n\n00:00:02.000 --> 00:00:04.000\nThe second\nin two lines\n";

    [Fact]
    public void The_transcript_is_what_is_said_without_marks_and_times() =>
        Assert.Equal("王老师: 第一句 & 轻声\nThe second in two lines", Captions.Read(Good).Transcript);

    [Fact]
    public void Any_line_endings_and_a_byte_order_mark_are_fine() =>
        Assert.Equal(Captions.Read(Good).Text, Captions.Read("\uFEFF" + Good.Replace("\n", "\r\n", StringComparison.Ordinal)).Text);

    [Fact]
    public void SubRip_becomes_WebVTT()
    {
        var captions = Captions.Read("\n1\n00:00:01,000 --> 00:00:02,500\nOne, two\n\n2\n00:00:03,000 --> 00:00:04,000\nThree");

        Assert.Equal("WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\nOne, two\n\n2\n00:00:03.000 --> 00:00:04.000\nThree", captions.Text);
        Assert.Equal("One, two\nThree", captions.Transcript);
    }

    [Theory]
    [InlineData("", 1, "captions begin")]
    [InlineData("Hello", 1, "captions begin")]
    [InlineData("WEBVTTX\n\n00:01.000 --> 00:02.000\na", 1, "captions begin")]
    [InlineData("WEBVTT", 1, "no caption stands below")]
    [InlineData("WEBVTT\n00:01.000 --> 00:02.000\na", 2, "an empty line")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\na\n00:03.000 --> 00:04.000\nb", 5, "an empty line")]
    [InlineData("WEBVTT\n\n00:01,000 --> 00:02,000\na", 3, "write the times")]
    [InlineData("WEBVTT\n\n00:61.000 --> 00:62.000\na", 3, "write the times")]
    [InlineData("WEBVTT\n\nWords without a time\nand more", 3, "no time belongs")]
    [InlineData("WEBVTT\n\nWords at the end", 3, "no time belongs")]
    [InlineData("WEBVTT\n\n00:02.000 --> 00:01.000\na", 3, "ends before")]
    [InlineData("WEBVTT\n\n00:05.000 --> 00:06.000\na\n\n00:04.000 --> 00:07.000\nb", 6, "begins before the one above")]
    [InlineData("1\n00:00:05,000 --> 00:00:06,000\na\n\n2\n00:00:04,000 --> 00:00:07,000\nb", 6, "begins before the one above")]
    public void The_first_bad_line_is_named(string text, int line, string sentence)
    {
        var refused = Assert.Throws<RuleBrokenException>(() => Captions.Read(text));

        Assert.Equal((line, nameof(StudyContent.Captions)), (refused.Details[0], refused.Field));
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Chapters_are_read_a_line_each()
    {
        Assert.Equal([new Chapter(0, "Opening"), new Chapter(195, "第二部分"), new Chapter(3725, "End")], Chapter.Read("00:00 Opening\r\n\r\n 03:15  第二部分\n1:02:05 End"));
        Assert.Empty(Chapter.Read(null));
    }

    [Theory]
    [InlineData("0:00 a\nb", 2)]
    [InlineData("0:00 a\n0:75 b", 2)]
    [InlineData("0:00 a\n\n0:00 b", 3)]
    [InlineData("0:10", 1)]
    public void The_first_bad_chapter_is_named(string lines, int line) =>
        Assert.Equal(line, Assert.Throws<RuleBrokenException>(() => Chapter.Read(lines)).Details[0]);
}
