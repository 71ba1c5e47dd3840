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

    private static async Task<Portal> OwnPortalAsync()
    {
        var portal = new Portal();
        await portal.InitializeAsync();
        return portal;
    }
}
