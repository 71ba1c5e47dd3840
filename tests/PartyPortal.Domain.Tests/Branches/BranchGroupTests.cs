using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Tests.Branches;

public sealed class BranchGroupTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Branch Top = new("U", "University", BranchKind.UniversityCommittee, null, Today);

    [Fact]
    public void Only_a_branch_has_groups() => Assert.Throws<RuleBrokenException>(() => new BranchGroup(Top, "One"));

    [Fact]
    public void An_archived_branch_gets_no_group()
    {
        var branch = Physics();
        branch.Archive(Today);

        Assert.Throws<RuleBrokenException>(() => new BranchGroup(branch, "One"));
    }

    [Fact]
    public void A_dissolved_group_is_neither_renamed_nor_dissolved_again_nor_joined()
    {
        var branch = Physics();
        var group = new BranchGroup(branch, "One");
        group.Dissolve(Today);

        Assert.Throws<RuleBrokenException>(() => group.Rename("Two"));
        Assert.Throws<RuleBrokenException>(() => group.Dissolve(Today));
        Assert.Throws<RuleBrokenException>(() => new Person("Li Hua", branch, Stage.FullMember, Today).JoinGroup(group));
    }

    private static Branch Physics() => new("P", "Physics", BranchKind.Branch, Top, Today);
}
