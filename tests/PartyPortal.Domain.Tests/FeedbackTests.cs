using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;

namespace PartyPortal.Domain.Tests;

public sealed class FeedbackTests
{
    private static readonly DateOnly Day = new(2026, 11, 24);
    private static readonly Branch Top = new("U", "University", BranchKind.UniversityCommittee, null, Day);
    private static readonly Branch Physics = new("P", "Physics", BranchKind.Branch, Top, Day);

    [Fact]
    public void A_signed_message_goes_to_the_branch_itself() => Assert.Same(Physics, Send(Physics, new("Li Hua", null)).Handling);

    [Fact]
    public void An_anonymous_message_goes_one_level_up() => Assert.Same(Top, Send(Physics).Handling);

    [Fact]
    public void A_message_about_an_office_holder_goes_one_level_up() => Assert.Same(Top, Send(Physics, new("Li Hua", null), Role.Secretary).Handling);

    [Fact]
    public void What_concerns_the_top_stays_at_the_top() => Assert.Same(Top, Send(Top).Handling);

    [Fact]
    public void Nothing_is_closed_without_an_answer()
    {
        var item = Send(Physics);

        Assert.Throws<RuleBrokenException>(item.Close);
        item.Answer("Thank you.", Day);
        item.Reply("And when?", Day);
        Assert.Throws<RuleBrokenException>(item.Close);
        item.Answer("Soon.", Day);
        item.Close();

        Assert.Equal(FeedbackState.Closed, item.State);
        Assert.Throws<RuleBrokenException>(() => item.Reply("Once more", Day));
    }

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
        new(FeedbackKind.Question, "Why?", concerned, about, signature, "hash", Day);
}
