using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Features.Notices;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Notices;

public sealed class NoticeTests(Portal portal)
{
    [Fact]
    public async Task A_secretary_publishes_to_the_branch_and_only_the_branch_reads_it()
    {
        var (college, physics, history) = await PlantAsync();
        var id = await PublishAsync(physics, AudienceKind.Branch);

        await (await portal.As(Actor.Member(physics))).OpenAsync($"/notices/{id}");
        await (await portal.As(Actor.GeneralBranchSecretary(college))).OpenAsync($"/desk/notices/{id}");
        await (await portal.As(Actor.Member(history))).FindsNothingAt($"/notices/{id}");
        await (await portal.As(Actor.Public)).FindsNothingAt($"/notices/{id}");
        await (await portal.As(Actor.Secretary(history))).FindsNothingAt($"/desk/notices/{id}");
    }

    [Theory]
    [InlineData(AudienceKind.Internet, true, true, true, true)]
    [InlineData(AudienceKind.Campus, false, true, true, true)]
    [InlineData(AudienceKind.Applicants, false, true, true, true)]
    [InlineData(AudienceKind.Members, false, false, true, true)]
    [InlineData(AudienceKind.Subtree, false, true, true, false)]
    [InlineData(AudienceKind.Branch, false, false, false, false)]
    public async Task Each_audience_reaches_whom_it_names(AudienceKind audience, bool stranger, bool applicant, bool member, bool elsewhere)
    {
        var (college, physics, history) = await PlantAsync();
        var id = await PlantNoticeAsync(college, audience);

        await Reads(Actor.Public, stranger);
        await Reads(Actor.Applicant(physics), applicant);
        await Reads(Actor.Member(physics), member);
        await Reads(Actor.Member(history), elsewhere);

        async Task Reads(Actor actor, bool may) =>
            Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await (await portal.As(actor)).GetAsync($"/notices/{id}")).Status);
    }

    [Fact]
    public async Task Bad_notices_are_refused_at_the_field_and_nothing_is_written()
    {
        var (_, physics, history) = await PlantAsync();
        var page = await (await portal.As(Actor.Secretary(physics))).OpenAsync("/en/desk/notices/new");

        var empty = await page.SubmitAsync(new { Title = "", Body = "<p>Kept text</p>" });
        empty.IsRefusedWith("Fill in: Title.");
        Assert.Contains("Kept text", empty.Body);
        (await page.SubmitAsync(new { Title = new string('x', 121), Body = "b" })).IsRefusedWith("at most 120 characters");
        (await page.SubmitAsync(new { Title = "a", Body = "<script>alert(1)</script>" })).IsRefusedWith("Write the text.");
        (await page.SubmitAsync(new { Title = "a", Body = "b", ExpiresOn = "2020-01-01" })).IsRefusedWith("The end must be later than the beginning.");
        (await page.SubmitAsync(new { Title = "a", Body = "b", AudienceKind = AudienceKind.Campus })).IsRefusedWith("Only the organisation office");
        (await page.SubmitAsync(new { Title = "a", Body = "b", BranchId = history.Id })).IsRefusedWith("Choose an organisation of your own.");
        Assert.Equal(0, await portal.InDbAsync(db => db.Notices.CountAsync(n => n.BranchId == physics.Id || n.BranchId == history.Id)));
    }

    [Fact]
    public async Task What_could_run_is_taken_out_of_the_text_and_its_writer_is_told()
    {
        var (_, physics, _) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var page = await secretary.OpenAsync("/en/desk/notices/new");

        var harmful = await secretary.FollowAsync(await page.SubmitAsync(new { Title = "a", Body = "<p onclick=\"evil()\">Kept</p><script>evil()</script>" }));
        var plain = await secretary.FollowAsync(await page.SubmitAsync(new { Title = "a", Body = "<p style=\"text-align:center\">Kept</p>" }));

        Assert.Contains("What could run by itself was taken out of the text", harmful.Text);
        Assert.DoesNotContain("evil", harmful.Html.QuerySelector("main")!.InnerHtml);
        Assert.DoesNotContain("taken out", plain.Text);
    }

    [Fact]
    public async Task What_goes_to_the_Internet_waits_for_a_second_person()
    {
        var (college, _, _) = await PlantAsync();
        var author = await portal.As(Actor.GeneralBranchSecretary(college));
        var (id, page) = await DraftAsync(author, AudienceKind.Internet);
        page = await author.FollowAsync(await page.SubmitAsync(new { }, "#publish"));

        await page.SubmitAsAsync($"/desk/notices/{id}/review/approval", ("version", $"{(await FindAsync(id)).Version}"));
        Assert.Equal(NoticeState.AwaitingApproval, (await FindAsync(id)).State);
        await (await portal.As(Actor.Public)).FindsNothingAt($"/notices/{id}");

        var other = await portal.As(Actor.GeneralBranchSecretary(college));
        await (await other.OpenAsync($"/desk/notices/{id}/review")).SubmitAsync(new { }, "#approve");
        Assert.Contains("The text", (await (await portal.As(Actor.Public)).OpenAsync($"/notices/{id}")).Text);
    }

    [Fact]
    public async Task Publishing_twice_publishes_once()
    {
        var (_, physics, _) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var (id, page) = await DraftAsync(secretary, AudienceKind.Branch);

        await page.SubmitAsync(new { }, "#publish");
        var once = await FindAsync(id);
        await page.SubmitAsync(new { }, "#publish");

        Assert.Equal(once.Version, (await FindAsync(id)).Version);
    }

    [Fact]
    public async Task A_stale_edit_is_told_so_and_overwrites_nothing()
    {
        var (_, physics, _) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var id = await PublishAsync(physics, AudienceKind.Branch);
        var stale = await secretary.OpenAsync($"/desk/notices/{id}/edit");
        await (await secretary.OpenAsync($"/desk/notices/{id}/edit")).SubmitAsync(new { Title = "First" });

        Assert.Equal(HttpStatusCode.Conflict, (await stale.SubmitAsync(new { Title = "Second" })).Status);
        Assert.Equal("First", (await FindAsync(id)).Title);
    }

    [Fact]
    public async Task A_withdrawn_notice_needs_a_reason_and_is_gone_for_readers()
    {
        var (_, physics, _) = await PlantAsync();
        var id = await PublishAsync(physics, AudienceKind.Branch);
        var page = await (await portal.As(Actor.Secretary(physics))).OpenAsync($"/en/desk/notices/{id}/withdraw");

        (await page.SubmitAsync(new { Reason = "" })).IsRefusedWith("Fill in: Reason.");
        await page.SubmitAsync(new { Reason = "Wrong date" });

        await (await portal.As(Actor.Member(physics))).FindsNothingAt($"/notices/{id}");
    }

    [Fact]
    public async Task One_click_confirms_once_and_the_sender_reads_who_is_missing()
    {
        var (_, physics, _) = await PlantAsync();
        var id = await PlantNoticeAsync(physics, AudienceKind.Branch);
        var li = await portal.PlantPersonAsync(physics, "Li Hua");
        var browser = await portal.As(Actor.Of(li));
        await portal.As(Actor.Of(await portal.PlantPersonAsync(physics, "Zhao Min")));
        var page = await browser.OpenAsync($"/notices/{id}");

        await page.SubmitAsync(new { });
        await page.SubmitAsync(new { });

        var waiting = (await (await portal.As(Actor.Secretary(physics))).OpenAsync($"/desk/notices/{id}")).Html.QuerySelector("#waiting")!.TextContent;
        Assert.Contains("Zhao Min", waiting);
        Assert.DoesNotContain("Li Hua", waiting);
        Assert.Equal(1, await portal.InDbAsync(db => db.NoticeConfirmations.CountAsync(c => c.NoticeId == id)));
    }

    [Fact]
    public async Task The_job_publishes_what_is_due_and_ends_what_is_over_once()
    {
        var (_, physics, _) = await PlantAsync();
        var now = portal.Clock.UtcNow();
        var id = await PlantNoticeAsync(physics, AudienceKind.Branch, now.AddHours(1));
        Assert.Equal(NoticeState.Scheduled, (await FindAsync(id)).State);

        await portal.InDbAsync(db => new PublishDueNotices().RunAsync(db, now.AddHours(2)));
        var once = await FindAsync(id);
        await portal.InDbAsync(db => new PublishDueNotices().RunAsync(db, now.AddHours(2)));

        Assert.Equal(NoticeState.Published, once.State);
        Assert.Equal(once.Version, (await FindAsync(id)).Version);
    }

    [Theory]
    [InlineData(3, 20)]
    [InlineData(20, 3)]
    [InlineData(23, 3)]
    [InlineData(41, 0)]
    public async Task Pinned_notices_stand_before_the_others_and_each_is_listed_once(int pinned, int others)
    {
        var (_, physics, _) = await PlantAsync();
        var now = portal.Clock.UtcNow();
        await portal.InDbAsync(async db =>
        {
            for (var i = 0; i < pinned + others; i++)
            {
                var notice = new Notice(physics.Id, new NoticeContent($"{i}", "<p>The text</p>", NoticeCategory.Notice, AudienceKind.Branch) { IsPinned = i >= others }, Viewer.System, now.AddMinutes(-i));
                notice.Publish(Viewer.System, now);
                db.Add(notice);
            }

            return await db.SaveChangesAsync();
        });

        List<NoticeRow> listed = [];
        for (string? after = null; listed.Count == 0 || after is not null;)
        {
            var page = (await portal.InDbAsync(db => NoticeList.LoadAsync(db.Notices.Where(n => n.BranchId == physics.Id), null, after))).Found;
            (after, listed) = (page.Next, [.. listed, .. page.Rows]);
        }

        Assert.Equal(pinned + others, listed.Select(n => n.Id).Distinct().Count());
        Assert.Equal(listed.OrderByDescending(n => n.IsPinned).ThenByDescending(n => n.PublishAt).ThenByDescending(n => n.Id), listed);
    }

    [Fact]
    public async Task A_bad_row_of_the_database_is_shown_without_its_script()
    {
        var (_, physics, _) = await PlantAsync();
        var id = await PlantNoticeAsync(physics, AudienceKind.Branch);
        await portal.InDbAsync(db => db.Notices.Where(n => n.Id == id).ExecuteUpdateAsync(set => set.SetProperty(n => n.Body, "<p onclick=evil()>Fine</p><script>evil()</script>")));

        var page = await (await portal.As(Actor.Member(physics))).OpenAsync($"/notices/{id}");

        Assert.Contains("Fine", page.Text);
        Assert.DoesNotContain("evil()", page.Answer.Body);
    }

    private async Task<(Branch College, Branch Physics, Branch History)> PlantAsync()
    {
        var university = await portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee);
        var college = await portal.PlantBranchAsync("College", university, BranchKind.GeneralBranch);
        return (college, await portal.PlantBranchAsync("Physics", college), await portal.PlantBranchAsync("History", university));
    }

    private Task<Notice> FindAsync(int id) => portal.InDbAsync(db => db.Notices.SingleAsync(n => n.Id == id));

    private static async Task<(int Id, Page Page)> DraftAsync(Browser author, AudienceKind audience)
    {
        var saved = await (await author.OpenAsync("/desk/notices/new")).SubmitAsync(new { Title = Portal.Unique("Notice"), Body = "<p>The text</p>", AudienceKind = audience });
        var page = await author.FollowAsync(saved);
        return (int.Parse(saved.Location!.Split('/')[^1]), page);
    }

    private async Task<int> PublishAsync(Branch branch, AudienceKind audience)
    {
        var (id, page) = await DraftAsync(await portal.As(Actor.Secretary(branch)), audience);
        await page.SubmitAsync(new { }, "#publish");
        return id;
    }

    private Task<int> PlantNoticeAsync(Branch branch, AudienceKind audience, DateTime? at = null) => portal.InDbAsync(async db =>
    {
        var now = portal.Clock.UtcNow();
        var notice = new Notice(branch.Id, new NoticeContent(Portal.Unique("Notice"), "<p>The text</p>", NoticeCategory.Notice, audience) { PublishAt = at, AsksForConfirmation = true }, Viewer.System, now);
        notice.Publish(Viewer.System, now);
        if (audience is AudienceKind.Internet) notice.Approve(new Viewer { AccountId = "second" }, now);
        db.Add(notice);
        await db.SaveChangesAsync();
        return notice.Id;
    });
}
