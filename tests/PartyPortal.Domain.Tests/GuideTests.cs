using PartyPortal.Domain.Access;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Guides;

namespace PartyPortal.Domain.Tests;

public sealed class GuideTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly DateTime Now = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Viewer Li = new() { AccountId = "li" };
    private static readonly Viewer Zhao = new() { AccountId = "zhao" };
    private static readonly GuideContent Content = new("Moving", GuideTopic.Transfer, "For members", "One\r\n\n Two ");

    [Fact]
    public void Steps_are_lines_without_empty_ones() => Assert.Equal(["One", "Two"], new Guide(1, Content, Li, Today).StepLines);

    [Fact]
    public void Title_summary_and_a_step_are_needed()
    {
        Assert.Equal("Title", Assert.Throws<RuleBrokenException>(() => new Guide(1, Content with { Title = " " }, Li, Today)).Field);
        Assert.Equal("Summary", Assert.Throws<RuleBrokenException>(() => new Guide(1, Content with { Summary = "" }, Li, Today)).Field);
        Assert.Equal("Steps", Assert.Throws<RuleBrokenException>(() => new Guide(1, Content with { Steps = "\n \n" }, Li, Today)).Field);
    }

    [Fact]
    public void Nobody_approves_what_they_wrote_or_submitted()
    {
        var guide = new Guide(1, Content, Li, Today);
        Assert.Throws<RuleBrokenException>(() => guide.Approve(Zhao, Now));
        guide.Submit(Li);
        Assert.Throws<RuleBrokenException>(() => guide.Submit(Li));
        Assert.Throws<RuleBrokenException>(() => guide.Approve(Li, Now));

        guide.Approve(Zhao, Now);

        Assert.Equal(GuideState.Published, guide.State);
    }

    [Fact]
    public void A_change_makes_a_draft_again()
    {
        var guide = Published();

        guide.Revise(Content with { Title = "Moving on" }, Zhao, Today);

        Assert.Equal(GuideState.Draft, guide.State);
    }

    [Fact]
    public void A_withdrawn_guide_cannot_be_withdrawn_twice_but_submitted_again()
    {
        var guide = Published();
        guide.Withdraw();
        Assert.Throws<RuleBrokenException>(guide.Withdraw);

        guide.Submit(Li);

        Assert.Equal(GuideState.AwaitingApproval, guide.State);
    }

    [Fact]
    public void Files_are_kept_in_the_order_wished_and_counted()
    {
        var guide = new Guide(1, Content, Li, Today);
        guide.ChangeDownloads([], [File("a"), File("b")]);

        Assert.Throws<RuleBrokenException>(() => guide.ChangeDownloads([0], [.. Enumerable.Range(0, AttachedFile.Most).Select(n => File($"{n}"))]));
        Assert.Equal(["a", "b"], guide.Downloads.OrderBy(d => d.Position).Select(d => d.File.Name));
        Assert.Equal(2, guide.ChangeDownloads([7], [File("c")]).Count);
    }

    private static Guide Published()
    {
        var guide = new Guide(1, Content, Li, Today);
        guide.Submit(Li);
        guide.Approve(Zhao, Now);
        return guide;
    }

    private static StoredFile File(string name) => new("0", name, FileKind.Pdf, "application/pdf", 1, "0");
}
