using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Guides;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Stale;

/// <summary>What nobody has looked at for a year.</summary>
public sealed class StaleTests(Portal portal)
{
    [Fact]
    public async Task What_is_older_than_a_year_is_listed_until_its_office_confirms_it()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var (old, fresh, guide) = (await PlantAsync(physics, 13), await PlantAsync(physics, 11), await PlantGuideAsync(physics, 13));
        var secretary = await portal.As(Actor.Secretary(physics));
        var page = await secretary.OpenAsync("/en/desk/stale");
        Assert.Contains(old.Title, page.Text);
        Assert.Contains(guide.Title, page.Text);
        Assert.DoesNotContain(fresh.Title, page.Text);
        Assert.Contains($"Look through the notice: does it still hold? {old.Title}", (await secretary.OpenAsync("/en/desk/todo")).Text);

        await page.SubmitAsync(new { }, $"#notices-{old.Id}");
        await page.SubmitAsync(new { }, $"#guides-{guide.Id}");

        Assert.Contains("Everything was looked at in time.", (await secretary.OpenAsync("/en/desk/stale")).Text);
    }

    [Fact]
    public async Task A_change_counts_as_a_look()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var old = await PlantAsync(physics, 13);
        var secretary = await portal.As(Actor.Secretary(physics));

        await (await secretary.OpenAsync($"/desk/notices/{old.Id}/edit")).SubmitAsync(new { Body = "<p>Newer</p>" });

        Assert.DoesNotContain(old.Title, (await secretary.OpenAsync("/desk/stale")).Text);
    }

    [Fact]
    public async Task Outside_the_own_organisation_it_is_refused_and_drafts_are_not_confirmed()
    {
        var (physics, history) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"));
        var old = await PlantAsync(history, 13, AudienceKind.Internet);
        var secretary = await portal.As(Actor.Secretary(physics));
        var page = await secretary.OpenAsync("/en/desk/notices/new");
        var draft = int.Parse((await page.SubmitAsync(new { Title = Portal.Unique("Notice"), Body = "<p>Text</p>" })).Location!.Split('/')[^1]);

        Assert.Equal(HttpStatusCode.Forbidden, (await page.SubmitAsAsync($"/desk/stale/notices/{old.Id}")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.SubmitAsAsync($"/desk/stale/notices/{draft}")).Status);
        Assert.DoesNotContain(old.Title, (await secretary.OpenAsync("/desk/stale")).Text);
        Assert.Null((await portal.InDbAsync(db => db.Notices.SingleAsync(n => n.Id == old.Id))).ConfirmedAt);
    }

    private Task<(int Id, string Title)> PlantAsync(Branch branch, int monthsAgo, AudienceKind audience = AudienceKind.Branch) => portal.InDbAsync(async db =>
    {
        var then = portal.Clock.UtcNow().AddMonths(-monthsAgo);
        var notice = new Notice(branch.Id, new NoticeContent(Portal.Unique("Notice"), "<p>The text</p>", NoticeCategory.Notice, audience) { MonthsByDefault = 36 }, Viewer.System, then);
        notice.Publish(Viewer.System, then);
        if (audience is AudienceKind.Internet) notice.Approve(new Viewer { AccountId = "second" }, then);
        db.Add(notice);
        await db.SaveChangesAsync();
        return (notice.Id, notice.Title);
    });

    private Task<(int Id, string Title)> PlantGuideAsync(Branch branch, int monthsAgo) => portal.InDbAsync(async db =>
    {
        var then = portal.Clock.UtcNow().AddMonths(-monthsAgo);
        var guide = new Guide(branch.Id, new GuideContent(Portal.Unique("Guide"), GuideTopic.Dues, "For whom", "One step"), Viewer.System, PortalClock.Day(then));
        guide.Submit(Viewer.System);
        guide.Approve(new Viewer { AccountId = "second" }, then);
        db.Add(guide);
        await db.SaveChangesAsync();
        return (guide.Id, guide.Title);
    });
}
