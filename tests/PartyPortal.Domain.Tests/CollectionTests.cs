using PartyPortal.Domain.Access;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.Files;

namespace PartyPortal.Domain.Tests;

public sealed class CollectionTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Due = Now.AddDays(7);
    private static readonly DateTime Late = Due.AddDays(1);
    private static readonly QuestionContent Text = new(QuestionKind.ShortText, "Name of the project") { IsRequired = true };

    public static TheoryData<QuestionKind, string, string?> Answers => new()
    {
        { QuestionKind.Choice, "Yes", null },
        { QuestionKind.Choice, "Perhaps", "Choose one of the answers." },
        { QuestionKind.Choices, "Yes\nNo", null },
        { QuestionKind.Choices, "Yes\nPerhaps", "Choose among the answers." },
        { QuestionKind.Number, "１２.50", null },
        { QuestionKind.Number, "a dozen", "Write a number, such as 12 or 3.5." },
        { QuestionKind.Day, "2026-03-10", null },
        { QuestionKind.Day, "2026-02-30", "Write the day as 2026-03-10." },
        { QuestionKind.ShortText, new string('x', 201), "At most {0} characters can be written here." },
        { QuestionKind.LongText, new string('x', 4001), "At most {0} characters can be written here." },
    };

    [Theory, MemberData(nameof(Answers))]
    public void An_answer_is_what_its_question_asks_for(QuestionKind kind, string typed, string? fault)
    {
        var answer = Open([new QuestionContent(kind, "Question") { Choices = ["Yes", "No"] }]);

        answer.Write(answer.Collection.Questions[0], typed, Now);

        Assert.Equal(fault, answer.Faults(isDraft: false).SingleOrDefault().Fault?.Message);
    }

    [Fact]
    public void A_number_is_kept_in_one_dress()
    {
        var answer = Open([new QuestionContent(QuestionKind.Number, "How many?")]);

        answer.Write(answer.Collection.Questions[0], " １,200 ", Now);

        Assert.Equal("1200", answer.Value(1));
    }

    [Fact]
    public void What_must_be_answered_is_missed_when_handed_in_and_not_in_a_draft()
    {
        var answer = Open([Text, new QuestionContent(QuestionKind.Files, "Form") { IsRequired = true, FileKinds = [FileKind.Pdf] }]);

        Assert.Empty(answer.Faults(isDraft: true));
        Assert.Equal(["Answer this question.", "Send a file."], answer.Faults(isDraft: false).Select(f => f.Fault.Message));
        Assert.Equal("Answer this question.", Assert.Throws<RuleBrokenException>(() => answer.HandIn(Now)).Message);
    }

    [Fact]
    public void A_file_of_another_kind_a_larger_one_and_one_too_many_are_refused()
    {
        var answer = Open([new QuestionContent(QuestionKind.Files, "Form") { FileKinds = [FileKind.Pdf], MostMegabytes = 1, MostFiles = 1 }]);
        var question = answer.Collection.Questions[0];
        StoredFile File(FileKind kind, long bytes) => new(new string('a', 32), "form", kind, "x/y", bytes, new string('0', 64));

        Assert.Equal("“{0}” is of a kind that this question does not take.", Refused(() => answer.ChangeFiles(question, [], [File(FileKind.Video, 1)])));
        Assert.Equal("“{0}” is larger than {1} MB.", Refused(() => answer.ChangeFiles(question, [], [File(FileKind.Pdf, 2_000_000)])));
        Assert.Equal("At most {0} files can be kept here.", Refused(() => answer.ChangeFiles(question, [], [File(FileKind.Pdf, 1), File(FileKind.Pdf, 1)])));
    }

    [Fact]
    public void What_is_handed_in_may_be_changed_until_the_date_and_not_after()
    {
        var answer = HandIn(Open([Text]), Now);
        answer.HandIn(Due);
        Assert.False(answer.IsLate);

        Assert.Equal("The date is over: what was handed in can be changed no more. Ask the office to send it back.", Refused(() => answer.HandIn(Late)));
    }

    [Fact]
    public void A_late_answer_is_taken_and_marked_or_refused_as_the_office_says()
    {
        Assert.True(HandIn(Open([Text]), Late).IsLate);
        Assert.Equal("The date is over, and late answers are not taken. Turn to the office that asks.", Refused(() => HandIn(Open([Text], takesLate: false), Late)));
    }

    [Fact]
    public void What_was_sent_back_may_be_mended_after_the_date_and_makes_nobody_late()
    {
        var answer = HandIn(Open([Text], takesLate: false), Now);

        Assert.Equal("Say what is to be changed.", Refused(() => answer.Return(" ")));
        answer.Return("The name of the leader is missing.");
        Assert.Equal("This answer is not handed in.", Refused(() => answer.Return("Again")));
        answer.HandIn(Late);

        Assert.Equal((AnswerState.HandedIn, false, (string?)null), (answer.State, answer.IsLate, answer.ReturnedBecause));
    }

    [Fact]
    public void A_handed_in_answer_is_no_draft_again()
    {
        var answer = HandIn(Open([Text]), Now);

        Assert.Equal("Your answer is handed in. Hand it in again with your changes.", Refused(answer.KeepDraft));
    }

    [Fact]
    public void A_closed_collection_takes_nothing_and_knows_its_last_day()
    {
        var answer = HandIn(Open([Text]), Now);
        answer.Collection.Close(new DateOnly(2026, 12, 1), monthsKept: 6);

        Assert.Equal(new DateOnly(2027, 6, 1), answer.Collection.DeleteOn);
        Assert.Equal("This collection is closed.", Refused(() => answer.HandIn(Now)));
        Assert.Equal("This collection is closed.", Refused(() => answer.Return("Too late")));
        Assert.Equal("This collection is not under way.", Refused(() => answer.Collection.Close(default, 6)));
        Assert.Equal("This collection is not under way.", Refused(() => answer.Collection.Remind(default)));
        answer.Collection.Reopen();
        Assert.Null(answer.Collection.DeleteOn);
        Assert.Equal("This collection is not closed.", Refused(answer.Collection.Reopen));
    }

    [Fact]
    public void Nobody_is_asked_nothing_and_nothing_is_asked_of_nobody()
    {
        Asked[] zhao = [new(1, 7, "Zhao", null)];
        var collection = new Collection(1, Content, Viewer.System, Now);

        Assert.Equal("Add a question first.", Refused(() => collection.Open(zhao, false, null, Viewer.System, Now)));
        collection.AddQuestion(Text);
        Assert.Equal("The date must lie ahead.", Refused(() => collection.Open(zhao, false, null, Viewer.System, Late)));
        Assert.Equal("Nobody would be asked. Choose others.", Refused(() => collection.Open([], false, null, Viewer.System, Now)));
        Assert.Equal("At most {0} can be asked at once.", Refused(() => collection.Open([.. Enumerable.Repeat(zhao[0], Collection.MostAsked + 1)], false, null, Viewer.System, Now)));
        Assert.Equal("Say why they are asked once more this month.", Refused(() => collection.Open(zhao, true, " ", Viewer.System, Now)));

        collection.Open(zhao, true, "An inspection tomorrow", Viewer.System, Now);
        Assert.Equal("An inspection tomorrow", collection.BurdenReason);
        Assert.Equal("This collection was sent already. Copy it to ask anew.", Refused(() => collection.Revise(Content, Viewer.System, Now)));
    }

    [Fact]
    public void A_collection_says_what_it_asks_whom_and_until_when()
    {
        Assert.Equal("Write a title.", Refused(() => new Collection(1, Content with { Title = " " }, Viewer.System, Now)));
        Assert.Equal("Write what is asked for and why.", Refused(() => new Collection(1, Content with { Body = "" }, Viewer.System, Now)));
        Assert.Equal("Write whom you ask, one a line.", Refused(() => new Collection(1, Content with { Reach = CollectionReach.ChosenPeople }, Viewer.System, Now)));
        Assert.Equal("The date must lie ahead.", Refused(() => new Collection(1, Content with { DueAt = Now }, Viewer.System, Now)));
    }

    [Fact]
    public void A_question_is_whole()
    {
        var collection = new Collection(1, Content, Viewer.System, Now);

        Assert.Equal("Write the question.", Refused(() => collection.AddQuestion(Text with { Label = " " })));
        Assert.Equal("Write two answers at least, each on a line of its own.", Refused(() => collection.AddQuestion(Text with { Kind = QuestionKind.Choice, Choices = ["Yes"] })));
        Assert.Equal("One of the answers is too long.", Refused(() => collection.AddQuestion(Text with { Kind = QuestionKind.Choice, Choices = ["Yes", new string('x', 101)] })));
        Assert.Equal("Choose which kinds of files are taken.", Refused(() => collection.AddQuestion(Text with { Kind = QuestionKind.Files })));
        for (var i = 0; i < Collection.MostQuestions; i++) collection.AddQuestion(Text);
        Assert.Equal("A collection has {0} questions at most.", Refused(() => collection.AddQuestion(Text)));
    }

    [Fact]
    public void Questions_change_places_and_keep_their_numbers_and_a_copy_has_them_all()
    {
        var collection = new Collection(1, Content, Viewer.System, Now);
        foreach (var label in (string[])["A", "B", "C"]) collection.AddQuestion(Text with { Label = label });

        collection.ChangeQuestion(collection.Question(3)!, Text with { Label = "C" }, place: 1);
        Assert.Equal(["C", "A", "B"], collection.Questions.Select(q => q.Label));
        collection.RemoveQuestion(collection.Question(1)!);
        collection.AddQuestion(Text with { Label = "D" });

        Assert.Equal([3, 2, 4], collection.Questions.Select(q => q.Number));
        Assert.Equal(["C", "B", "D"], collection.Copy(Viewer.System, Now).Questions.Select(q => q.Label));
    }

    [Fact]
    public void Those_missing_are_reminded_once_a_day()
    {
        var collection = Open([Text]).Collection;
        collection.Remind(new DateOnly(2026, 11, 24));

        Assert.Equal("They were reminded today already. Remind them again tomorrow.", Refused(() => collection.Remind(new DateOnly(2026, 11, 24))));
        collection.Remind(new DateOnly(2026, 11, 25));
    }

    [Fact]
    public void Only_the_person_asked_or_who_speaks_for_the_organisation_asked_answers()
    {
        var (zhao, physics) = (Open([Text]), Open([Text], asked: new Asked(2, null, "Physics", "P")));
        var secretary = new Viewer { AccountId = "s", Acting = new ActingRole(1, Role.DeputySecretary, 2, "Physics", "/00001/00002/") };

        Assert.True(zhao.IsAnsweredBy(new Viewer { AccountId = "z", PersonId = 7 }));
        Assert.False(zhao.IsAnsweredBy(secretary));
        Assert.True(physics.IsAnsweredBy(secretary));
        Assert.False(physics.IsAnsweredBy(new Viewer { AccountId = "nobody's" }));
        Assert.False(physics.IsAnsweredBy(secretary with { Acting = secretary.Acting with { Role = Role.GroupLeader } }));
    }

    private static CollectionContent Content => new("Projects", "<p>For the report</p>", CollectionReach.PeopleHere, Due);

    private static CollectionAnswer Open(QuestionContent[] questions, bool takesLate = true, Asked? asked = null)
    {
        var collection = new Collection(1, Content with { TakesLate = takesLate }, Viewer.System, Now);
        foreach (var question in questions) collection.AddQuestion(question);
        collection.Open([asked ?? new Asked(1, 7, "Zhao", null)], false, null, Viewer.System, Now);
        return collection.Answers[0];
    }

    private static CollectionAnswer HandIn(CollectionAnswer answer, DateTime at)
    {
        answer.Write(answer.Collection.Questions[0], "Reading room", at);
        answer.HandIn(at);
        return answer;
    }

    private static string Refused(Action deed) => Assert.Throws<RuleBrokenException>(deed).Message;

    private static string Refused(Func<object> deed) => Assert.Throws<RuleBrokenException>(() => deed()).Message;
}
