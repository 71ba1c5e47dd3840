using PartyPortal.Domain.Help;

namespace PartyPortal.Domain.Tests;

public sealed class PageOpinionTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory, InlineData(500, 500), InlineData(501, 500), InlineData(2000, 500)]
    public void Words_are_cut_at_five_hundred_characters(int written, int kept) => Assert.Equal(kept, Said(new string('字', written)).Text!.Length);

    [Fact]
    public void No_character_is_cut_in_half() => Assert.Equal(499, Said(new string('x', 499) + "𠮷𠮷").Text!.Length);

    [Fact]
    public void Empty_words_are_none() => Assert.Null(Said("  ").Text);

    private static PageOpinion Said(string text) => new("/help/account", false, text, Today);
}
