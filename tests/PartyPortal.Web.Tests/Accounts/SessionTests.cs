using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Accounts;

/// <summary>Security rows 7, 40, 41: how a session ends, on a host of its own because time is moved.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task A_browser_that_asks_nothing_for_half_an_hour_is_signed_out()
    {
        await using var portal = await OwnPortalAsync();
        var browser = await portal.As(Actor.Auditor);
        await browser.OpenAsync("/desk");

        portal.Clock.Advance(TimeSpan.FromMinutes(29));
        await browser.OpenAsync("/desk");
        portal.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task No_session_outlives_its_day()
    {
        await using var portal = await OwnPortalAsync();
        var browser = await portal.As(Actor.Auditor);
        for (var i = 0; i < 24; i++)
        {
            await browser.OpenAsync("/desk");
            portal.Clock.Advance(TimeSpan.FromMinutes(30));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task A_role_taken_away_is_gone_at_the_next_request()
    {
        await using var portal = await OwnPortalAsync();
        var browser = await portal.As(Actor.Auditor);
        Assert.Contains("安全审计员", (await browser.OpenAsync("/desk")).Text);

        await portal.InDbAsync(async db =>
        {
            (await db.RoleGrants.SingleAsync(g => g.AccountId == browser.AccountId && g.Role == Role.Auditor)).Withdraw(portal.Today);
            await db.SaveChangesAsync();
        });

        Assert.DoesNotContain("安全审计员", (await browser.OpenAsync("/desk")).Text);
    }

    [Fact]
    public async Task A_withdrawn_account_is_out_at_the_next_request()
    {
        await using var portal = await OwnPortalAsync();
        var browser = await portal.As(Actor.Auditor);
        await browser.OpenAsync("/desk");

        await portal.InDbAsync(async db =>
        {
            (await db.Users.SingleAsync(a => a.Id == browser.AccountId)).State = AccountState.Withdrawn;
            await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task A_person_sees_where_they_are_signed_in_and_ends_another_browser()
    {
        await using var portal = await OwnPortalAsync();
        var phone = await portal.As(Actor.Auditor);
        var desk = await portal.AlsoAsync(phone);
        await desk.OpenAsync("/desk");
        var page = await phone.OpenAsync("/account");

        Assert.Equal(2, page.Html.QuerySelectorAll("main .list > li").Length);
        Assert.Single(page.Html.QuerySelectorAll("main .tag-good"));
        Assert.Contains("2026年11月24日 10:00", page.Text);
        var answer = await page.SubmitAsync(new { }, "main .list form");

        Assert.Equal("/account", answer.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.GetAsync("/desk")).Status);
        await phone.OpenAsync("/desk");
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        await using var portal = await OwnPortalAsync();
        var (mine, theirs) = (await portal.As(Actor.Auditor), await portal.As(Actor.Auditor));
        await portal.AlsoAsync(mine);
        var foreign = await portal.InDbAsync(db => db.Sessions.Where(s => s.AccountId == theirs.AccountId).Select(s => s.Id).SingleAsync());
        var token = (await mine.OpenAsync("/account")).Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await mine.PostAsync($"/account/sessions/{foreign}/end", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        await theirs.OpenAsync("/desk");
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_browser_and_clears_this_one()
    {
        await using var portal = await OwnPortalAsync();
        var phone = await portal.As(Actor.Auditor);
        var desk = await portal.AlsoAsync(phone);

        var answer = await (await phone.OpenAsync("/account")).SubmitAsync(new { }, "main form[action$='/sign-out-everywhere']");

        Assert.Equal("\"cache\", \"storage\"", answer.Message.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Equal(HttpStatusCode.Redirect, (await desk.GetAsync("/desk")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task The_system_administrator_signs_an_account_out_everywhere()
    {
        await using var portal = await OwnPortalAsync();
        var auditor = await portal.As(Actor.Auditor);
        var name = await portal.InDbAsync(db => db.Users.Where(a => a.Id == auditor.AccountId).Select(a => a.UserName!).SingleAsync());
        var administrator = await portal.As(Actor.SystemAdministrator);
        var list = await administrator.OpenAsync($"/admin/accounts?words={name}");
        var end = list.Html.QuerySelector("button[formaction$='/sign-out']")!.GetAttribute("formaction")!;

        await administrator.PostAsync(end, new FormUrlEncodedContent([new("__RequestVerificationToken", list.Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]));

        Assert.Equal(HttpStatusCode.Redirect, (await auditor.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task A_browser_unseen_since_before_the_portal_restarted_is_signed_out()
    {
        await using var portal = await OwnPortalAsync();
        var browser = await portal.As(Actor.Auditor);

        portal.Clock.Advance(TimeSpan.FromMinutes(91));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task Changing_the_role_one_acts_in_takes_a_new_cookie_and_kills_the_old_one()
    {
        await using var portal = await OwnPortalAsync();
        var physics = await portal.PlantBranchAsync("Physics");
        var browser = await portal.As(Actor.Auditor);
        await browser.OpenAsync("/desk");
        var before = browser.Cookie;
        await portal.InDbAsync(async db =>
        {
            db.Add(new RoleGrant(browser.AccountId!, Role.Secretary, await db.Branches.SingleAsync(b => b.Id == physics.Id), new DateOnly(2024, 1, 1), browser.AccountId!));
            await db.SaveChangesAsync();
        });
        var renewed = (await browser.GetAsync("/desk")).AuthCookie!;
        var second = portal.Holding(renewed);
        var desk = await second.OpenAsync("/desk");
        Assert.Contains("安全审计员", desk.Html.QuerySelector(".role-bar")!.TextContent);

        var answer = await desk.SubmitAsync(new { grantId = desk.Html.QuerySelector(".role-bar button")!.GetAttribute("value") }, ".role-bar form");

        var after = answer.AuthCookie!;
        Assert.Equal(3, new[] { before, renewed, after }.Distinct().Count());
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Holding(renewed).GetAsync("/desk")).Status);
        Assert.Contains("Physics", (await portal.Holding(after).OpenAsync("/en/desk")).Html.QuerySelector(".role-bar")!.TextContent);
    }

    [Fact]
    public async Task A_role_granted_or_taken_away_renews_the_session_at_the_next_request()
    {
        await using var portal = await OwnPortalAsync();
        var browser = await portal.As(Actor.Auditor);
        Assert.Null((await browser.GetAsync("/desk")).AuthCookie);
        await portal.InDbAsync(async db =>
        {
            (await db.RoleGrants.SingleAsync(g => g.AccountId == browser.AccountId)).Withdraw(portal.Today);
            await db.SaveChangesAsync();
        });

        var answer = await browser.GetAsync("/desk");

        Assert.NotNull(answer.AuthCookie);
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Holding(browser.Cookie!).GetAsync("/desk")).Status);
        Assert.Null((await portal.Holding(answer.AuthCookie).OpenAsync("/desk")).Answer.AuthCookie);
    }

    [Fact]
    public async Task Pages_and_files_of_a_session_are_never_kept_by_the_browser()
    {
        await using var portal = await OwnPortalAsync();
        var secretary = await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Physics")));

        foreach (var address in new[] { "/desk", "/account", "/people", "/people/export", "/", "/no-such-page" })
            Assert.Contains("no-store", (await secretary.GetAsync(address)).Message.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Ten_minutes_after_the_password_an_export_asks_for_it_again()
    {
        await using var portal = await OwnPortalAsync();
        const string password = "correct horse 电池 staple";
        var secretary = await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Physics")));
        await portal.InDbAsync(async db =>
        {
            var account = await db.Users.SingleAsync(a => a.Id == secretary.AccountId);
            account.Open(new Microsoft.AspNetCore.Identity.PasswordHasher<Account>().HashPassword(account, password));
            await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync("/people/export")).Status);

        portal.Clock.Advance(TimeSpan.FromMinutes(11));
        var asked = await secretary.GetAsync("/people/export");
        Assert.Equal("/account/prove?returnUrl=%2Fdesk", asked.Location);
        var page = await secretary.FollowAsync(asked);
        (await page.SubmitAsync(new { Password = "not the password" })).IsRefusedWith("密码有误");
        var proved = await page.SubmitAsync(new { Password = password });

        Assert.Equal("/desk", proved.Location);
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync("/people/export")).Status);
    }

    [Fact]
    public async Task A_grant_asks_for_the_password_and_leads_back_to_its_form()
    {
        await using var portal = await OwnPortalAsync();
        var security = await portal.As(Actor.SecurityAdministrator);

        portal.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal("/en/account/prove?returnUrl=%2Fen%2Fadmin%2Froles%2Fnew", (await security.GetAsync("/en/admin/roles/new")).Location);
    }

    private static async Task<Portal> OwnPortalAsync()
    {
        var portal = new Portal();
        await portal.InitializeAsync();
        return portal;
    }
}
