using CsCheck;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Domain.Tests.Quizzes;

public sealed class AttemptTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Viewer Author = new() { AccountId = "author" };

    private static readonly Question[] Bank =
    [
        Make(new(QuestionKind.Single, "1") { Options = [new("a", false), new("b", true), new("c", false)] }),
        Make(new(QuestionKind.Multiple, "2") { Options = [new("a", true), new("b", true), new("c", false)] }),
        Make(new(QuestionKind.TrueFalse, "3") { IsTrue = false }),
        Make(new(QuestionKind.FillIn, "4") { Accepted = ["32", "thirty-two"] }),
    ];

    private static readonly string?[][] Possible = [[null, "1", "2", "3"], [null, "1", "1,2", "2,3", "1,2,3"], [null, "True", "False"], [null, "32", "３２", "Thirty-Two", "16"]];

    private static readonly Gen<string?[]> Answers = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[0, 4], (a, b, c, d) => new[] { Possible[0][a], Possible[1][b], Possible[2][c], Possible[3][d] });

    [Fact]
    public void It_is_passed_at_the_mark_and_not_a_hair_below()
    {
        Assert.Equal((50, true), Outcome(50, "2", "1,2", null, null));
        Assert.Equal((50, false), Outcome(51, "2", "1,2", null, null));
        Assert.Equal((25, false), Outcome(50, "2", "1", null, null));
        Assert.Equal((100, true), Outcome(100, "2", "2,1", "False", " ３２ "));
        Assert.Equal((0, false), Outcome(1, null, null, null, null));

        // Two of three are 66.67 percent: 66 are reached, 67 are not.
        var attempt = new QuizAttempt(Published(67), Bank[..3], 1, "me", Now);
        Answer(attempt, "2", "1,2", "True");
        attempt.HandIn(Today);
        Assert.Equal((66, false), (attempt.Percent, attempt.IsPassed));
    }

    [Fact]
    public void What_is_handed_in_is_handed_in_once_and_late_with_what_was_saved()
    {
        var attempt = new QuizAttempt(Published(50, minutes: 30), Bank, 1, "me", Now);
        attempt.RequireOpen(Now.AddMinutes(30));
        Answer(attempt, "2", "1,2");

        Assert.Equal("The time is over. What was saved before counts: hand it in.", Assert.Throws<RuleBrokenException>(() => attempt.RequireOpen(Now.AddMinutes(31))).Message);
        attempt.HandIn(Today);
        Assert.Equal((AttemptState.Marked, 50, true, Today), (attempt.State, attempt.Percent, attempt.IsPassed, attempt.MarkedOn));
        Assert.Equal("This attempt is handed in already.", Assert.Throws<RuleBrokenException>(() => attempt.HandIn(Today)).Message);
        Assert.Equal("This attempt is handed in already.", Assert.Throws<RuleBrokenException>(() => attempt.RequireOpen(Now)).Message);
    }

    [Fact]
    public void Words_wait_for_a_person_and_the_marks_are_whole_when_the_last_is_given()
    {
        var essay = Make(new(QuestionKind.ShortAnswer, "Why?") { ModelAnswer = "Because" });
        var attempt = new QuizAttempt(Published(50), [Bank[0], essay, essay], 1, "me", Now);
        Answer(attempt, "2", " So it is ", null);

        var words = Assert.Single(attempt.HandIn(Today));
        Assert.Equal((AttemptState.Waiting, null, null, "So it is"), (attempt.State, attempt.Percent, attempt.IsPassed, words.Text));
        Assert.Equal("Choose a mark.", Assert.Throws<RuleBrokenException>(() => words.MarkAs(null, Author)).Message);
        Assert.Equal("Somebody else must mark what you wrote yourself.", Assert.Throws<RuleBrokenException>(() => words.MarkAs(Mark.Right, new Viewer { AccountId = "me" })).Message);

        words.MarkAs(Mark.Half, Author);
        attempt.Take(words, Today.AddDays(3));
        Assert.Equal((AttemptState.Marked, 50, true, Today.AddDays(3)), (attempt.State, attempt.Percent, attempt.IsPassed, attempt.MarkedOn));
        Assert.Empty(attempt.MarkAnew(Today.AddDays(4)));
        Assert.Equal(Today.AddDays(3), attempt.MarkedOn);
    }

    [Fact]
    public void An_attempt_needs_an_open_quiz_a_question_and_an_attempt_left()
    {
        var quiz = Published(50, attempts: 2);

        Refuses("This quiz has no question in use at the moment. Turn to its organisation.", () => _ = new QuizAttempt(quiz, [], 1, "me", Now));
        Refuses("You have used all {0} attempts.", () => _ = new QuizAttempt(quiz, Bank, 3, "me", Now));
        quiz.Withdraw(Author, Now);
        Refuses("This quiz is not open any more.", () => _ = new QuizAttempt(quiz, Bank, 1, "me", Now));
    }

    [Theory]
    [InlineData(0, "4")]
    [InlineData(0, "1,2")]
    [InlineData(0, "x")]
    [InlineData(1, "1,4")]
    [InlineData(2, "Perhaps")]
    public void What_is_no_answer_to_the_question_is_refused(int question, string given) =>
        Assert.Equal("Choose among the answers.", Assert.Throws<RuleBrokenException>(() => Bank[question].Tidy(given)).Message);

    [Fact]
    public void Marking_is_the_same_for_the_same_answers_whoever_and_whenever_and_in_whichever_order() => Gen.Select(Answers, Gen.Shuffle(new[] { 0, 1, 2, 3 })).Sample((answers, order) =>
    {
        var (mine, other) = (Attempt("me", Now), Attempt("other", Now.AddDays(9)));
        Answer(mine, answers);
        foreach (var at in order) other.Answers[at].Take(null, answers[at]);
        mine.HandIn(Today);
        other.HandIn(Today.AddDays(9));

        Assert.Equal(mine.Answers.Select(a => a.Mark), other.Answers.Select(a => a.Mark));
        Assert.Equal((mine.Halves, mine.IsPassed), (other.Halves, other.IsPassed));
    });

    [Fact]
    public void When_a_key_changes_everybody_is_marked_alike_and_marking_again_changes_nothing() => Gen.Select(Answers.Array[2, 8], Gen.Int[1, 3]).Sample((all, right) =>
    {
        var question = Make(new(QuestionKind.Single, "1") { Options = [new("a", false), new("b", true), new("c", false)] });
        var attempts = all.Select((answers, at) => new QuizAttempt(Published(50), [question, .. Bank[1..]], 1, $"{at}", Now)).ToList();
        foreach (var (at, attempt) in attempts.Index())
        {
            Answer(attempt, all[at]);
            attempt.HandIn(Today);
        }

        question.Revise(question.Content with { Options = [.. question.Options.Select((text, at) => new QuestionOption(text, at + 1 == right))] }, Author, Now);
        foreach (var attempt in attempts) attempt.MarkAnew(Today);
        var once = attempts.ConvertAll(a => (a.Halves, a.IsPassed));
        foreach (var attempt in attempts) attempt.MarkAnew(Today);

        Assert.Equal(once, attempts.ConvertAll(a => (a.Halves, a.IsPassed)));
        Assert.All(attempts, a => Assert.Equal(a.Answers[0].Given == $"{right}" ? Mark.Right : Mark.Wrong, a.Answers[0].Mark));
        Assert.All(attempts.GroupBy(a => string.Join('|', a.Answers.Select(x => x.Given))), alike => Assert.Single(alike.Select(a => a.Halves).Distinct()));
    });

    /// <summary>Windows that show the attempt from different moments; each changes answers and saves one of them or its whole page.</summary>
    [Fact]
    public void No_order_of_saves_loses_an_answer() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 4], Gen.Bool).Array[1, 40].Sample(steps =>
        {
            var attempt = Attempt("me", Now);
            var seen = Enumerable.Range(0, 3).Select(_ => new string?[4]).ToArray();
            var shown = Enumerable.Range(0, 3).Select(_ => new string?[4]).ToArray();
            var last = new string?[4];

            foreach (var (window, question, choice, isWholePage) in steps)
            {
                shown[window][question] = Possible[question][choice % Possible[question].Length];
                for (var at = 0; at < 4; at++)
                {
                    if (!isWholePage && at != question) continue;

                    var answer = attempt.Answers[at];
                    if (Bank[at].Tidy(shown[window][at]) != Bank[at].Tidy(seen[window][at])) last[at] = Bank[at].Tidy(shown[window][at]);
                    answer.Take(seen[window][at], shown[window][at]);
                    seen[window][at] = shown[window][at];
                }
            }

            Assert.Equal(last, attempt.Answers.Select(a => a.Given));
        });

    private static QuizAttempt Attempt(string who, DateTime now) => new(Published(50), Bank, 1, who, now);

    private static (int?, bool?) Outcome(int passMark, params string?[] answers)
    {
        var attempt = new QuizAttempt(Published(passMark), Bank, 1, "me", Now);
        Answer(attempt, answers);
        attempt.HandIn(Today);
        return (attempt.Percent, attempt.IsPassed);
    }

    private static void Answer(QuizAttempt attempt, params string?[] answers)
    {
        foreach (var (at, given) in answers.Index()) attempt.Answers[at].Take(null, given);
    }

    private static Quiz Published(int passMark, int? minutes = null, int? attempts = null)
    {
        var quiz = new Quiz(7, new QuizContent("Quiz", AudienceKind.Subtree) { PassMark = passMark, Minutes = minutes, MostAttempts = attempts }, Author, Now);
        quiz.Draw("any", 1, 1, Author, Now);
        quiz.Publish(Author, Now);
        return quiz;
    }

    private static Question Make(QuestionContent content) => new(7, content with { IsUnverified = true }, Author, Now);

    private static void Refuses(string sentence, Action act) => Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(act).Message);
}
