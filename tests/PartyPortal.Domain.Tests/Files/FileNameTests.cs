using PartyPortal.Domain.Files;

namespace PartyPortal.Domain.Tests.Files;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("入党申请书.docx", "入党申请书.docx")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..\\..\\windows\\win.ini", "win.ini")]
    [InlineData("C:\\Users\\li\\表.xlsx", "表.xlsx")]
    [InlineData("%2e%2e%2fa.pdf", "a.pdf")]
    [InlineData("a\0.exe.pdf", "a.exe.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf")]
    [InlineData("evil\u202Efdp.exe", "evilfdp.exe")]
    [InlineData("a<b>\"c\"|d?e*.pdf", "abcde.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("lpt1.tar.pdf", "_lpt1.tar.pdf")]
    [InlineData(" . .pdf", "file.pdf")]
    [InlineData(".pdf", "file.pdf")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    [InlineData("a   b .pdf", "a b.pdf")]
    [InlineData("half\uD800.pdf", "half.pdf")]
    public void A_name_is_cleaned_of_what_could_be_misread(string? sent, string kept) => Assert.Equal(kept, FileName.Clean(sent));

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_ending()
    {
        var name = FileName.Clean(string.Concat(Enumerable.Repeat("𠮷", 200)) + ".pdf");

        Assert.True(name.Length <= StoredFile.NameMaxLength);
        Assert.EndsWith("𠮷.pdf", name, StringComparison.Ordinal);
    }

    [Fact]
    public void Cleaning_twice_changes_nothing() => Assert.Equal(FileName.Clean(" .CON .a/..b. .pdf"), FileName.Clean(FileName.Clean(" .CON .a/..b. .pdf")));
}
