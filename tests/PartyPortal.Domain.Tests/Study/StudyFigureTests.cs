using CsCheck;
using PartyPortal.Domain.Study;

namespace PartyPortal.Domain.Tests.Study;

/// <summary>How organisations stand with their study: figures of many, and nothing from which a few could be told.</summary>
public sealed class StudyFigureTests
{
    private static readonly Gen<StudyCounts> AnyCounts = Gen.Int[1, 40].SelectMany(of => Gen.Int[0, of].SelectMany(reached => Gen.Int[0, of].Select(finished => new StudyCounts(of, reached, finished))));

    [Theory]
    [InlineData(4, 4, "Too few people to show")]
    [InlineData(5, 0, "Too few people to show")]
    [InlineData(5, 5, "Too few people to show")]
    [InlineData(8, 4, "Too few people to show")]
    [InlineData(8, 3, "Too few people to show")]
    [InlineData(9, 4, "Fewer than five of {0} have reached their hours.")]
    [InlineData(9, 5, "All of {0} have reached their hours, or all but fewer than five.")]
    [InlineData(10, 5, "{0} of {1} have reached their hours.")]
    [InlineData(40, 3, "Fewer than five of {0} have reached their hours.")]
    [InlineData(40, 0, "Fewer than five of {0} have reached their hours.")]
    [InlineData(40, 36, "All of {0} have reached their hours, or all but fewer than five.")]
    [InlineData(40, 20, "{0} of {1} have reached their hours.")]
    public void A_branch_is_told_a_figure_that_tells_of_nobody(int of, int reached, string sentence) => Assert.Equal(sentence, new StudyCounts(of, reached, of / 2).HourWords.Words);

    [Theory]
    [InlineData(8, 4, "Too few people to show")]
    [InlineData(20, 4, "Fewer than five")]
    [InlineData(20, 16, "All, or all but fewer than five")]
    [InlineData(20, 5, "{0} members")]
    public void A_cell_says_the_same_in_few_words(int of, int count, string words) => Assert.Equal(words, new Share(of, count).Words.Words);

    [Fact]
    public void Whoever_knows_how_many_there_are_learns_from_the_words_of_no_fewer_than_five()
    {
        for (var of = 0; of <= 60; of++)
        {
            foreach (var alike in Enumerable.Range(0, of + 1).Select(count => new Share(of, count)).GroupBy(share => (share.Words.Words, share.IsExact ? share.Count : 0)))
            {
                // So many counts have the same words that none is known, or both parts are large enough to be known.
                Assert.True(of < Share.SmallestGroup ? alike.Count() == of + 1 : alike.Count() >= Share.Fewest || alike.All(share => share.IsExact), $"{alike.Key} of {of}");
            }
        }
    }

    [Fact]
    public void What_is_kept_of_a_month_says_what_was_counted_and_knows_no_more() => AnyCounts.Sample(counts =>
    {
        var kept = new StudyFigure(1, new(2026, 10, 31), counts).Counts;

        Assert.Equal((counts.HourWords.Words, counts.WithCourse.Words.Words, counts.IsExact), (kept.HourWords.Words, kept.WithCourse.Words.Words, kept.IsExact));
        Assert.Equal(counts.HourWords.With, kept.HourWords.With);
        foreach (var share in (Share[])[kept.WithHours, kept.WithCourse]) Assert.True(share.IsExact || share.Count == 0 || share.Count == share.Of, $"{counts} is kept as {kept}");
    });

    [Fact]
    public void No_total_minus_whatever_is_shown_leaves_one_to_four_of_those_that_are_hidden() => AnyCounts.List[0, 9].Sample(organisations =>
    {
        var (total, shown) = (StudyTotal.Of(organisations), organisations.Where(o => o.IsExact).ToList());

        Assert.Equal(shown.Count == 0, total.Counts is null);
        Assert.Equal(organisations.Count - shown.Count, total.LeftOut);
        if (total.Counts is not { } sum) return;

        for (var choice = 0; choice < 1 << shown.Count; choice++)
        {
            List<StudyCounts> taken = [.. shown.Where((_, at) => (choice & (1 << at)) != 0)];
            var (of, reached, finished) = (sum.Of - taken.Sum(o => o.Of), sum.Reached - taken.Sum(o => o.Reached), sum.Finished - taken.Sum(o => o.Finished));
            Assert.All((int[])[of, reached, of - reached, finished, of - finished], rest => Assert.True(rest is 0 or >= Share.Fewest, $"{string.Join(' ', organisations)} leaves {rest}"));
        }
    });

    [Fact]
    public void A_total_is_the_same_whatever_the_hidden_ones_hide() => AnyCounts.List[1, 9].SelectMany(all => AnyCounts.Where(o => !o.IsExact).List[all.Count].Select(others => (all, others))).Sample(t =>
        Assert.Equal(StudyTotal.Of(t.all), StudyTotal.Of([.. t.all.Select((o, at) => o.IsExact ? o : t.others[at])])));

    [Theory]
    [InlineData("2026-11-27", "2026-10-31", "2026-09-30")]
    [InlineData("2026-11-30", "2026-10-31", "2026-09-30")]
    [InlineData("2026-12-01", "2026-11-30", "2026-10-31")]
    [InlineData("2027-01-01", "2026-12-31", "2026-11-30")]
    [InlineData("2028-03-31", "2028-02-29", "2028-01-31")]
    public void A_month_is_counted_when_it_is_over_and_two_are_kept(string today, string day, string oldest) =>
        Assert.Equal((DateOnly.Parse(day, null), DateOnly.Parse(oldest, null)), (StudyFigure.DayFor(DateOnly.Parse(today, null)), StudyFigure.OldestFor(DateOnly.Parse(today, null))));
}
