using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.WorkCalendar;

namespace PartyPortal.Domain.Tests;

public sealed class FeedbackTests
{
    private static readonly DateOnly Day = new(2026, 11, 24);
    private static readonly FeedbackClock Clock = new(Day, WorkingDays.OfTheWeek);
    private static readonly Branch Top = new("U", "University", BranchKind.UniversityCommittee, null, Day);
    private static readonly Branch Physics = new("P", "Physics", BranchKind.Branch, Top, Day);

    [Fact]
    public void A_signed_message_goes_to_the_branch_itself() => Assert.Same(Physics, Send(Physics, new("Li Hua", null)).Handling);

    [Fact]
    public void An_anonymous_message_goes_one_level_up() => Assert.Same(Top, Send(Physics).Handling);

    [Fact]
    public void A_message_about_an_office_holder_goes_one_level_up() => Assert.Same(Top, Send(Physics, new("Li Hua", null), Role.Secretary).Handling);

    [Fact]
    public void A_message_about_the_general_branch_secretary_goes_past_the_general_branch()
    {
        var sciences = new Branch("S", "Sciences", BranchKind.GeneralBranch, Top, Day);
        var chemistry = new Branch("C", "Chemistry", BranchKind.Branch, sciences, Day);

        var item = Send(chemistry, about: Role.GeneralBranchSecretary);

        Assert.Same(sciences, item.Concerned);
        Assert.Same(Top, item.Handling);
    }

    [Fact]
    public void A_topic_goes_to_its_office_but_an_anonymous_one_never_into_the_branch_concerned()
    {
        var (college, canteen) = (new Branch("C", "College", BranchKind.GeneralBranch, Top, Day), new Branch("K", "Canteen", BranchKind.Branch, Top, Day));

        Assert.Same(canteen, FeedbackRoute.Filled.HandlerOf(college, null, signed: null, canteen));
        Assert.Same(canteen, FeedbackRoute.Filled.HandlerOf(canteen, null, NameReach.Answering, canteen));
        Assert.Same(Top, FeedbackRoute.Filled.HandlerOf(canteen, null, signed: null, canteen));
        Assert.Same(Top, FeedbackRoute.Filled.HandlerOf(college, Role.Secretary, NameReach.Answering, canteen));
    }

    [Fact]
    public void Where_nobody_can_answer_the_message_goes_up_until_somebody_can()
    {
        var sciences = new Branch("S", "Sciences", BranchKind.GeneralBranch, Top, Day);
        var chemistry = new Branch("C", "Chemistry", BranchKind.Branch, sciences, Day);

        Assert.Same(Top, new FeedbackRoute((_, _) => false).HandlerOf(chemistry, null, NameReach.Answering, null));
        Assert.Same(sciences, new FeedbackRoute((handler, _) => handler == sciences).HandlerOf(chemistry, null, NameReach.Answering, null));
        Assert.Same(Top, new FeedbackRoute((handler, seat) => handler != sciences || seat != chemistry).HandlerOf(chemistry, Role.Secretary, NameReach.Answering, null));
    }

    [Theory, InlineData(null), InlineData(Role.Secretary)]
    public void A_name_for_the_top_alone_is_read_by_nobody_in_between(Role? about)
    {
        var sciences = new Branch("S", "Sciences", BranchKind.GeneralBranch, Top, Day);
        var chemistry = new Branch("C", "Chemistry", BranchKind.Branch, sciences, Day);

        Assert.Same(Top, FeedbackRoute.Filled.HandlerOf(chemistry, about, NameReach.TopOnly, sciences));
    }

    [Theory]
    [InlineData("请打 13812345678", "13812345678"), InlineData("信箱 a.b@example.org 谢谢", "a.b@example.org"), InlineData("我叫王芳，住三号楼", "我叫王芳"), InlineData("学号：20261234", "学号：20261234"), InlineData("李华的灯坏了", "李华")]
    public void What_seems_to_name_the_writer_is_found(string text, string trace) => Assert.Equal([trace], SenderTraces.In(text, "李华（演示）", null));

    [Theory, InlineData("三号楼 305 的灯坏了"), InlineData("2026年11月24日第 12345678901234567890 号文件"), InlineData("")]
    public void What_names_nobody_is_left_alone(string text) => Assert.Empty(SenderTraces.In(text, "李华（演示）", "S012345", ""));

    [Fact]
    public void What_concerns_the_top_stays_at_the_top() => Assert.Same(Top, Send(Top).Handling);

    [Fact]
    public void Nothing_is_closed_without_an_answer()
    {
        var item = Send(Physics);

        Assert.Throws<RuleBrokenException>(() => item.Close(Clock));
        item.Answer("Thank you.", Clock);
        item.Reply("And when?", Clock);
        Assert.Throws<RuleBrokenException>(() => item.Close(Clock));
        item.Answer("Soon.", Clock);
        item.Close(Clock);

        Assert.Equal(FeedbackState.Closed, item.State);
        Assert.Throws<RuleBrokenException>(() => item.Reply("Once more", Clock));
    }

    [Fact]
    public void The_terms_run_in_working_days_from_the_senders_last_word()
    {
        var item = Send(Physics);
        Assert.Equal((FeedbackState.Received, Day.AddDays(1)), (item.State, item.DueOn));

        item.TakeUp(Clock);
        Assert.Equal((FeedbackState.InWork, new DateOnly(2026, 12, 1)), (item.State, item.DueOn));
        Assert.Throws<RuleBrokenException>(() => item.TakeUp(Clock));

        item.Answer("Thank you.", Clock);
        Assert.Equal((FeedbackState.Answered, new DateOnly(2026, 12, 15)), (item.State, item.DueOn));

        var friday = Clock with { Today = new DateOnly(2026, 11, 27) };
        item.Reply("And when?", friday);
        Assert.Equal((FeedbackState.Received, new DateOnly(2026, 11, 30)), (item.State, item.DueOn));
        Assert.False(item.IsLate(new DateOnly(2026, 11, 30)));
        Assert.True(item.IsLate(new DateOnly(2026, 12, 1)));
    }

    [Fact]
    public void More_time_is_taken_twice_at_most_and_the_sender_reads_why_and_until_when()
    {
        var item = Send(Physics);

        item.Extend(5, "The workshop is closed.", Clock);
        Assert.Equal((FeedbackState.InWork, new DateOnly(2026, 12, 8)), (item.State, item.DueOn));
        Assert.Equal(("The workshop is closed.", item.DueOn), (item.Messages[0].Text, item.Messages[0].Until));
        Assert.False(item.IsAnswered);
        Assert.Throws<RuleBrokenException>(() => item.Close(Clock));

        // Late already: the new term runs from today.
        item.Extend(1, "Once more.", Clock with { Today = new DateOnly(2027, 1, 7) });
        Assert.Equal(new DateOnly(2027, 1, 8), item.DueOn);
        Assert.Throws<RuleBrokenException>(() => item.Extend(1, "And again.", Clock));
    }

    [Fact]
    public void What_is_answered_needs_no_more_time()
    {
        var item = Send(Physics);
        item.Answer("Done.", Clock);

        Assert.Throws<RuleBrokenException>(() => item.Extend(1, "Why?", Clock));
    }

    [Fact]
    public void What_is_done_to_one_message_is_done_to_those_merged_into_it()
    {
        var (first, second) = (Send(Physics), Send(Physics));
        second.MergeInto(first, Clock);

        first.Extend(2, "The workshop is closed.", Clock);
        Assert.Equal((first.State, first.DueOn), (second.State, second.DueOn));
        first.Answer("It is mended.", Clock);
        first.Close(Clock);

        Assert.Equal((FeedbackState.Closed, "It is mended."), (second.State, second.Messages[^1].Text));
    }

    [Fact]
    public void What_is_merged_late_gets_the_answer_that_was_given()
    {
        var (first, second) = (Send(Physics), Send(Physics));
        first.Answer("It is mended.", Clock);

        second.MergeInto(first, Clock);

        Assert.Equal((FeedbackState.Answered, "It is mended."), (second.State, second.Messages[^1].Text));
    }

    [Fact]
    public void A_parted_message_and_one_whose_sender_writes_again_stand_alone()
    {
        var (first, second, third) = (Send(Physics), Send(Physics), Send(Physics));
        second.MergeInto(first, Clock);
        third.MergeInto(first, Clock);

        second.Part();
        third.Reply("And mine?", Clock);
        first.Answer("It is mended.", Clock);

        Assert.Equal((FeedbackState.Received, FeedbackState.Received), (second.State, third.State));
        Assert.Empty(first.Merged);
    }

    [Fact]
    public void Messages_of_different_offices_about_different_holders_closed_or_merged_already_are_not_merged()
    {
        var (first, second, closed, merged) = (Send(Physics), Send(Physics), Send(Physics), Send(Physics));
        closed.Answer("Done.", Clock);
        closed.Close(Clock);
        merged.MergeInto(second, Clock);

        foreach (var other in new[] { Send(Physics, about: Role.Secretary), closed, merged, first })
            Assert.Throws<RuleBrokenException>(() => first.MergeInto(other, Clock));
        Assert.Throws<RuleBrokenException>(() => second.MergeInto(first, Clock));
        Assert.Throws<RuleBrokenException>(() => closed.Part());
    }

    [Fact]
    public void A_closed_message_is_reopened_once_and_within_ten_days()
    {
        var item = Send(Physics);
        Assert.Throws<RuleBrokenException>(() => item.Reopen("It is dark again.", Clock));
        Close(item);
        Assert.Throws<RuleBrokenException>(() => item.Reopen("Late.", Clock with { Today = Day.AddDays(11) }));

        item.Reopen("It is dark again.", Clock with { Today = Day.AddDays(10) });
        Assert.Equal(FeedbackState.Received, item.State);
        Close(item);

        Assert.Contains("turn to the next higher body", Assert.Throws<RuleBrokenException>(() => item.Reopen("And again.", Clock)).Message);

        static void Close(FeedbackItem item)
        {
            item.Answer("It is mended.", Clock);
            item.Close(Clock);
        }
    }

    [Theory, InlineData("They said: the bulb is on order.", true), InlineData("The bulb\nis on order.", false), InlineData("OK", false)]
    public void A_note_that_stands_in_an_answer_is_found(string answer, bool isIn) =>
        Assert.Equal(isIn, new FeedbackNote(Send(Physics), "OK\nthe bulb is on order", Day).IsIn(answer));

    [Fact]
    public void Only_an_answer_can_be_rated() => Assert.Throws<RuleBrokenException>(() => Send(Physics).Rate(Satisfaction.Satisfied));

    [Fact]
    public void A_code_typed_from_paper_is_the_same_code()
    {
        var code = ReceiptCode.Of(Guid.NewGuid());

        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$", code);
        Assert.Equal(ReceiptCode.HashOf(code), ReceiptCode.HashOf(" " + code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal).Replace('0', 'o').Replace('1', 'l')));
    }

    private static FeedbackItem Send(Branch concerned, Signature? signature = null, Role? about = null) =>
        new(FeedbackKind.Question, "Why?", concerned, about, signature, "hash", Clock);
}
