using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Study;

public sealed class StudyProgressTests(Portal portal)
{
    [Fact]
    public async Task A_learner_marks_a_material_as_done_and_takes_it_back()
    {
        var (id, title, learner) = await BeginAsync();
        var page = await learner.FollowAsync(await (await learner.OpenAsync($"/study/{id}")).SubmitAsync(new { }, "#done"));
        Assert.Contains(title, (await learner.OpenAsync("/my/study")).Text);

        await page.SubmitAsync(new { }, "#undo");

        var own = await learner.OpenAsync("/my/study");
        Assert.Contains(title, own.Html.QuerySelector("#new")!.TextContent);
        Assert.Single(own.Html.QuerySelectorAll("main li"), row => row.TextContent.Contains(title, StringComparison.Ordinal));
        Assert.Equal(0, await CountAsync(id));
    }

    [Fact]
    public async Task Many_clicks_on_done_at_once_are_one_row()
    {
        var (id, _, learner) = await BeginAsync();
        var page = await learner.OpenAsync($"/study/{id}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => page.SubmitAsync(new { }, "#done")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal(1, await CountAsync(id));
    }

    [Fact]
    public async Task A_place_kept_in_one_browser_is_where_the_other_browser_goes_on()
    {
        var (id, title, learner) = await BeginAsync();

        Assert.Equal(HttpStatusCode.NoContent, await PutAsync(learner, id, 754));

        Assert.Equal(754, await portal.InDbAsync(db => db.StudyProgress.Where(p => p.MaterialId == id).Select(p => p.Position).SingleAsync()));
        Assert.Contains(title, (await learner.OpenAsync("/my/study")).Text);
    }

    [Fact]
    public async Task A_place_sent_without_the_forms_token_is_refused()
    {
        var (id, _, learner) = await BeginAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await learner.Http.PutAsync($"/study/{id}/position", new FormUrlEncodedContent([new("at", "5")]))).StatusCode);
        Assert.Equal(0, await CountAsync(id));
    }

    [Fact]
    public async Task Nobody_else_sees_how_far_a_learner_has_come()
    {
        var (id, title, learner) = await BeginAsync();
        await PutAsync(learner, id, 754);
        var mine = await portal.InDbAsync(db => db.StudyProgress.SingleAsync(p => p.MaterialId == id));

        foreach (var other in (Actor[])[Actor.PlainAccount, Actor.OrganisationOffice, Actor.SystemAdministrator, Actor.Auditor])
            Assert.DoesNotContain(title, (await (await portal.As(other)).OpenAsync("/my/study")).Text);

        var office = new Viewer { AccountId = "office", Acting = new ActingRole(1, Role.OrganisationOffice, null, "", "/") };
        Assert.Equal(0, await portal.InDbAsync(office, db => db.StudyProgress.CountAsync()));
        await Assert.ThrowsAsync<Data.Access.OutsideJurisdictionException>(() => portal.InDbAsync(office, async db =>
        {
            db.Attach(mine);
            mine.MarkDone();
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task A_stranger_keeps_no_place()
    {
        var (id, _, _) = await BeginAsync(AudienceKind.Internet);
        var stranger = await portal.As(Actor.Public);

        Assert.Equal(HttpStatusCode.Redirect, (await stranger.PostAsync($"/study/{id}/done")).Status);
        Assert.Empty((await stranger.OpenAsync($"/study/{id}")).Html.QuerySelectorAll("#done"));
    }

    [Fact]
    public async Task A_place_in_a_material_of_others_is_not_kept()
    {
        var (id, _, _) = await BeginAsync();
        var other = await portal.As(Actor.Member(await portal.PlantBranchAsync("History")));

        Assert.Equal(HttpStatusCode.NotFound, await PutAsync(other, id, 5));
        Assert.Equal(0, await CountAsync(id));
    }

    private async Task<(int Id, string Title, Browser Learner)> BeginAsync(AudienceKind audience = AudienceKind.Branch)
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var title = Portal.Unique("Material");
        var id = await portal.PlantMaterialAsync(physics, audience, content: c => c with { Title = title });
        return (id, title, await portal.As(Actor.Member(physics)));
    }

    private static async Task<HttpStatusCode> PutAsync(Browser browser, int id, int at)
    {
        using var put = new HttpRequestMessage(HttpMethod.Put, $"/study/{id}/position") { Content = new FormUrlEncodedContent([new("at", $"{at}")]) };
        put.Headers.Add("X-Antiforgery", (await browser.OpenAsync("/my/study")).Token());
        return (await browser.Http.SendAsync(put)).StatusCode;
    }

    private Task<int> CountAsync(int id) => portal.InDbAsync(db => db.StudyProgress.CountAsync(p => p.MaterialId == id));
}
