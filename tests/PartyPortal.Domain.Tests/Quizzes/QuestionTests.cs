using CsCheck;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Domain.Tests.Quizzes;

public sealed class QuestionTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Viewer Author = new() { AccountId = "author" };
    private static readonly QuestionContent Single = new(QuestionKind.Single, "How many?") { Options = [new("16", false), new("32", true)], Article = "Article 20" };
    private static readonly QuestionContent FillIn = new(QuestionKind.FillIn, "Hours:") { Accepted = ["32"], Article = "Article 20" };

    [Fact]
    public void A_choice_needs_answers_of_which_the_right_number_is_right()
    {
        Breaks("Mark the right answer.", "Options[0].Text", Single with { Options = [new("16", false), new("32", false)] });
        Breaks("Mark the right answer.", "Options[0].Text", Single with { Kind = QuestionKind.Multiple, Options = [new("16", false), new("32", false)] });
        Breaks("Only one answer can be right here. For several, use a multiple choice.", "Options[0].Text", Single with { Options = [new("16", true), new("32", true)] });
        Breaks("Write two answers at least and {0} at most.", "Options[0].Text", Single with { Options = [new("32", true), new(" ", false)] });
        Breaks("Write two answers at least and {0} at most.", "Options[0].Text", Single with { Options = [.. Enumerable.Range(1, 11).Select(n => new QuestionOption($"{n}", n == 1))] });
        Breaks("Write this answer, or do not mark it as right.", "Options[2].Text", Single with { Options = [new("16", false), new("32", true), new(null, true)] });
        Assert.Equal("1,2", Make(Single with { Kind = QuestionKind.Multiple, Options = [new("16", true), new("32", true)] }).RightAnswer);
    }

    [Theory]
    [InlineData("32", " 32 ")]
    [InlineData("32", "３２")]
    [InlineData("Article 20", "article　20")]
    [InlineData("（一）", "(一)")]
    public void Two_equal_answers_are_refused_at_the_second(string first, string second)
    {
        Breaks("This answer appears twice: {0}", "Options[1].Text", Single with { Options = [new(first, true), new(second, false)] });
        Breaks("This answer appears twice: {0}", "Accepted", FillIn with { Accepted = [first, second] });
    }

    [Fact]
    public void Each_kind_needs_what_is_right_about_it()
    {
        Breaks("Say whether the statement is true or false.", "IsTrue", new(QuestionKind.TrueFalse, "It is so.") { Article = "a" });
        Breaks("Write one right answer at least and {0} at most, each on a line of its own.", "Accepted", FillIn with { Accepted = [" "] });
        Breaks("Write what a good answer says: whoever marks goes by it.", "ModelAnswer", new(QuestionKind.ShortAnswer, "Why?") { Article = "a" });
        Breaks("Write the question.", "Text", Single with { Text = "\n" });
    }

    [Fact]
    public void It_rests_on_an_article_or_says_that_nobody_has_looked_it_up()
    {
        Breaks("Name the article it rests on, or mark it as unverified.", "Article", Single with { Article = " " });

        Assert.True(Make(Single with { Article = null, IsUnverified = true }).IsUnverified);
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused_at_its_field()
    {
        const string sentence = "A text is too long: at most {0} characters.";

        Breaks(sentence, "Text", Single with { Text = new string('x', 2001) });
        Breaks(sentence, "Options[1].Text", Single with { Options = [new("1", true), new(new string('x', 301), false)] });
        Breaks(sentence, "Accepted", FillIn with { Accepted = [new string('x', 101)] });
        Breaks(sentence, "ModelAnswer", new(QuestionKind.ShortAnswer, "Why?") { ModelAnswer = new string('x', 2001), Article = "a" });
        Breaks(sentence, "Article", Single with { Article = new string('x', 201) });
        Breaks(sentence, "Explanation", Single with { Explanation = new string('x', 2001) });
        Breaks("At most {0} tags of {1} characters each.", "Tags", Single with { Tags = [new string('x', 21)] });
    }

    [Fact]
    public void What_was_written_is_read_again_as_it_was()
    {
        QuestionContent[] all =
        [
            Single with { Explanation = "Because.\nSo.", Tags = ["hours"] },
            Single with { Kind = QuestionKind.Multiple, Options = [new("a", true), new("b", false), new("c", true)] },
            new(QuestionKind.TrueFalse, "It is so.") { IsTrue = false, Article = "a", IsUnverified = true },
            FillIn with { Accepted = ["32", "thirty-two"] },
            new(QuestionKind.ShortAnswer, "Why?") { ModelAnswer = "Because\nof it", Article = "a" },
        ];

        foreach (var content in all)
        {
            var read = Make(content).Content;
            Assert.Equivalent(content, read);
        }
    }

    [Fact]
    public void Withdrawn_with_a_reason_and_taken_back()
    {
        var question = Make(Single);

        Assert.Equal("Say why it is withdrawn.", Assert.Throws<RuleBrokenException>(() => question.Withdraw(" ")).Message);
        question.Withdraw("Out of date");
        Assert.Throws<RuleBrokenException>(() => question.Withdraw("Again"));
        question.Restore();
        Assert.Null(question.WithdrawnBecause);
        Assert.Throws<RuleBrokenException>(question.Restore);
    }

    [Theory]
    [InlineData(QuestionKind.Single, "2", "2", true)]
    [InlineData(QuestionKind.Single, "2", "1", false)]
    [InlineData(QuestionKind.Single, "2", null, false)]
    [InlineData(QuestionKind.Multiple, "1,3", "3,1", true)]
    [InlineData(QuestionKind.Multiple, "1,3", "1", false)]
    [InlineData(QuestionKind.Multiple, "1,3", "1,2,3", false)]
    [InlineData(QuestionKind.TrueFalse, "False", "False", true)]
    [InlineData(QuestionKind.TrueFalse, "False", null, false)]
    [InlineData(QuestionKind.FillIn, "32\nthirty-two", "　３２ ", true)]
    [InlineData(QuestionKind.FillIn, "32\nthirty-two", "Thirty-Two", true)]
    [InlineData(QuestionKind.FillIn, "32", "", false)]
    [InlineData(QuestionKind.ShortAnswer, "Because", "Because", null)]
    public void An_answer_is_marked_by_the_key(QuestionKind kind, string key, string? answer, bool? isRight) => Assert.Equal(isRight, Marking.IsRight(kind, key, answer));

    [Fact]
    public void Marking_says_the_same_each_time_and_nothing_fails_it() =>
        Gen.Select(Gen.Enum<QuestionKind>(), Gen.String, Gen.String.Null()).Sample((kind, key, answer) => Marking.IsRight(kind, key, answer) == Marking.IsRight(kind, key, answer));

    private static Question Make(QuestionContent content) => new(7, content, Author, Now);

    private static void Breaks(string sentence, string field, QuestionContent content)
    {
        var broken = Assert.Throws<RuleBrokenException>(() => Make(content));
        Assert.Equal((sentence, field), (broken.Message, broken.Field));
    }
}
