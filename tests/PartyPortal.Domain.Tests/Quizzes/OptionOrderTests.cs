using PartyPortal.Domain.Access;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Domain.Tests.Quizzes;

public sealed class OptionOrderTests
{
    private const int Attempts = 200;

    private static readonly QuestionContent Four = new(QuestionKind.Single, "Which?") { Options = [new("a", true), new("b", false), new("c", false), new("d", false)], Article = "Article 1" };

    [Fact]
    public void An_attempt_always_shows_the_same_order_and_each_place_gets_each_answer()
    {
        var question = Make(Four);
        var orders = Enumerable.Range(1, Attempts).Select(attempt => OptionOrder.Of(question, attempt)).ToList();

        Assert.All(orders, order => Assert.Equal([1, 2, 3, 4], order.Order()));
        Assert.Equal(orders.Select(o => string.Join(',', o)), Enumerable.Range(1, Attempts).Select(attempt => string.Join(',', OptionOrder.Of(Make(Four), attempt))));
        Assert.All(Enumerable.Range(0, 4), place => Assert.All(Enumerable.Range(1, 4), number => Assert.InRange(orders.Count(o => o[place] == number), Attempts / 8, Attempts / 2)));
    }

    [Theory]
    [InlineData("以上都对", null)]
    [InlineData("All of the above", null)]
    [InlineData("A和B", null)]
    [InlineData("d", "第二项出自第三条。")]
    [InlineData("d", "前两项属于禁止的做法。")]
    [InlineData("d", "Answer B rests on it.")]
    public void A_question_that_speaks_of_places_keeps_its_authors_order(string last, string? explanation)
    {
        var question = Make(Four with { Options = [.. Four.Options.SkipLast(1), new(last, false)], Explanation = explanation });

        Assert.All(Enumerable.Range(1, Attempts), attempt => Assert.Equal([1, 2, 3, 4], OptionOrder.Of(question, attempt)));
    }

    private static Question Make(QuestionContent content) => new(1, content, new Viewer { AccountId = "author" }, new DateTime(2026, 11, 27, 0, 0, 0, DateTimeKind.Utc));
}
