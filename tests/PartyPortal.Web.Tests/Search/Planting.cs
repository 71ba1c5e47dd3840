using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Guides;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Search;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Search;

/// <summary>Things to be found, and the index told of them.</summary>
internal static class Planting
{
    private static readonly Viewer Second = new() { AccountId = "second" };

    public static Task KeepIndexAsync(this Portal portal) => portal.Services.GetRequiredService<IndexKeeper>().KeepAsync();

    public static Task<int> PlantNoticeAsync(this Portal portal, Branch branch, string title, string body = "<p>Text</p>", AudienceKind audience = AudienceKind.Internet, bool isDraft = false) => portal.InDbAsync(async db =>
    {
        var now = portal.Clock.UtcNow();
        var notice = new Notice(branch.Id, new NoticeContent(title, body, NoticeCategory.Notice, audience), Viewer.System, now);
        if (!isDraft) notice.Publish(Viewer.System, now);
        if (notice.State is NoticeState.AwaitingApproval) notice.Approve(Second, now);
        db.Add(notice);
        await db.SaveChangesAsync();
        return notice.Id;
    });

    public static Task<int> PlantMaterialAsync(this Portal portal, Branch branch, string title, params string[] tags) => portal.InDbAsync(async db =>
    {
        var now = portal.Clock.UtcNow();
        var material = new StudyMaterial(branch.Id, StudyKind.Article, new StudyContent(title, StudyCategory.Theory, AudienceKind.Campus, "Source") { Body = "<p>Text</p>", Tags = tags }, Viewer.System, now);
        material.Publish(Viewer.System, now);
        db.Add(material);
        await db.SaveChangesAsync();
        return material.Id;
    });

    public static Task<int> PlantGuideAsync(this Portal portal, Branch branch, string title, string steps) => portal.InDbAsync(async db =>
    {
        var guide = new Guide(branch.Id, new GuideContent(title, GuideTopic.Dues, "For everybody", steps), Viewer.System, portal.Today);
        guide.Submit(Viewer.System);
        guide.Approve(Second, portal.Clock.UtcNow());
        db.Add(guide);
        await db.SaveChangesAsync();
        return guide.Id;
    });

    public static IReadOnlyList<string> Found(this Page page) => [.. page.Html.QuerySelectorAll("main .list-title").Select(hit => hit.GetAttribute("href")!)];

    public static async Task<IReadOnlyList<string>> SearchAsync(this Browser browser, string words, string more = "") => (await browser.OpenAsync($"/search?words={Uri.EscapeDataString(words)}{more}")).Found();
}
