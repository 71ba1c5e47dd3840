using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Guides;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Desk;

/// <summary>The desk says what waits for this person now, and says it when nothing does.</summary>
public sealed class DeskTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task A_member_with_nothing_to_do_is_told_so_in_words() =>
        Assert.Contains("Nothing waits for you.", (await (await portal.As(Actor.Member(await portal.PlantBranchAsync("Physics")))).OpenAsync("/en/desk")).Text);

    [Fact]
    public async Task A_member_finds_the_notice_to_confirm_until_it_is_confirmed()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var (id, title) = await PlantAsync(physics, AudienceKind.Branch);
        var member = await portal.As(Actor.Member(physics));
        Assert.Contains(title, await WaitingAsync(member), StringComparison.Ordinal);

        await (await member.OpenAsync($"/notices/{id}")).SubmitAsync(new { });

        Assert.Contains("Nothing waits for you.", (await member.OpenAsync("/en/desk")).Text);
    }

    [Fact]
    public async Task A_secretary_counts_people_without_an_account_and_own_drafts_of_the_own_branch_alone()
    {
        var (physics, history) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"));
        foreach (var (branch, name) in new[] { (physics, "Li Hua"), (physics, "Zhao Min"), (history, "Sun Li") }) await portal.PlantPersonAsync(branch, name);
        await portal.PlantPersonAsync(physics, "Wu Yi", Stage.Former);
        var secretary = await portal.As(Actor.Secretary(physics));
        await (await secretary.OpenAsync("/desk/notices/new")).SubmitAsync(new { Title = "A draft", Body = "<p>The text</p>" });

        var lines = (await secretary.OpenAsync("/en/desk")).Html.QuerySelectorAll(".todos li").Select(t => (t.QuerySelector(".list-title")!.TextContent, t.QuerySelector(".count")?.TextContent)).ToList();

        Assert.Equal([("Your drafts of notices", null), ("People without an account", "2")], lines);
    }

    [Fact]
    public async Task Who_approves_finds_what_waits_but_not_what_they_submitted()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        var (writer, other) = (await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.GeneralBranchSecretary(college)));
        var notice = await (await writer.OpenAsync("/desk/notices/new")).SubmitAsync(new { Title = "For all", Body = "<p>The text</p>", AudienceKind = AudienceKind.Internet });
        await (await writer.FollowAsync(notice)).SubmitAsync(new { }, "#publish");
        var guide = await (await writer.OpenAsync("/desk/guides/new")).SubmitAsync(new { Title = "How to", Topic = GuideTopic.Joining, Summary = "For all", Steps = "One step" });
        await (await writer.FollowAsync(guide)).SubmitAsync(new { }, "#submit");

        foreach (var task in (string[])["Approve the notice: For all", "Approve the guide: How to"])
        {
            Assert.Contains(task, await WaitingAsync(other), StringComparison.Ordinal);
            Assert.DoesNotContain(task, await WaitingAsync(writer), StringComparison.Ordinal);
        }
    }

    private static async Task<string> WaitingAsync(Browser person) => (await person.OpenAsync("/en/desk")).Html.QuerySelector("section[aria-labelledby=waiting]")!.TextContent;

    private Task<(int Id, string Title)> PlantAsync(Branch branch, AudienceKind audience) => portal.InDbAsync(async db =>
    {
        var now = portal.Clock.UtcNow();
        var notice = new Notice(branch.Id, new NoticeContent(Portal.Unique("Notice"), "<p>The text</p>", NoticeCategory.Notice, audience) { AsksForConfirmation = true }, Viewer.System, now);
        notice.Publish(Viewer.System, now);
        db.Add(notice);
        await db.SaveChangesAsync();
        return (notice.Id, notice.Title);
    });
}
