using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Tests.Access;

public sealed class PostConsentTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Branch Physics = new("U", "University", BranchKind.UniversityCommittee, null, new(2000, 1, 1));

    [Fact]
    public void A_post_of_the_whole_portal_is_named_nowhere() => Assert.Equal(
        "This post is held for the whole portal: no organisation's page names it.",
        Assert.Throws<RuleBrokenException>(() => new PostConsent(new RoleGrant("a", Role.Auditor, null, Today, "b"), Today)).Message);

    [Fact]
    public void A_post_that_ended_asks_for_no_name()
    {
        var grant = new RoleGrant("a", Role.Secretary, Physics, Today.AddYears(-1), "b");
        grant.Withdraw(Today);

        Assert.Equal("You do not hold this post any more.", Assert.Throws<RuleBrokenException>(() => new PostConsent(grant, Today)).Message);
        Assert.Equal("a", new PostConsent(new RoleGrant("a", Role.Secretary, Physics, Today, "b"), Today).AccountId);
    }
}
