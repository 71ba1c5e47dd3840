using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Postings;
using PartyPortal.Domain.WorkCalendar;
using PartyPortal.Web.Features.Postings;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Postings;

/// <summary>Postings of persons where the Internet is no choice, as by default. Today is Tuesday, 24 November 2026.</summary>
public sealed class PostingTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private static readonly DateOnly ThreeDaysIn = new(2026, 11, 19);
    private static readonly DateOnly LongOver = new(2026, 11, 10);

    [Fact]
    public async Task A_secretary_posts_people_of_the_roster_and_the_unit_reads_names_and_stages()
    {
        var (college, physics, history) = await PlantAsync();
        await portal.PlantPersonAsync(physics, "王小明", Stage.Activist);
        await portal.PlantPersonAsync(physics, "申请人", Stage.Applicant);
        var secretary = await portal.As(Actor.Secretary(physics));
        var start = await secretary.OpenAsync("/en/desk/postings/new");
        Assert.DoesNotContain("王小明", start.Text);

        var form = await secretary.OpenAsync($"/en/desk/postings/new?BranchId={physics.Id}&Kind=Candidate");
        Assert.DoesNotContain("申请人", form.Text);
        Assert.Null(form.Html.QuerySelector("[name=Reach]"));
        var draft = await secretary.FollowAsync(await form.SubmitAsync(new { Names = new[] { "王小明" }, OtherNames = "丁一\n\n", ContactTelephone = "000-7" }));
        Assert.Contains("Put it up", draft.Text);
        var id = int.Parse(draft.Url.Split('/')[^1]);
        await (await portal.As(Actor.Member(physics))).FindsNothingAt($"/postings/{id}");
        await draft.SubmitAsync(new { }, "#publish");

        var read = await (await portal.As(Actor.Member(physics))).OpenAsync($"/en/postings/{id}");
        Assert.Equal(["丁一", "王小明"], read.Html.QuerySelectorAll("#posted tbody th").Select(cell => cell.TextContent));
        Assert.Contains("5 working days, counted from 25 November 2026, until the end of 1 December 2026", read.Text);
        Assert.Contains("provisional", read.Text);
        Assert.Contains("《中国共产党发展党员工作细则》, Article 13", read.Text);
        Assert.Contains(college.Name, read.Html.QuerySelector("#objections")!.TextContent);
        Assert.Contains("Persons: 2", (await (await portal.As(Actor.Applicant(history))).OpenAsync("/en/postings")).Text);
    }

    [Fact]
    public async Task It_exists_for_its_unit_while_it_runs_and_for_nobody_else()
    {
        var (college, physics, history) = await PlantAsync();
        var elsewhere = await portal.PlantBranchAsync("Elsewhere");
        var id = await portal.PlantPostingAsync(physics, ThreeDaysIn);

        foreach (var reader in (Actor[])[Actor.Member(physics), Actor.Applicant(history), Actor.GeneralBranchSecretary(college), Actor.Secretary(physics)])
            Assert.Contains("Day 3 of 5 working days", (await (await portal.As(reader)).OpenAsync($"/en/postings/{id}")).Text);
        foreach (var other in (Actor[])[Actor.Public, Actor.PlainAccount, Actor.Member(elsewhere), Actor.Secretary(elsewhere), Actor.SystemAdministrator, Actor.Auditor])
            await (await portal.As(other)).FindsNothingAt($"/postings/{id}");
        Assert.Equal(HttpStatusCode.Redirect, (await (await portal.As(Actor.Public)).GetAsync("/postings")).Status);
    }

    [Fact]
    public async Task When_its_days_are_over_readers_find_nothing_and_the_desk_keeps_it()
    {
        var (college, physics, _) = await PlantAsync();
        var id = await portal.PlantPostingAsync(physics, LongOver, names: "丁不见");

        await (await portal.As(Actor.Member(physics))).FindsNothingAt($"/postings/{id}");
        await (await portal.As(Actor.Secretary(physics))).FindsNothingAt($"/postings/{id}");
        var desk = await (await portal.As(Actor.GeneralBranchSecretary(college))).OpenAsync($"/en/desk/postings/{id}");
        Assert.Contains("Over: record the result", desk.Text);
        Assert.Contains("丁不见", desk.Text);
        Assert.DoesNotContain("丁不见", (await (await portal.As(Actor.Member(physics))).OpenAsync("/postings")).Text);
    }

    [Fact]
    public async Task A_posting_direct_under_the_university_is_for_the_branch_alone()
    {
        var university = await portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee);
        var hospital = await portal.PlantBranchAsync("Hospital", university);
        var id = await portal.PlantPostingAsync(hospital, ThreeDaysIn);

        await (await portal.As(Actor.Member(hospital))).OpenAsync($"/postings/{id}");
        await (await portal.As(Actor.Member(await portal.PlantBranchAsync("Library", university)))).FindsNothingAt($"/postings/{id}");
    }

    [Fact]
    public async Task Bad_postings_are_refused_at_the_field_keep_what_was_typed_and_write_nothing()
    {
        var (_, physics, history) = await PlantAsync();
        await portal.PlantPersonAsync(physics, "正式党员甲", Stage.FullMember);
        var officer = await portal.As(Actor.Secretary(physics));
        await portal.InDbAsync(async db =>
        {
            var account = await db.Users.SingleAsync(a => a.Id == officer.AccountId);
            (account.Email, account.NormalizedEmail) = ($"{account.UserName}@example.edu.cn", $"{account.UserName}@example.edu.cn".ToUpperInvariant());
            await db.SaveChangesAsync();
        });
        var email = await portal.InDbAsync(db => db.Users.Where(a => a.Id == officer.AccountId).Select(a => a.Email).SingleAsync());
        var page = await officer.OpenAsync($"/en/desk/postings/new?BranchId={physics.Id}&Kind=Candidate");
        var whole = new Dictionary<string, object> { ["OtherNames"] = "丁一", ["ContactTelephone"] = "000-7" };

        (await page.SubmitAsync(With("OtherNames", ""))).IsRefusedWith("Choose at least one person");
        var few = await page.SubmitAsync(With("Days", 4));
        few.IsRefusedWith("A public posting lasts at least 5 working days: 《中国共产党发展党员工作细则》, Article 13.");
        Assert.Contains("丁一", few.Body);
        (await page.SubmitAsync(With("Days", "many"))).IsRefusedWith("Number of working days");
        (await page.SubmitAsync(With("FirstOn", "2026-11-23"))).IsRefusedWith("The first day is past.");
        (await page.SubmitAsync(With("FirstOn", "9999-12-31"))).IsRefusedWith("more than sixty days ahead");
        (await page.SubmitAsync(With("ContactTelephone", ""))).IsRefusedWith("so that objections are heard");
        (await page.SubmitAsync(With("ContactTelephone", "000-1"))).IsRefusedWith("This is the telephone of the branch itself.");
        (await page.SubmitAsync(With("ContactEmail", email!))).IsRefusedWith("an office holder of the branch itself");
        (await page.SubmitAsync(With("OtherNames", "正式党员甲"))).IsRefusedWith("By the roster 正式党员甲 stands in another stage");
        (await page.SubmitAsync(With("BranchId", history.Id))).IsRefusedWith("Choose an organisation of your own.");
        Assert.Equal(0, await portal.InDbAsync(db => db.Postings.CountAsync(p => p.BranchId == physics.Id || p.BranchId == history.Id)));

        Dictionary<string, object> With(string field, object value) => new(whole) { [field] = value };
    }

    [Fact]
    public async Task Nobody_chooses_the_Internet_where_the_organisation_does_not_allow_it()
    {
        var (_, physics, _) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var form = await secretary.OpenAsync($"/en/desk/postings/new?BranchId={physics.Id}&Kind=Candidate");
        var draft = await secretary.FollowAsync(await form.SubmitAsync(new { OtherNames = "丁一", ContactTelephone = "000-7" }, more: [("Reach", "Internet"), ("State", "Posted"), ("LastOn", "2026-11-24"), ("UnitKey", "internet")]));
        await draft.SubmitAsync(new { }, "#publish");

        var posting = await FindAsync(int.Parse(draft.Url.Split('/')[^1]));
        Assert.Equal((PostingReach.Unit, PostingState.Posted, new DateOnly(2026, 12, 1)), (posting.Reach, posting.State, posting.LastOn));
        await (await portal.As(Actor.Public)).FindsNothingAt($"/postings/{posting.Id}");
    }

    [Fact]
    public async Task A_draft_is_changed_and_discarded_and_what_is_posted_is_not()
    {
        var (_, physics, _) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var draft = await DraftAsync(secretary, physics);
        var stale = await secretary.OpenAsync(draft.Url + "/edit");
        draft = await secretary.FollowAsync(await (await secretary.OpenAsync(draft.Url + "/edit")).SubmitAsync(new { OtherNames = "王五", Days = 7 }));
        Assert.Equal(["丁一", "王五"], draft.Html.QuerySelectorAll("#posted tbody th").Select(cell => cell.TextContent));
        Assert.Equal(HttpStatusCode.Conflict, (await stale.SubmitAsync(new { Days = 6 })).Status);

        await draft.SubmitAsync(new { }, "#publish");
        var id = int.Parse(draft.Url.Split('/')[^1]);
        await draft.SubmitAsync(new { }, "#discard");
        Assert.Equal((PostingState.Posted, 7), await portal.InDbAsync(async db => await db.Postings.Where(p => p.Id == id).Select(p => new ValueTuple<PostingState, int>(p.State, p.Days)).SingleAsync()));

        var other = await DraftAsync(secretary, physics);
        await other.SubmitAsync(new { }, "#discard");
        await secretary.FindsNothingAt(other.Url);
    }

    [Fact]
    public async Task It_cannot_be_closed_before_its_last_counted_day_is_over()
    {
        var (_, physics, _) = await PlantAsync();
        var (running, over) = (await portal.PlantPostingAsync(physics, ThreeDaysIn), await portal.PlantPostingAsync(physics, LongOver));
        var secretary = await portal.As(Actor.Secretary(physics));

        var page = await secretary.OpenAsync($"/en/desk/postings/{running}/result");
        (await page.SubmitAsync(new { Result = PostingResult.NoObjection })).IsRefusedWith("The posting runs to the end of 2026-11-26.");
        (await page.SubmitAsync(new { Result = PostingResult.Withdrawn })).IsRefusedWith("Say why it is withdrawn.");
        (await page.SubmitAsync(new { })).IsRefusedWith("Result");
        await page.SubmitAsync(new { Result = PostingResult.Withdrawn, Note = "A wrong name" });
        await (await portal.As(Actor.Member(physics))).FindsNothingAt($"/postings/{running}");

        page = await secretary.OpenAsync($"/en/desk/postings/{over}/result");
        (await page.SubmitAsync(new { Result = PostingResult.ObjectionsExamined })).IsRefusedWith("Write what was examined");
        var desk = await secretary.FollowAsync(await page.SubmitAsync(new { Result = PostingResult.NoObjection }));
        Assert.Contains("No objection", desk.Text);
    }

    [Fact]
    public async Task A_changed_calendar_counts_running_postings_anew()
    {
        var (_, physics, _) = await PlantAsync();
        // The next spring, so that no other test meets the holiday.
        var id = await portal.PlantPostingAsync(physics, new(2027, 4, 5));
        await portal.InDbAsync(db => { db.Add(new SpecialDays("Holiday", new(2027, 4, 7), new(2027, 4, 8), areWorked: false)); return db.SaveChangesAsync(); });

        await RunAsync<RecountPostings>();

        var posting = await FindAsync(id);
        Assert.Equal((new DateOnly(2027, 4, 14), false), (posting.LastOn, posting.IsProvisional));
    }

    [Fact]
    public async Task Names_are_forgotten_after_the_months_of_the_setting_and_stale_drafts_are_thrown_away()
    {
        var (_, physics, _) = await PlantAsync();
        var (old, recent, draft) = (await portal.PlantPostingAsync(physics, new(2025, 11, 3)), await portal.PlantPostingAsync(physics, new(2025, 11, 4)), await DraftAsync(await portal.As(Actor.Secretary(physics)), physics));
        await CloseAsync(old, new(2025, 11, 24));
        await CloseAsync(recent, new(2025, 11, 25));

        await RunAsync<ForgetPostedNames>();

        var forgotten = await FindAsync(old);
        Assert.Empty(forgotten.People);
        Assert.Equal((1, PostingResult.NoObjection), (forgotten.PeopleCount, forgotten.Result));
        Assert.NotEmpty((await FindAsync(recent)).People);
        Assert.Contains("Persons: 1. Their names are forgotten.", (await (await portal.As(Actor.Secretary(physics))).OpenAsync($"/en/desk/postings/{old}")).Text);
        await portal.InDbAsync(db => new ForgetPostedNames(Settings).RunAsync(db, portal.Clock.UtcNow().AddYears(2)));
        await (await portal.As(Actor.Secretary(physics))).FindsNothingAt(draft.Url);
    }

    [Fact]
    public async Task The_audit_knows_the_deeds_and_no_name()
    {
        var (_, physics, _) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var draft = await DraftAsync(secretary, physics, "丁不记");
        await draft.SubmitAsync(new { }, "#publish");
        var id = draft.Url.Split('/')[^1];

        var rows = await portal.InDbAsync(db => db.Audit.Where(a => a.Subject == $"Posting {id}").ToListAsync());
        Assert.Equal(["Posting.Added", "Posting.Modified"], rows.Select(r => r.Action).Order());
        Assert.Equal(0, await portal.InDbAsync(db => db.Audit.CountAsync(a => a.Detail!.Contains("丁不记"))));
    }

    [Fact]
    public async Task What_is_over_waits_on_the_to_do_list_until_its_result_is_recorded()
    {
        var (_, physics, history) = await PlantAsync();
        var id = await portal.PlantPostingAsync(physics, LongOver);
        await portal.PlantPostingAsync(physics, ThreeDaysIn);
        var secretary = await portal.As(Actor.Secretary(physics));
        const string line = "Record the result of the posting: To be listed as candidate for development";

        var list = await secretary.OpenAsync("/en/desk/todo");
        var way = Assert.Single(list.Html.QuerySelectorAll(".todos a")).GetAttribute("href")!;
        Assert.Equal($"/en/desk/postings/{id}/result", (await secretary.GetAsync(way)).Location);
        Assert.Contains(line, list.Text);
        Assert.DoesNotContain(line, (await (await portal.As(Actor.Secretary(history))).OpenAsync("/en/desk/todo")).Text);

        await (await secretary.OpenAsync($"/en/desk/postings/{id}/result")).SubmitAsync(new { Result = PostingResult.NoObjection });
        Assert.DoesNotContain(line, (await secretary.OpenAsync("/en/desk/todo")).Text);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_objection_goes_to_the_level_above_signed_or_not_and_the_branch_does_not_see_it(bool isSigned)
    {
        var (college, physics, _) = await PlantAsync();
        var (above, own) = (await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.Secretary(physics)));
        var id = await portal.PlantPostingAsync(physics, ThreeDaysIn);
        var reader = await portal.As(Actor.Member(physics));
        var link = (await reader.OpenAsync($"/en/postings/{id}")).Html.QuerySelector("#objections a.btn")!.GetAttribute("href")!;

        var form = await reader.OpenAsync(link);
        Assert.NotNull(form.Html.QuerySelector("#above"));
        var words = Portal.Unique("Objection");
        await form.SubmitAsync(new { Kind = "Problem", Text = words, Named = isSigned, Name = isSigned ? "Li Hua" : "" });

        Assert.Contains(words, (await above.OpenAsync("/desk/feedback")).Text);
        Assert.DoesNotContain(words, (await own.OpenAsync("/desk/feedback")).Text);
    }

    private async Task<(Branch College, Branch Physics, Branch History)> PlantAsync()
    {
        var college = await portal.PlantBranchAsync(Portal.Unique("College"), null, BranchKind.GeneralBranch);
        var (physics, history) = (await portal.PlantBranchAsync("Physics", college), await portal.PlantBranchAsync("History", college));
        await portal.InDbAsync(async db =>
        {
            (await db.Branches.SingleAsync(b => b.Id == physics.Id)).Telephone = "000-1";
            await db.SaveChangesAsync();
        });
        return (college, physics, history);
    }

    private static async Task<Page> DraftAsync(Browser secretary, Branch branch, string name = "丁一")
    {
        var form = await secretary.OpenAsync($"/en/desk/postings/new?BranchId={branch.Id}&Kind=Candidate");
        return await secretary.FollowAsync(await form.SubmitAsync(new { OtherNames = name, ContactTelephone = "000-7" }));
    }

    private Task CloseAsync(int id, DateOnly on) => portal.InDbAsync(async db =>
    {
        (await db.Postings.SingleAsync(p => p.Id == id)).Close(PostingResult.NoObjection, null, Viewer.System, new(on, WorkingDays.OfTheWeek, false));
        await db.SaveChangesAsync();
    });

    private CurrentSettings Settings => (CurrentSettings)portal.Services.GetService(typeof(CurrentSettings))!;

    private Task RunAsync<T>() => portal.InDbAsync(db => ((Platform.Jobs.IPortalJob)Activator.CreateInstance(typeof(T), Settings)!).RunAsync(db, portal.Clock.UtcNow()));

    private Task<Posting> FindAsync(int id) => portal.InDbAsync(db => db.Postings.AsNoTracking().SingleAsync(p => p.Id == id));
}
