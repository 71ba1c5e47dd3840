using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Settings;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Feedback;

public sealed class IdeaTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task An_idea_is_told_with_what_became_of_it_and_taken_out_only_with_a_reason()
    {
        var (branch, id) = await PlantAsync(mayBeTold: true);
        var secretary = await portal.As(Actor.Secretary(branch));
        var member = await portal.As(Actor.Member(await portal.PlantBranchAsync("Elsewhere")));
        var text = Portal.Unique("Talk more, read less ");
        var page = await PutAsync(secretary, id, text);
        var number = page.Url.Split('/')[^1];

        var decide = await secretary.OpenAsync($"/en/desk/ideas/{number}");
        (await decide.SubmitAsync(new { Outcome = IdeaOutcome.NotAdopted })).IsRefusedWith("Say why it is not adopted.");
        await decide.SubmitAsync(new { Outcome = IdeaOutcome.NotAdopted, Reason = "There is no room." });
        Assert.Contains(text, (await member.OpenAsync("/ideas")).Text);
        Assert.Null((await member.OpenAsync($"/ideas/{number}")).Html.QuerySelector("main a[href*='/desk/ideas']"));
        Assert.NotNull((await secretary.OpenAsync($"/ideas/{number}")).Html.QuerySelector("main a[href*='/desk/ideas']"));
        Assert.Contains("There is no room.", (await member.OpenAsync($"/ideas/{number}")).Text);
        await (await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Other")))).FindsNothingAt($"/desk/ideas/{number}");

        var remove = await secretary.OpenAsync($"/en/desk/ideas/{number}/remove");
        (await remove.SubmitAsync(new { Reason = "" })).IsRefusedWith("Fill in: Reason.");
        await remove.SubmitAsync(new { Reason = "It names somebody." });
        await member.FindsNothingAt($"/ideas/{number}");
        Assert.Contains("It names somebody.", (await secretary.OpenAsync($"/ideas/{number}")).Text);
    }

    [Fact]
    public async Task Without_the_senders_consent_nothing_goes_into_the_box()
    {
        var (branch, id) = await PlantAsync(mayBeTold: false);
        var form = await (await portal.As(Actor.Secretary(branch))).OpenAsync($"/en/desk/feedback/{id}/idea");

        (await form.SubmitAsync(new { Text = "Talk more" })).IsRefusedWith("The sender did not agree that it is told.");
    }

    [Fact]
    public async Task Support_is_counted_once_for_an_account_only_where_it_is_switched_on_and_names_nobody()
    {
        var (branch, id) = await PlantAsync(mayBeTold: true);
        var page = await PutAsync(await portal.As(Actor.Secretary(branch)), id, "Talk more");
        var member = await portal.As(Actor.Member(branch));
        Assert.Null((await member.OpenAsync(page.Url)).Html.QuerySelector("#support"));

        await portal.SetAsync(nameof(PortalSettings.CountsSupport), "True");
        var open = await member.OpenAsync(page.Url);
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.Redirect, (await open.SubmitAsync(new { }, "#support")).Status);

        var after = await member.OpenAsync(page.Url);
        Assert.Contains("Supported by: 1", after.Text);
        Assert.Null(after.Html.QuerySelector("#support"));
        var mark = await portal.InDbAsync(db => db.IdeaSupports.Select(s => s.Mark).SingleAsync());
        Assert.DoesNotContain(member.AccountId!, mark, StringComparison.OrdinalIgnoreCase);
        Assert.False(await portal.InDbAsync(db => db.Audit.AnyAsync(a => a.AccountId == member.AccountId && a.Action.Contains("Idea"))));
    }

    private async Task<(Branch Branch, Guid Id)> PlantAsync(bool mayBeTold)
    {
        var branch = await portal.PlantBranchAsync("Physics");
        return await portal.InDbAsync(async db =>
        {
            var concerned = await db.Branches.SingleAsync(b => b.Id == branch.Id);
            var item = new FeedbackItem(FeedbackKind.Suggestion, "Talk more", concerned, null, new Signature("Li Hua", null), ReceiptCode.HashOf(Guid.NewGuid().ToString()), portal.FeedbackClock) { MayBeTold = mayBeTold };
            db.Add(item);
            await db.SaveChangesAsync();
            return (branch, item.Id);
        });
    }

    private static async Task<Page> PutAsync(Browser secretary, Guid id, string text) =>
        await secretary.FollowAsync(await (await secretary.OpenAsync($"/en/desk/feedback/{id}/idea")).SubmitAsync(new { Text = text }));
}
