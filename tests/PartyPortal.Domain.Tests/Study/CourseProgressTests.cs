using CsCheck;
using PartyPortal.Domain.Study;

namespace PartyPortal.Domain.Tests.Study;

public sealed class CourseProgressTests
{
    [Fact]
    public void Whatever_is_subtracted_from_what_no_group_under_five_remains() => Gen.Int[0, 12].List[0, 9].Sample(sizes =>
    {
        var progress = Of([.. sizes]);
        var shown = progress.Groups.Select(g => g.Figures).OfType<GroupProgress>().Select(g => g.Asked).ToList();
        var all = sizes.Sum();

        Assert.All(shown, size => Assert.True(size >= CourseProgress.Fewest));
        Assert.Equal(all < CourseProgress.Fewest, progress.Total is null);
        if (progress.Total is null) return;

        // The sum minus any choice of the groups that are shown.
        for (var choice = 0; choice < 1 << shown.Count; choice++)
        {
            var rest = all - shown.Where((_, at) => (choice & (1 << at)) != 0).Sum();
            Assert.True(rest is 0 or >= CourseProgress.Fewest, $"{string.Join(',', sizes)} leaves {rest}");
        }
    });

    [Theory]
    [InlineData(new[] { 4 }, false, "-")]
    [InlineData(new[] { 5 }, true, "5")]
    [InlineData(new[] { 9, 3 }, true, "- -")]
    [InlineData(new[] { 9, 6 }, true, "9 6")]
    [InlineData(new[] { 9, 3, 7 }, true, "9 - -")]
    [InlineData(new[] { 9, 3, 2 }, true, "9 - -")]
    [InlineData(new[] { 2, 2 }, false, "- -")]
    [InlineData(new[] { 5, 0 }, true, "5")]
    public void A_group_under_five_hides_with_it_the_smallest_by_which_it_could_be_worked_out(int[] sizes, bool hasTotal, string shown)
    {
        var progress = Of(sizes);

        Assert.Equal(hasTotal, progress.Total is not null);
        Assert.Equal(shown, string.Join(' ', progress.Groups.Select(g => g.Figures?.Asked.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-")));
    }

    private static CourseProgress Of(params int[] sizes) => new(sizes.Select((size, at) => new GroupProgress($"{at}", size, size / 3)));
}
