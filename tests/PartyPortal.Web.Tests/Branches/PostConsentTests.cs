using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Branches;

/// <summary>The public page of an organisation names the holder of a post where that person agreed, and nobody else.</summary>
public sealed class PostConsentTests(Portal portal)
{
    [Fact]
    public async Task A_holder_agrees_to_be_named_takes_it_back_and_the_page_follows_at_once()
    {
        var (branch, secretary, name) = await PlantAsync();
        var stranger = await portal.As(Actor.Public);
        Assert.DoesNotContain(name, await PostsOfAsync(stranger, branch));
        Assert.Contains("Secretary", await PostsOfAsync(stranger, branch));

        await (await secretary.OpenAsync("/en/me")).SubmitAsync(new { }, "#posts form");
        Assert.Contains($"Secretary {name}", await PostsOfAsync(stranger, branch));

        var me = await secretary.OpenAsync("/en/me");
        Assert.Contains("Your name stands there.", me.Text);
        await me.SubmitAsync(new { }, "#posts form");
        Assert.DoesNotContain(name, await PostsOfAsync(stranger, branch));
    }

    [Fact]
    public async Task Agreeing_twice_is_agreeing_once_and_each_step_is_on_record()
    {
        var (_, secretary, _) = await PlantAsync();
        var page = await secretary.OpenAsync("/en/me");
        await page.SubmitAsync(new { }, "#posts form");
        await page.SubmitAsync(new { }, "#posts form");
        await (await secretary.OpenAsync("/en/me")).SubmitAsync(new { }, "#posts form");

        Assert.Equal(["PostConsent.Added", "PostConsent.Deleted"], await portal.InDbAsync(db => db.Audit.Where(a => a.AccountId == secretary.AccountId && a.Action.StartsWith("PostConsent")).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync()));
    }

    [Fact]
    public async Task A_name_goes_with_the_post()
    {
        var (branch, secretary, name) = await PlantAsync();
        await (await secretary.OpenAsync("/en/me")).SubmitAsync(new { }, "#posts form");
        await portal.InDbAsync(async db =>
        {
            (await db.RoleGrants.SingleAsync(g => g.AccountId == secretary.AccountId)).Withdraw(portal.Today);
            await db.SaveChangesAsync();
        });

        Assert.DoesNotContain(name, (await (await portal.As(Actor.Public)).OpenAsync($"/branches/{branch.Id}")).Text);
        // A session goes on under a new cookie when the roles change.
        secretary = portal.Holding((await secretary.GetAsync("/desk")).AuthCookie ?? secretary.Cookie!);
        Assert.Null((await secretary.OpenAsync("/en/me")).Html.QuerySelector("#posts"));
    }

    [Fact]
    public async Task Nobody_agrees_or_takes_back_for_somebody_else()
    {
        var (branch, secretary, name) = await PlantAsync();
        var (grant, other) = (await GrantAsync(secretary), await portal.As(Actor.Secretary(branch)));
        var page = await other.OpenAsync("/en/me");

        Assert.Equal(HttpStatusCode.NotFound, (await page.SubmitAsAsync($"/me/posts/{grant}/name")).Status);
        await (await secretary.OpenAsync("/en/me")).SubmitAsync(new { }, "#posts form");
        Assert.Equal(HttpStatusCode.NotFound, (await page.SubmitAsAsync($"/me/posts/{grant}/name/take-back")).Status);
        Assert.Contains(name, await PostsOfAsync(other, branch));
        var viewer = new Viewer { AccountId = other.AccountId };
        await Assert.ThrowsAsync<OutsideJurisdictionException>(() => portal.InDbAsync(viewer, async db =>
        {
            db.Add(new PostConsent(await db.RoleGrants.SingleAsync(g => g.Id == grant), portal.Today));
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task An_office_of_the_whole_portal_is_named_on_no_page()
    {
        var office = await portal.As(Actor.OrganisationOffice);
        var page = await office.OpenAsync("/en/me");

        Assert.Null(page.Html.QuerySelector("#posts"));
        await page.SubmitAsAsync($"/me/posts/{await GrantAsync(office)}/name");
        Assert.Equal(0, await portal.InDbAsync(db => db.PostConsents.CountAsync(c => c.AccountId == office.AccountId)));
    }

    [Fact]
    public async Task The_page_tells_what_the_organisation_did_and_offers_its_feed()
    {
        var (branch, _, _) = await PlantAsync();
        var (told, draft) = (Portal.Unique("Lamps"), Portal.Unique("Draft"));
        await portal.InDbAsync(db =>
        {
            var deed = new Deed(branch.Id, told, "Mended", portal.Today, Viewer.System, portal.Today);
            deed.Submit(new Viewer { AccountId = "writer" });
            deed.Approve(new Viewer { AccountId = "reviewer" });
            db.AddRange(deed, new Deed(branch.Id, draft, "Not yet", portal.Today, Viewer.System, portal.Today));
            return db.SaveChangesAsync();
        });

        var page = await (await portal.As(Actor.Public)).OpenAsync($"/en/branches/{branch.Id}");

        Assert.Contains(told, page.Text);
        Assert.DoesNotContain(draft, page.Text);
        Assert.Contains(page.Html.QuerySelectorAll("link[type='application/atom+xml']"), link => link.GetAttribute("href") == $"/en/branches/{branch.Id}/feed");
    }

    private async Task<(Branch Branch, Browser Secretary, string Name)> PlantAsync()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(branch));
        return (branch, secretary, await portal.InDbAsync(db => db.Users.Where(a => a.Id == secretary.AccountId).Select(a => a.DisplayName).SingleAsync()));
    }

    private Task<int> GrantAsync(Browser holder) => portal.InDbAsync(db => db.RoleGrants.Where(g => g.AccountId == holder.AccountId).Select(g => g.Id).SingleAsync());

    private static async Task<string> PostsOfAsync(Browser browser, Branch branch) =>
        string.Join(' ', (await browser.OpenAsync($"/en/branches/{branch.Id}")).Html.QuerySelectorAll("#posts .tag").Select(tag => string.Join(' ', tag.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
}
