using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Tests;

public sealed class RoleGrantTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public void No_account_holds_two_of_the_three_powers()
    {
        Assert.True(RoleGrant.Excludes(Role.SystemAdministrator, Role.Auditor));
        Assert.True(RoleGrant.Excludes(Role.SecurityAdministrator, Role.SystemAdministrator));
        Assert.False(RoleGrant.Excludes(Role.Secretary, Role.Auditor));
    }

    [Fact]
    public void A_secretary_needs_a_branch()
    {
        var broken = Assert.Throws<RuleBrokenException>(() => new RoleGrant("a", Role.Secretary, null, Monday, "b"));

        Assert.Equal("This role is held in a branch. Choose the branch.", broken.Message);
    }

    [Fact]
    public void A_withdrawn_role_holds_until_the_day_before()
    {
        var grant = new RoleGrant("a", Role.Auditor, null, Monday, "b");

        grant.Withdraw(Monday.AddDays(3));

        Assert.True(grant.HoldsOn(Monday.AddDays(2)));
        Assert.False(grant.HoldsOn(Monday.AddDays(3)));
        Assert.Throws<RuleBrokenException>(() => grant.Withdraw(Monday.AddDays(4)));
    }
}
