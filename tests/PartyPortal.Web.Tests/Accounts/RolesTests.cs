using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Accounts;

/// <summary>Security row 8: who grants roles, and which do not go together.</summary>
public sealed class RolesTests(Portal portal)
{
    [Fact]
    public async Task A_secretary_is_appointed_and_dismissed()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var name = await PlantAccountAsync();
        var security = await portal.As(Actor.SecurityAdministrator);

        var answer = await GrantAsync(security, name, Role.Secretary, branch);
        await (await security.OpenAsync($"/admin/roles?words={name}")).SubmitAsync(new { });

        Assert.Equal("/admin/roles", answer.Location);
        Assert.Equal(portal.Today, await portal.InDbAsync(db => db.RoleGrants.Where(g => g.BranchId == branch.Id).Select(g => g.Until).SingleAsync()));
    }

    [Fact]
    public async Task Two_of_the_three_powers_are_refused()
    {
        var name = await PlantAccountAsync();
        var security = await portal.As(Actor.SecurityAdministrator);
        await GrantAsync(security, name, Role.Auditor, null);

        (await GrantAsync(security, name, Role.SystemAdministrator, null)).IsRefusedWith("同一账号不得兼任");
    }

    [Fact]
    public async Task A_role_of_a_branch_without_one_and_an_unknown_account_are_refused()
    {
        var security = await portal.As(Actor.SecurityAdministrator);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await GrantAsync(security, await PlantAccountAsync(), Role.Secretary, null)).Status);
        (await GrantAsync(security, "nobody-at-all", Role.Auditor, null)).IsRefusedWith("没有使用该名称的账号");
    }

    private static async Task<Answer> GrantAsync(Browser security, string account, Role role, Branch? branch) =>
        await (await security.OpenAsync("/admin/roles/new")).SubmitAsync(new { Account = account, Role = role, Branch = branch?.Code ?? "" });

    private async Task<string> PlantAccountAsync()
    {
        var name = Portal.Unique("zhang");
        await portal.InDbAsync(async db =>
        {
            var account = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, State = AccountState.Active, SecurityStamp = name };
            db.Add(account);
            db.Add(new SignInName { Normalized = SignInName.Normalize(name), Kind = SignInNameKind.UserName, AccountId = account.Id });
            await db.SaveChangesAsync();
        });
        return name;
    }
}
