using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.Problems;
using PartyPortal.Web.Features.Problems;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Problems;

/// <summary>Anybody says what is wrong on a page, and the office that keeps it settles that.</summary>
public sealed class ProblemTests(Portal portal)
{
    [Fact]
    public async Task A_stranger_follows_the_link_under_a_page_and_its_office_settles_the_report()
    {
        var (physics, id) = await PlantAsync(AudienceKind.Internet);
        var stranger = await portal.As(Actor.Public);
        var link = (await stranger.OpenAsync($"/en/notices/{id}")).Html.QuerySelector("footer a[href*='/problems/new']")!.GetAttribute("href")!;
        var form = await stranger.OpenAsync(link);
        Assert.Contains($"/notices/{id}", form.Html.QuerySelector("code")!.TextContent);

        var sent = await form.SubmitAsync(new { Kind = ProblemKind.Outdated, Text = "It was last year." });

        Assert.Contains("Thank you", sent.Text);
        var secretary = await portal.As(Actor.Secretary(physics));
        Assert.Contains("It was last year.", (await secretary.OpenAsync("/en/desk/problems")).Text);
        Assert.Contains("Reported problems", (await secretary.OpenAsync("/en/desk/todo")).Html.QuerySelector("main")!.TextContent);
        var report = await ReportAsync(physics);
        var details = await secretary.OpenAsync($"/en/desk/problems/{report.Id}");
        Assert.NotNull(details.Html.QuerySelector($"a[href='/en/desk/notices/{id}']"));
        (await details.SubmitAsync(new { Outcome = " " }, "#settle")).IsRefusedWith("Fill in: What was done.");
        await details.SubmitAsync(new { Outcome = "Mended" }, "#settle");
        Assert.Equal("Mended", (await ReportAsync(physics)).Outcome);
        (await details.SubmitAsync(new { Outcome = "Again" }, "#settle")).IsRefusedWith("This report is settled already.");
    }

    [Fact]
    public async Task A_kind_is_needed_and_what_was_typed_is_kept()
    {
        var (physics, id) = await PlantAsync(AudienceKind.Internet);
        var form = await (await portal.As(Actor.Public)).OpenAsync($"/en/problems/new?about=/notices/{id}");

        var refused = await form.SubmitAsync(new { Text = "Kept words" });
        refused.IsRefusedWith("Fill in: What is wrong?");
        Assert.Contains("Kept words", refused.Body);
        Assert.Contains($"/notices/{id}", refused.Html.QuerySelector("code")!.TextContent);
        (await form.SubmitAsync(new { Kind = ProblemKind.Wrong, Text = new string('x', 1001) })).IsRefusedWith("at most 1000 characters");
        Assert.False(await portal.InDbAsync(db => db.ProblemReports.AnyAsync(r => r.BranchId == physics.Id)));
    }

    [Fact]
    public async Task What_the_reporter_may_not_see_is_not_named_and_goes_to_the_top()
    {
        var (physics, id) = await PlantAsync(AudienceKind.Branch);
        var word = Portal.Unique("word");

        await (await (await portal.As(Actor.Public)).OpenAsync($"/problems/new?about=/notices/{id}")).SubmitAsync(new { Kind = ProblemKind.Wrong, Text = word });
        Assert.Equal("/notices/…", await PageAsync(word));
        Assert.False(await portal.InDbAsync(db => db.ProblemReports.AnyAsync(r => r.BranchId == physics.Id)));

        await (await (await portal.As(Actor.Member(physics))).OpenAsync($"/problems/new?about=/notices/{id}")).SubmitAsync(new { Kind = ProblemKind.Wrong });
        Assert.Equal($"/notices/{id}", (await ReportAsync(physics)).Page);
    }

    [Theory]
    [InlineData("/en/people/17/edit?tab=2#x", "/people/…/edit")]
    [InlineData("/activate/ABCD-EFGH-2345", "/activate/…")]
    [InlineData("/preview/0123456789abcdef0123456789abcdef", "/preview/…")]
    [InlineData("/feedback/receipt/9f8e", "/feedback/receipt/…")]
    [InlineData("/guides/5/files/9", "/guides/5/files/…")]
    [InlineData("/en/circles/5/words/17", "/circles/5/words/17")]
    [InlineData("/people/5/words/17", "/people/…/words/…")]
    [InlineData("/circles/5/weeks/17", "/circles/5/weeks/…")]
    [InlineData("<script>alert(1)</script>", "/…/…")]
    [InlineData(null, "/")]
    public void Of_an_address_only_what_may_be_passed_on_remains(string? address, string page) => Assert.Equal(page, PagePath.Of(address));

    [Fact]
    public async Task The_link_breaks_no_cache_and_the_report_knows_nobody()
    {
        var (physics, id) = await PlantAsync(AudienceKind.Internet);
        var stranger = await portal.As(Actor.Public);
        var page = await stranger.OpenAsync($"/notices/{id}");
        Assert.False(page.Answer.Message.Headers.Contains("Set-Cookie"));
        Assert.Null(page.Html.QuerySelector("[name=__RequestVerificationToken]"));

        var member = await portal.As(Actor.Member(physics));
        await (await member.OpenAsync($"/problems/new?about=/notices/{id}")).SubmitAsync(new { Kind = ProblemKind.Broken });

        Assert.False(await portal.InDbAsync(db => db.Audit.AnyAsync(a => a.AccountId == member.AccountId)));
        Assert.DoesNotContain(typeof(ProblemReport).GetProperties(), p => p.Name.Contains("Account", StringComparison.Ordinal) || p.PropertyType == typeof(DateTime));
    }

    [Fact]
    public async Task Above_the_limit_nothing_more_is_taken()
    {
        await using var own = new OwnPortal();
        await own.InitializeAsync();
        await own.SetAsync(nameof(Domain.Settings.PortalSettings.FeedbackPerMinute), "1");
        await own.PlantBranchAsync("Top", null, BranchKind.UniversityCommittee);
        var form = await (await own.As(Actor.Public)).OpenAsync("/problems/new?about=/help");

        Assert.Equal(HttpStatusCode.OK, (await form.SubmitAsync(new { Kind = ProblemKind.Wrong })).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await form.SubmitAsync(new { Kind = ProblemKind.Wrong })).Status);
    }

    [Fact]
    public async Task What_was_settled_half_a_year_ago_is_forgotten()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        await portal.InDbAsync(async db =>
        {
            var (old, open) = (new ProblemReport(await db.Branches.SingleAsync(b => b.Id == physics.Id), "/help", ProblemKind.Wrong, "old", portal.Today), new ProblemReport((await db.Branches.FindAsync(physics.Id))!, "/help", ProblemKind.Wrong, "open", portal.Today.AddYears(-2)));
            old.Settle("done", portal.Today.AddDays(-181));
            db.AddRange(old, open);
            await db.SaveChangesAsync();
        });

        await portal.InDbAsync(db => new ForgetSettledProblems().RunAsync(db, portal.Clock.UtcNow()));

        Assert.Equal("open", (await ReportAsync(physics)).Text);
    }

    private Task<ProblemReport> ReportAsync(Branch branch) => portal.InDbAsync(db => db.ProblemReports.SingleAsync(r => r.BranchId == branch.Id));

    private Task<string> PageAsync(string text) => portal.InDbAsync(db => db.ProblemReports.Where(r => r.Text == text).Select(r => r.Page).SingleAsync());

    private async Task<(Branch Branch, int Id)> PlantAsync(AudienceKind audience)
    {
        var physics = await portal.PlantBranchAsync("Physics");
        return (physics, await portal.InDbAsync(async db =>
        {
            var now = portal.Clock.UtcNow();
            var notice = new Notice(physics.Id, new NoticeContent(Portal.Unique("Notice"), "<p>The text</p>", NoticeCategory.Notice, audience), Viewer.System, now);
            notice.Publish(Viewer.System, now);
            if (audience is AudienceKind.Internet) notice.Approve(new Viewer { AccountId = "second" }, now);
            db.Add(notice);
            await db.SaveChangesAsync();
            return notice.Id;
        }));
    }
}
