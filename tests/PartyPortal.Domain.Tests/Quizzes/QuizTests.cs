using PartyPortal.Domain.Access;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Domain.Tests.Quizzes;

public sealed class QuizTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Viewer Author = new() { AccountId = "author" };
    private static readonly QuizContent Good = new("Quiz", AudienceKind.Subtree);
    private static readonly Question Question = new(7, new QuestionContent(QuestionKind.TrueFalse, "So.") { IsTrue = true, IsUnverified = true }, Author, Now);

    [Fact]
    public void What_cannot_be_is_refused_at_its_field()
    {
        Breaks("Write a title.", "Title", () => Make(Good with { Title = " " }));
        Breaks("Choose a number between {0} and {1}.", "PassMark", () => Make(Good with { PassMark = 101 }));
        Breaks("Choose a number between {0} and {1}.", "PassMark", () => Make(Good with { PassMark = 0 }));
        Breaks("Choose a number between {0} and {1}.", "MostAttempts", () => Make(Good with { MostAttempts = 0 }));
        Breaks("Choose a number between {0} and {1}.", "Minutes", () => Make(Good with { Minutes = 601 }));
        Breaks("A quiz is for people who are signed in. Choose whom it is for.", "AudienceKind", () => Make(Good with { Audience = AudienceKind.Internet }));
        Breaks("Only the organisation office addresses the whole university. Choose your own organisation, or the Internet.", "AudienceKind", () => Make(Good with { Audience = AudienceKind.Campus }));

        var office = new Viewer { AccountId = "office", Acting = new ActingRole(1, Role.OrganisationOffice, null, "", "/") };
        Breaks("Only your own organisations can be asked to pass a quiz by a day.", "DueOn", () => _ = new Quiz(7, Good with { Audience = AudienceKind.Campus, DueOn = new DateOnly(2027, 1, 1) }, office, Now));
    }

    [Fact]
    public void A_question_is_chosen_once_and_a_tag_drawn_once()
    {
        var quiz = Make(Good);
        quiz.Choose(Question, Author, Now);
        quiz.Draw(" 学时 ", 3, 3, Author, Now);

        Breaks("This question is in the quiz already.", null, () => quiz.Choose(Question, Author, Now));
        Breaks("Questions under this tag are drawn already. Remove that line first.", "Tag", () => quiz.Draw("学时", 2, 9, Author, Now));
        Breaks("Choose a tag.", "Tag", () => quiz.Draw(" ", 2, 9, Author, Now));
        Breaks("Choose a number between {0} and {1}.", "Count", () => quiz.Draw("党章", 51, 60, Author, Now));
        Breaks("So many questions in use stand under this tag, apart from those chosen already: {0}. Draw no more than that, or choose another tag.", "Tag", () => quiz.Draw("党章", 5, 4, Author, Now));

        quiz.Remove(quiz.Items[0], Author, Now);
        quiz.Choose(Question, Author, Now);
        Assert.Equal([2, 3], quiz.Items.Select(i => i.Number));
    }

    [Theory]
    [InlineData(0, "aBC")]
    [InlineData(1, "aBC")]
    [InlineData(2, "BaC")]
    [InlineData(3, "BCa")]
    [InlineData(9, "BCa")]
    public void A_line_is_moved_to_a_place_and_the_others_close_up(int to, string order)
    {
        var quiz = Make(Good);
        foreach (var tag in (string[])["a", "B", "C"]) quiz.Draw(tag, 1, 1, Author, Now);

        quiz.Move(quiz.Items[0], to, Author, Now);
        Assert.Equal(order, string.Concat(quiz.Items.Select(i => i.Tag)));
        Assert.Equal([1, 2, 3], quiz.Items.Select(i => i.Place));

        quiz.Remove(quiz.Items[1], Author, Now);
        Assert.Equal(order.Remove(1, 1), string.Concat(quiz.Items.Select(i => i.Tag)));
        Assert.Equal([1, 2], quiz.Items.Select(i => i.Place));
    }

    [Fact]
    public void Nothing_is_published_that_asks_nothing()
    {
        var quiz = Make(Good);

        Breaks("Choose questions first, or draw some by a tag.", null, () => quiz.Publish(Author, Now));
        Breaks("This quiz is not published.", null, () => quiz.Withdraw(Author, Now));
        quiz.Choose(Question, Author, Now);
        quiz.Publish(Author, Now);
        Breaks("This quiz is published already.", null, () => quiz.Publish(Author, Now));
        quiz.Withdraw(Author, Now);
        quiz.Publish(Author, Now);
        Assert.Equal(QuizState.Published, quiz.State);
    }

    [Fact]
    public void A_withdrawn_question_is_chosen_by_nobody()
    {
        var withdrawn = new Question(7, Question.Content, Author, Now);
        withdrawn.Withdraw("Old");

        Breaks("This question is withdrawn.", null, () => Make(Good).Choose(withdrawn, Author, Now));
    }

    [Fact]
    public void A_question_that_was_answered_keeps_what_could_be_chosen()
    {
        var question = new Question(7, new QuestionContent(QuestionKind.Single, "Which?") { Options = [new("a", true), new("b", false)], IsUnverified = true }, Author, Now);

        Breaks("Learners have chosen among these answers already: only which of them is right can change. Withdraw the question and write another.", "Options[0].Text",
            () => question.ReviseAsked(question.Content with { Options = [new("b", false), new("a", true)] }, Author, Now));
        question.ReviseAsked(question.Content with { Text = "Which one?", Options = [new("a", false), new("b", true)] }, Author, Now);
        Assert.Equal(("Which one?", "2", 1), (question.Text, question.RightAnswer, question.KeyEdition));
    }

    [Fact]
    public void A_mistake_returns_at_growing_intervals_until_it_is_known()
    {
        var day = new DateOnly(2026, 11, 24);
        var mistake = new Mistake("me", 1, day);
        List<int> waits = [mistake.DueOn.DayNumber - day.DayNumber];
        while (!mistake.IsKnown)
        {
            day = mistake.DueOn;
            mistake.Review(isRight: true, day);
            if (!mistake.IsKnown) waits.Add(mistake.DueOn.DayNumber - day.DayNumber);
        }

        Assert.Equal(Mistake.Intervals, waits);
        mistake.Review(isRight: false, day);
        Assert.Equal((0, day.AddDays(1), false), (mistake.Step, mistake.DueOn, mistake.IsKnown));
    }

    private static Quiz Make(QuizContent content) => new(7, content, Author, Now);

    private static void Breaks(string sentence, string? field, Action act)
    {
        var broken = Assert.Throws<RuleBrokenException>(act);
        Assert.Equal((sentence, field), (broken.Message, broken.Field));
    }
}
