using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Todos;

namespace PartyPortal.Domain.Tests.Todos;

public sealed class BranchTaskTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Branch Top = new("U1", "University", BranchKind.UniversityCommittee, null, Today);
    private static readonly Branch Physics = new("P1", "Physics", BranchKind.Branch, Top, Today);

    private readonly BranchTask _task = Set("A task");

    private BranchReply Reply => _task.Replies[0];

    [Fact]
    public void Each_organisation_that_is_asked_owes_one_reply_and_may_mend_it()
    {
        Reply.Reply("Done.", Today);
        Reply.Reply("Done, and more.", Today.AddDays(1));

        Assert.Equal((ReplyState.Replied, "Done, and more.", (DateOnly?)Today.AddDays(1)), (Reply.State, Reply.Text, Reply.On));
    }

    [Fact]
    public void It_is_sent_back_with_a_reason_and_asked_again_with_a_word()
    {
        Breaks("This organisation has not replied yet.", () => Reply.AskAgain("More"));
        Breaks("Say why it is sent back.", () => Reply.SendBack(" ", Today));
        Reply.SendBack("Not ours.", Today);
        Breaks("Say what is to be mended.", () => Reply.AskAgain(null));

        Reply.AskAgain("It is.");

        Assert.Equal((ReplyState.Open, "It is."), (Reply.State, Reply.Word));
    }

    [Fact]
    public void What_is_closed_is_replied_to_no_more()
    {
        Breaks("Write the reply.", () => Reply.Reply("", Today));
        _task.Close(Today);

        Breaks("This task is closed already.", () => _task.Close(Today));
        Breaks("This task is closed already.", () => Reply.Reply("Late", Today));
        Breaks("This task is closed already.", () => Reply.SendBack("Late", Today));
    }

    [Fact]
    public void A_task_says_something_by_a_day_to_somebody()
    {
        Breaks("Write a title.", () => Set(" "));
        Breaks("Say what is to be done.", () => _ = new BranchTask(1, "A task", "", Today, [Physics], Today));
        Breaks("The last day is past already.", () => _ = new BranchTask(1, "A task", "Text", Today.AddDays(-1), [Physics], Today));
        Breaks("There is no such organisation below it.", () => _ = new BranchTask(1, "A task", "Text", Today, [], Today));
    }

    [Theory, InlineData("报送 党费 情况！", "报送党费情况"), InlineData("A Task.", "ａ task")]
    public void The_same_is_known_whatever_its_spaces_marks_and_case(string one, string other) => Assert.Equal(BranchTask.KeyOf(one), BranchTask.KeyOf(other));

    private static BranchTask Set(string title) => new(1, title, "Text", Today, [Physics], Today);

    private static void Breaks(string rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBrokenException>(act).Message);
}
