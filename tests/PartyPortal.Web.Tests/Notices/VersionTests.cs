using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Notices;

/// <summary>The texts that a notice had.</summary>
public sealed class VersionTests(Portal portal)
{
    [Fact]
    public async Task Each_saved_text_of_a_published_notice_is_kept_and_two_are_compared_word_by_word()
    {
        var (physics, secretary, id) = await PublishAsync();
        await (await secretary.OpenAsync($"/desk/notices/{id}/edit")).SubmitAsync(new { Body = "<p>周五晚七点在综合楼开会。</p><p>Bring a pencil.</p>" });
        await (await secretary.OpenAsync($"/desk/notices/{id}/edit")).SubmitAsync(new { IsPinned = "true" });

        var page = await secretary.OpenAsync($"/en/desk/notices/{id}/versions");

        Assert.Equal(["1", "2"], (await portal.InDbAsync(db => db.NoticeVersions.Where(v => v.NoticeId == id).OrderBy(v => v.Number).Select(v => v.Number).ToListAsync())).Select(n => $"{n}"));
        Assert.Contains("Secretary", page.Html.QuerySelector("table.stack")!.TextContent);
        var comparison = page.Html.QuerySelector("#comparison")!;
        Assert.Equal(["四", "pen"], comparison.QuerySelectorAll("del").Select(d => d.TextContent));
        Assert.Equal(["五", "pencil"], comparison.QuerySelectorAll("ins").Select(d => d.TextContent));
        await (await portal.As(Actor.Member(physics))).IsRefusedAt($"/desk/notices/{id}/versions");
    }

    [Fact]
    public async Task A_draft_that_nobody_else_saw_leaves_no_version()
    {
        var secretary = await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Physics")));
        var id = await DraftAsync(secretary, AudienceKind.Branch);

        await (await secretary.OpenAsync($"/desk/notices/{id}/edit")).SubmitAsync(new { Body = "<p>Another</p>" });

        Assert.Contains("No version is kept yet.", (await secretary.OpenAsync($"/en/desk/notices/{id}/versions")).Text);
    }

    [Fact]
    public async Task Restoring_fills_the_form_and_saving_it_follows_the_rules_of_any_change()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        var (author, reviewer) = (await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.GeneralBranchSecretary(college)));
        var id = await DraftAsync(author, AudienceKind.Internet);
        await (await author.OpenAsync($"/desk/notices/{id}")).SubmitAsync(new { }, "#publish");
        await (await author.OpenAsync($"/desk/notices/{id}/edit")).SubmitAsync(new { Title = "Second", Body = "<p>Second text</p>" });
        await (await author.OpenAsync($"/desk/notices/{id}")).SubmitAsync(new { }, "#publish");
        await (await reviewer.OpenAsync($"/desk/notices/{id}/review")).SubmitAsync(new { }, "#approve");
        var before = await FindAsync(id);

        var form = await author.OpenAsync($"/en/desk/notices/{id}/edit?from=1");
        Assert.Contains("The form holds the text of version 1.", form.Text);
        Assert.Equal(before.Version, (await FindAsync(id)).Version);
        await form.SubmitAsync(new { });

        var after = await FindAsync(id);
        Assert.Contains("周四", after.Body);
        Assert.Equal((NoticeState.Draft, 3), (after.State, after.VersionsKept));
        await (await portal.As(Actor.Public)).FindsNothingAt($"/notices/{id}");
    }

    [Fact]
    public async Task A_restored_text_does_not_overwrite_what_somebody_saved_meanwhile()
    {
        var (_, secretary, id) = await PublishAsync();
        var restore = await secretary.OpenAsync($"/en/desk/notices/{id}/edit?from=1");
        await (await secretary.OpenAsync($"/desk/notices/{id}/edit")).SubmitAsync(new { Body = "<p>Meanwhile</p>" });

        var refused = await restore.SubmitAsync(new { });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Meanwhile", refused.Text);
        Assert.Contains("周四", refused.Body);
        Assert.Equal("<p>Meanwhile</p>", (await FindAsync(id)).Body);
    }

    [Fact]
    public async Task A_version_that_does_not_exist_is_not_found()
    {
        var (_, secretary, id) = await PublishAsync();

        await secretary.FindsNothingAt($"/desk/notices/{id}/versions?older=7&newer=1");
        await secretary.FindsNothingAt($"/desk/notices/{id}/edit?from=7");
    }

    private async Task<(Branch Physics, Browser Secretary, int Id)> PublishAsync()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(physics));
        var id = await DraftAsync(secretary, AudienceKind.Branch);
        await (await secretary.OpenAsync($"/desk/notices/{id}")).SubmitAsync(new { }, "#publish");
        return (physics, secretary, id);
    }

    private static async Task<int> DraftAsync(Browser author, AudienceKind audience)
    {
        var saved = await (await author.OpenAsync("/desk/notices/new")).SubmitAsync(new { Title = Portal.Unique("Notice"), Body = "<p>周四晚七点在综合楼开会。</p><p>Bring a pen.</p>", AudienceKind = audience });
        return int.Parse(saved.Location!.Split('/')[^1]);
    }

    private Task<Notice> FindAsync(int id) => portal.InDbAsync(db => db.Notices.SingleAsync(n => n.Id == id));
}
