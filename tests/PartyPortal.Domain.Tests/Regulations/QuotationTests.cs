using PartyPortal.Domain.Regulations;

namespace PartyPortal.Domain.Tests.Regulations;

public sealed class QuotationTests
{
    [Theory]
    [InlineData("《中国共产党党员教育管理工作条例》第二十条", "education", "20")]
    [InlineData("《中国共产党发展党员工作细则》第13条", "development", "13")]
    [InlineData("发展党员工作细则 第 三十三 条", "development", "33")]
    [InlineData("《中国共产党党员教育管理工作条例》第三十六条", "education", "35–38")]
    [InlineData("《中国共产党党员教育管理工作条例》第九百九十九条", "education", null)]
    [InlineData("《中华人民共和国个人信息保护法》", "personal-data", null)]
    [InlineData("Personal Information Protection Law, Article 6", "personal-data", "6")]
    public void A_regulation_of_the_shelf_is_known_by_its_title_and_article(string text, string name, string? article)
    {
        var part = Assert.Single(Quotation.Of(text));

        Assert.Equal((text, name, article), (part.Text, part.Regulation!.Name, part.Article?.Number));
    }

    [Fact]
    public void What_stands_around_and_between_stays_as_it_was_written()
    {
        const string text = "见《中国共产党支部工作条例（试行）》第十一条；《个人信息保护法》第六条。";

        var parts = Quotation.Of(text);

        Assert.Equal(text, string.Concat(parts.Select(part => part.Text)));
        Assert.Equal([(null, null), ("branch", "11"), (null, null), ("personal-data", "6"), (null, null)], parts.Select(part => (part.Regulation?.Name, part.Article?.Number)));
    }

    [Theory, InlineData("《中华人民共和国网络安全法》第二十一条"), InlineData("第二十条"), InlineData(""), InlineData("》《")]
    public void What_the_shelf_does_not_have_is_left_alone(string text)
    {
        Assert.Equal([new Quotation(text)], Quotation.Of(text));
    }

    [Theory, InlineData(10, "十"), InlineData(11, "十一"), InlineData(20, "二十"), InlineData(103, "一百零三"), InlineData(110, "一百一十")]
    public void Numbers_in_words_are_read(int number, string words)
    {
        var shelf = RegulationShelf.All[0];
        var expected = shelf.Find(number);

        Assert.Equal(expected, Quotation.Of($"{shelf.Title}第{words}条")[0].Article);
    }
}
