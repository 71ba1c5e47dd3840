using CsCheck;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Tests.Branches;

public sealed class BranchTests
{
    private static readonly DateOnly Founded = new(2020, 9, 1);
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void Only_a_university_committee_stands_at_the_top()
    {
        Assert.Throws<RuleBrokenException>(() => new Branch("B", "Branch", BranchKind.Branch, null, Founded));
        Assert.Equal("Top", Top().Name);
    }

    [Fact]
    public void Nothing_stands_under_a_branch()
    {
        var branch = new Branch("B", "Branch", BranchKind.Branch, Top(), Founded);

        Assert.All(Enum.GetValues<BranchKind>(), kind => Assert.Throws<RuleBrokenException>(() => new Branch("C", "Child", kind, branch, Founded)));
    }

    [Fact]
    public void Only_committees_approve()
    {
        Assert.True(Top().HasApprovalPower);
        Assert.False(new Branch("G", "General branch", BranchKind.GeneralBranch, Top(), Founded).HasApprovalPower);
    }

    [Fact]
    public void A_new_name_turns_a_page_and_the_old_one_keeps_its_days()
    {
        var branch = new Branch("B", "Old", BranchKind.Branch, Top(), Founded);

        branch.Rename("B", "New", Today);

        Assert.Equal([("Old", (DateOnly?)Today), ("New", null)], branch.Periods.Select(p => (p.Name, p.Until)));
    }

    [Fact]
    public void A_new_code_turns_no_page()
    {
        var branch = new Branch("b", "Name", BranchKind.Branch, Top(), Founded);

        branch.Rename("c", "Name", Today);

        Assert.Single(branch.Periods);
        Assert.Equal("C", branch.CodeKey);
    }

    [Fact]
    public void An_archived_branch_cannot_be_archived_again_and_a_living_one_not_restored()
    {
        var branch = new Branch("B", "Branch", BranchKind.Branch, Top(), Founded);
        Assert.Equal("{0} is not archived.", Assert.Throws<RuleBrokenException>(branch.Restore).Message);

        branch.Archive(Today);

        Assert.Equal("{0} is archived already.", Assert.Throws<RuleBrokenException>(() => branch.Archive(Today)).Message);
    }

    [Fact]
    public void Nothing_new_stands_under_an_archived_parent()
    {
        var parent = new Branch("G", "General branch", BranchKind.GeneralBranch, Top(), Founded);
        parent.Archive(Today);

        Assert.Equal("{0} is archived. Choose a parent that is in use.", Assert.Throws<RuleBrokenException>(() => new Branch("B", "Branch", BranchKind.Branch, parent, Founded)).Message);
    }

    [Fact]
    public void The_kinds_that_may_stand_under_each_other_make_no_loop() => Gen.Enum<BranchKind>().List[2, 6].Sample(kinds =>
        kinds.Zip(kinds.Skip(1)).Any(pair => !Branch.MayStandUnder(pair.Second, pair.First)) || kinds.Distinct().Count() == kinds.Count);

    private static Branch Top() => new("TOP", "Top", BranchKind.UniversityCommittee, null, Founded);
}
