using PartyPortal.Domain.Access;
using PartyPortal.Domain.Notices;

namespace PartyPortal.Domain.Tests.Notices;

public sealed class NoticeTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Viewer Zhao = new() { AccountId = "zhao" };
    private static readonly Viewer Li = new() { AccountId = "li" };
    private static readonly Viewer Wang = new() { AccountId = "wang" };

    [Fact]
    public void What_is_sent_back_keeps_its_reason_through_the_mending_and_is_handed_in_again()
    {
        var notice = Draft(AudienceKind.Internet);
        notice.HandIn("Look at the date.", Zhao, Now);
        notice.SendBack("It is a Sunday.", Li, Now);
        notice.Revise(Content(AudienceKind.Internet) with { Body = "Monday" }, Zhao, Now);

        Assert.Equal(NoticeState.SentBack, notice.State);
        notice.HandIn(null, Zhao, Now);
        notice.Approve(Li, Now);
        Assert.Equal(NoticeState.Published, notice.State);
        Assert.Equal(["Look at the date.", "It is a Sunday.", null, null], notice.Steps.Select(s => s.Text));
    }

    [Fact]
    public void Nobody_who_had_a_hand_in_it_decides_on_it()
    {
        var notice = Draft(AudienceKind.Internet);
        notice.Revise(Content(AudienceKind.Internet) with { Body = "A comma" }, Li, Now);
        notice.HandIn(null, Wang, Now);

        foreach (var author in new[] { Zhao, Li, Wang })
        {
            Breaks("Somebody else must approve what you wrote or submitted.", () => notice.Approve(author, Now));
            Breaks("Somebody else must approve what you wrote or submitted.", () => notice.SendBack("No", author, Now));
        }
    }

    [Fact]
    public void A_blank_reason_sends_nothing_back()
    {
        var notice = Draft(AudienceKind.Internet);
        notice.HandIn(null, Zhao, Now);

        Breaks("Say what is to be mended.", () => notice.SendBack("  ", Li, Now));

        Assert.Equal(NoticeState.AwaitingApproval, notice.State);
    }

    [Fact]
    public void Versions_begin_when_somebody_else_may_have_read_it_and_only_a_new_text_makes_one()
    {
        var notice = Draft(AudienceKind.Branch);
        notice.Revise(Content(AudienceKind.Branch) with { Body = "Before" }, Zhao, Now);
        Assert.Empty(notice.Versions);

        notice.Publish(Zhao, Now);
        notice.Revise(Content(AudienceKind.Branch) with { Body = "Before", IsPinned = true }, Zhao, Now);
        notice.Revise(Content(AudienceKind.Branch) with { Body = "After" }, Li, Now);

        Assert.Equal(["Before", "After"], notice.Versions.Select(v => v.Body));
        Assert.Equal([1, 2], notice.Versions.Select(v => v.Number));
    }

    [Fact]
    public void A_preview_ends_by_its_day_by_hand_and_with_its_notice()
    {
        var preview = new NoticePreview(Draft(AudienceKind.Branch), "token", Now.AddDays(7));
        preview.Revoke();
        Assert.True(preview.IsRevoked);

        var over = Draft(AudienceKind.Branch);
        over.Withdraw("Wrong");
        Breaks("This notice is over already.", () => _ = new NoticePreview(over, "token", Now));
    }

    [Fact]
    public void A_question_needs_a_notice_that_takes_it_words_and_patience()
    {
        var notice = Draft(AudienceKind.Branch);
        notice.Revise(Content(AudienceKind.Branch) with { TakesQuestions = true }, Zhao, Now);
        Breaks("This notice takes no questions.", () => _ = new NoticeQuestion(notice, "Where?", "li", 0, Today));
        notice.Publish(Zhao, Now);
        Breaks("Write your question.", () => _ = new NoticeQuestion(notice, " ", "li", 0, Today));
        Breaks("{0} questions of yours wait for an answer here. Wait for it before you ask more.", () => _ = new NoticeQuestion(notice, "Where?", "li", NoticeQuestion.MostWaiting, Today));

        var question = new NoticeQuestion(notice, "Where?", "li", 0, Today);
        Breaks("Write the answer.", () => question.Reply("", Today));
        question.Reply("Here.", Today);
        question.ForgetAsker();

        Assert.Equal((null, "Here."), (question.AskedBy, question.Answer));
    }

    private static Notice Draft(AudienceKind audience) => new(1, Content(audience), Zhao, Now);

    private static NoticeContent Content(AudienceKind audience) => new("Title", "Text", NoticeCategory.Notice, audience);

    private static void Breaks(string sentence, Action act) => Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(act).Message);
}
