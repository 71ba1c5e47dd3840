using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Features.Messages;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Robots;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Notices;

/// <summary>What a second person does before a notice is read by others.</summary>
public sealed class ReviewTests(Portal portal)
{
    [Fact]
    public async Task A_notice_is_sent_back_with_a_reason_mended_handed_in_again_and_approved()
    {
        var (author, reviewer, id) = await HandInAsync(AudienceKind.Internet, "Please look at the date.");
        var review = await reviewer.OpenAsync($"/en/desk/notices/{id}/review");
        Assert.Contains("Please look at the date.", review.Text);
        Assert.Contains("The text", review.Html.QuerySelector("[aria-label='As readers will see it'] .article")!.TextContent);

        await review.SubmitAsync(new { Reason = "The day is a Sunday." }, "#return");
        await DeliverAsync();

        Assert.Contains(MessageKind.NoticeSentBack, await KindsAsync(author));
        var desk = await author.OpenAsync($"/en/desk/notices/{id}");
        Assert.Contains("The day is a Sunday.", desk.Html.QuerySelector(".note-warn")!.TextContent);
        await (await author.OpenAsync($"/en/desk/notices/{id}/edit")).SubmitAsync(new { Body = "<p>On Monday</p>" });
        Assert.Contains("The day is a Sunday.", (await author.OpenAsync($"/en/desk/notices/{id}")).Text);
        await (await author.OpenAsync($"/en/desk/notices/{id}")).SubmitAsync(new { Word = "Now Monday." }, "#publish");
        var again = await reviewer.OpenAsync($"/en/desk/notices/{id}/review");
        Assert.Contains("Handed in for review", again.Text);
        Assert.Contains("Now Monday.", again.Text);
        await again.SubmitAsync(new { }, "#approve");

        Assert.Contains("On Monday", (await (await portal.As(Actor.Public)).OpenAsync($"/notices/{id}")).Text);
        Assert.Contains("The day is a Sunday.", (await author.OpenAsync($"/en/desk/notices/{id}")).Html.QuerySelector("#steps")!.TextContent);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_sent_back_and_the_form_says_so()
    {
        var (_, reviewer, id) = await HandInAsync(AudienceKind.Internet);
        var review = await reviewer.OpenAsync($"/en/desk/notices/{id}/review");

        (await review.SubmitAsync(new { Reason = "  " }, "#return")).IsRefusedWith("Fill in: What is to be mended.");
        var tooLong = await review.SubmitAsync(new { Reason = new string('x', 1001) }, "#return");

        tooLong.IsRefusedWith("at most 1000 characters");
        Assert.Contains(new string('x', 1001), tooLong.Body);
        Assert.Equal(NoticeState.AwaitingApproval, await StateAsync(id));
    }

    [Fact]
    public async Task An_author_decides_on_no_own_notice_even_when_somebody_else_changed_it_last()
    {
        var (author, colleague, id) = await HandInAsync(AudienceKind.Internet);
        var page = await author.OpenAsync($"/en/desk/notices/{id}/review");
        Assert.Null(page.Html.QuerySelector("#approve"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.SubmitAsAsync($"/desk/notices/{id}/review/approval", ("version", $"{await VersionAsync(id)}"))).Status);
        (await page.SubmitAsAsync($"/en/desk/notices/{id}/review/return", ("Version", $"{await VersionAsync(id)}"), ("Reason", "Mine"))).IsRefusedWith("Somebody else must approve");

        await (await colleague.OpenAsync($"/desk/notices/{id}/edit")).SubmitAsync(new { Body = "<p>A comma</p>" });
        await (await colleague.OpenAsync($"/desk/notices/{id}")).SubmitAsync(new { }, "#publish");
        await page.SubmitAsAsync($"/desk/notices/{id}/review/approval", ("version", $"{await VersionAsync(id)}"));

        Assert.Equal(NoticeState.AwaitingApproval, await StateAsync(id));
    }

    [Fact]
    public async Task What_was_changed_after_it_was_read_is_not_approved()
    {
        var (author, reviewer, id) = await HandInAsync(AudienceKind.Internet);
        var review = await reviewer.OpenAsync($"/en/desk/notices/{id}/review");
        await (await author.OpenAsync($"/desk/notices/{id}/edit")).SubmitAsync(new { Body = "<p>Something else</p>" });
        await (await author.OpenAsync($"/desk/notices/{id}")).SubmitAsync(new { }, "#publish");

        await review.SubmitAsync(new { }, "#approve");
        (await review.SubmitAsync(new { Reason = "Typed at length" }, "#return")).IsRefusedWith("The notice was changed after you opened it.");

        Assert.Equal(NoticeState.AwaitingApproval, await StateAsync(id));
    }

    [Fact]
    public async Task An_author_may_ask_for_a_review_of_an_internal_notice_and_the_same_rules_hold()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        var physics = await portal.PlantBranchAsync("Physics", college);
        var author = await portal.As(Actor.Secretary(physics));
        var id = await DraftAsync(author, AudienceKind.Branch);

        await (await author.OpenAsync($"/en/desk/notices/{id}/hand-in")).SubmitAsync(new { Word = "Is this right?" });
        await (await portal.As(Actor.Member(physics))).FindsNothingAt($"/notices/{id}");
        await (await portal.As(Actor.Secretary(physics))).IsRefusedAt($"/desk/notices/{id}/review");
        await (await (await portal.As(Actor.GeneralBranchSecretary(college))).OpenAsync($"/desk/notices/{id}/review")).SubmitAsync(new { }, "#approve");

        await (await portal.As(Actor.Member(physics))).OpenAsync($"/notices/{id}");
        Assert.DoesNotContain("Is this right?", (await (await portal.As(Actor.Member(physics))).OpenAsync($"/notices/{id}")).Text);
    }

    private async Task<(Browser Author, Browser Reviewer, int Id)> HandInAsync(AudienceKind audience, string? word = null)
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        var (author, reviewer) = (await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.GeneralBranchSecretary(college)));
        var id = await DraftAsync(author, audience);
        await (await author.OpenAsync($"/desk/notices/{id}")).SubmitAsync(new { Word = word ?? "" }, "#publish");
        return (author, reviewer, id);
    }

    private static async Task<int> DraftAsync(Browser author, AudienceKind audience)
    {
        var saved = await (await author.OpenAsync("/desk/notices/new")).SubmitAsync(new { Title = Portal.Unique("Notice"), Body = "<p>The text</p>", AudienceKind = audience });
        return int.Parse(saved.Location!.Split('/')[^1]);
    }

    private Task<NoticeState> StateAsync(int id) => portal.InDbAsync(db => db.Notices.Where(n => n.Id == id).Select(n => n.State).SingleAsync());

    private Task<Guid> VersionAsync(int id) => portal.InDbAsync(db => db.Notices.Where(n => n.Id == id).Select(n => n.Version).SingleAsync());

    private Task DeliverAsync() => portal.InDbAsync(db => new DeliverMessages(new RobotSettings()).RunAsync(db, portal.Clock.UtcNow()));

    private Task<List<MessageKind>> KindsAsync(Browser of) => portal.InDbAsync(db => db.Messages.Where(m => m.AccountId == of.AccountId).Select(m => m.Kind).ToListAsync());
}
