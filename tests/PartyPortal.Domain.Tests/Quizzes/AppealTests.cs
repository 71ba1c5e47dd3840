using CsCheck;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Domain.Tests.Quizzes;

public sealed class AppealTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Viewer Author = new() { AccountId = "author" };
    private static readonly Viewer Reviewer = new() { AccountId = "reviewer" };

    [Fact]
    public void It_is_sent_within_the_days_after_the_marks_and_with_a_reason()
    {
        var answer = HandedIn(Make(), "1");

        Refuses("Say what is wrong about the question.", () => _ = new Appeal(answer, " ", 7, Today));
        Refuses("The time to appeal is over: it was {0} days.", () => _ = new Appeal(answer, "Wrong", 7, Today.AddDays(8)));
        Assert.Equal(AppealState.Open, new Appeal(answer, "Wrong", 7, Today.AddDays(7)).State);
        Refuses("This attempt is not marked yet.", () => _ = new Appeal(Begun(Make()).Answers[0], "Wrong", 7, Today));
    }

    [Fact]
    public void Who_sent_it_or_wrote_or_changed_the_question_does_not_decide()
    {
        var question = Make();
        question.Revise(question.Content, new Viewer { AccountId = "editor" }, Now);
        var appeal = new Appeal(HandedIn(question, "1"), "Wrong", 7, Today);

        Refuses("Somebody else must decide over your own appeal.", () => appeal.Accept("Yes", new Viewer { AccountId = "me" }));
        foreach (var writer in (Viewer[])[Author, new Viewer { AccountId = "editor" }]) Refuses("Somebody who did not write this question must decide.", () => appeal.Accept("Yes", writer));
        Refuses("Say why you decide so.", () => appeal.Refuse("", Reviewer));
        appeal.Refuse("It is right", Reviewer);
        Refuses("This appeal is decided already.", () => appeal.Accept("After all", Reviewer));
    }

    [Fact]
    public void A_correction_changes_what_is_right_or_is_none()
    {
        var question = Make();

        Refuses("What is right would stay as it is. Change it, or let the question count as right for everybody.", () => question.Correct(question.Content, Reviewer));
        Refuses("Mark the right answer.", () => question.Correct(question.Content with { Options = [new("a", false), new("b", false)] }, Reviewer));
        question.Correct(question.Content with { Options = [new("a", true), new("b", false)] }, Reviewer);
        Assert.Equal(("1", 1), (question.RightAnswer, question.KeyEdition));
    }

    [Fact]
    public void What_is_found_to_be_bad_is_right_for_everybody_and_used_no_more() => Gen.OneOf(Gen.Const((string?)null), Gen.Const("1"), Gen.Const("2")).Array[1, 6].Sample(answers =>
    {
        var question = Make();
        var attempts = answers.Select(given => HandedIn(question, given).Attempt).ToList();
        question.Void("Both are right");
        foreach (var attempt in attempts) attempt.MarkAnew(Today);

        Assert.All(attempts, a => Assert.Equal((100, true), (a.Percent, a.IsPassed)));
        Assert.NotNull(question.WithdrawnBecause);
        Refuses("This question was found to be bad after an appeal. Write another one.", question.Restore);
    });

    [Fact]
    public void Words_go_back_to_the_markers_when_the_model_answer_is_put_right()
    {
        var essay = new Question(7, new QuestionContent(QuestionKind.ShortAnswer, "Why?") { ModelAnswer = "Because", IsUnverified = true }, Author, Now);
        var attempt = Begun(essay);
        attempt.Answers[0].Take(null, "So it is");
        var words = attempt.HandIn(Today)[0];
        words.MarkAs(Mark.Wrong, Reviewer);
        attempt.Take(words, Today);

        essay.Correct(essay.Content with { ModelAnswer = "So it is" }, Reviewer);
        Assert.Equal("So it is", Assert.Single(attempt.MarkAnew(Today)).Text);
        Assert.Equal(AttemptState.Waiting, attempt.State);
    }

    private static AttemptAnswer HandedIn(Question question, string? given)
    {
        var attempt = Begun(question);
        attempt.Answers[0].Take(null, given);
        attempt.HandIn(Today);
        return attempt.Answers[0];
    }

    private static QuizAttempt Begun(Question question)
    {
        var quiz = new Quiz(7, new QuizContent("Quiz", AudienceKind.Subtree), Author, Now);
        quiz.Draw("any", 1, 1, Author, Now);
        quiz.Publish(Author, Now);
        return new QuizAttempt(quiz, [question], 1, "me", Now);
    }

    private static Question Make() => new(7, new QuestionContent(QuestionKind.Single, "Which?") { Options = [new("a", false), new("b", true)], IsUnverified = true }, Author, Now);

    private static void Refuses(string sentence, Action act) => Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(act).Message);
}
