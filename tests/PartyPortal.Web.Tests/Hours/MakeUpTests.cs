using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Study;

namespace PartyPortal.Web.Tests.Hours;

public sealed class MakeUpTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Who_missed_a_meeting_gets_a_material_and_reports_it_done_by_their_own_word()
    {
        var (branch, li, wang, meeting) = await PlantAsync();
        var material = await portal.PlantMaterialAsync(branch, AudienceKind.Branch, content: c => c with { Title = "Minutes to read" });
        var (secretary, absent) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.Of(wang)));

        var page = await secretary.OpenAsync($"/en/desk/hours/{meeting}/make-up");
        Assert.DoesNotContain("Li Hua", page.Text);
        await page.SubmitAsync(new { MaterialId = material, DueOn = Day(7), People = wang.Id });
        Assert.Contains("Make-up study: Minutes to read", (await absent.OpenAsync("/en/desk/todo")).Text);
        Assert.Contains("In place of: Branch meeting", (await absent.OpenAsync("/en/my/hours")).Text);

        await (await absent.OpenAsync("/en/my/hours")).SubmitAsync(new { }, "form[action$='/done']");
        Assert.Contains("Done", (await secretary.OpenAsync($"/en/desk/hours/{meeting}")).Html.QuerySelector("#make-ups")!.TextContent);
        Assert.DoesNotContain("Make-up study", (await absent.OpenAsync("/en/desk/todo")).Text);
    }

    [Fact]
    public async Task Past_the_day_the_portal_warns_and_it_is_reported_all_the_same()
    {
        var (branch, _, wang, meeting) = await PlantAsync();
        var material = await portal.PlantMaterialAsync(branch, AudienceKind.Branch);
        await portal.InDbAsync(async db =>
        {
            var missed = await db.HourEvents.Include(e => e.Attendances).SingleAsync(e => e.Id == meeting);
            db.AddRange(missed.MakeUp([await db.People.Include(p => p.Branch).SingleAsync(p => p.Id == wang.Id)], await db.StudyMaterials.SingleAsync(m => m.Id == material), portal.Today.AddDays(-1), portal.Today.AddDays(-3)));
            return await db.SaveChangesAsync();
        });
        var absent = await portal.As(Actor.Of(wang));

        var page = await absent.OpenAsync("/en/my/hours");
        Assert.Contains("Past its day", page.Text);
        Assert.Contains("Past its day", (await (await portal.As(Actor.Secretary(branch))).OpenAsync($"/en/desk/hours/{meeting}")).Text);
        await page.SubmitAsync(new { }, "form[action$='/done']");
        Assert.DoesNotContain("Past its day", (await absent.OpenAsync("/en/my/hours")).Text);
    }

    [Fact]
    public async Task Whoever_has_moved_stays_on_the_list_a_withdrawn_material_stays_assigned_and_who_was_there_after_all_has_nothing_to_make_up()
    {
        var (branch, _, wang, meeting) = await PlantAsync();
        var material = await portal.PlantMaterialAsync(branch, AudienceKind.Branch, content: c => c with { Title = "Minutes to read" });
        var (secretary, absent) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.Of(wang)));
        await (await secretary.OpenAsync($"/en/desk/hours/{meeting}/make-up")).SubmitAsync(new { MaterialId = material, DueOn = Day(7), People = wang.Id });
        var elsewhere = await portal.PlantBranchAsync("Chemistry");

        await portal.InDbAsync(db => db.StudyMaterials.Where(m => m.Id == material).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, StudyState.Withdrawn)));
        Assert.Contains("Minutes to read", (await absent.OpenAsync("/en/my/hours")).Html.QuerySelector("#make-ups")!.TextContent);
        await portal.InDbAsync(db => db.People.Where(p => p.Id == wang.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.BranchId, elsewhere.Id)));
        Assert.Contains("Wang Fang", (await secretary.OpenAsync($"/en/desk/hours/{meeting}")).Html.QuerySelector("#make-ups")!.TextContent);
        await portal.InDbAsync(db => db.People.Where(p => p.Id == wang.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.BranchId, branch.Id)));
        await (await secretary.OpenAsync($"/en/desk/hours/{meeting}/people")).SubmitAsync(new { People = wang.Id });

        Assert.Equal(0, await portal.InDbAsync(db => db.MakeUpStudies.CountAsync(m => m.EventId == meeting)));
    }

    [Fact]
    public async Task Noting_a_meeting_leaves_the_public_pages_that_are_kept_for_strangers()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var (page, stranger) = (await (await portal.As(Actor.Secretary(branch))).OpenAsync("/en/desk/hours/new"), await portal.As(Actor.Public));
        await stranger.GetAsync("/notices");

        await page.SubmitAsync(new { Source = HourSource.Meeting, Title = "Branch meeting", On = Day(0), Hours = "2", People = li.Id });

        Assert.Equal(1, await portal.InDbAsync(db => db.HourEvents.CountAsync(e => e.BranchId == branch.Id)));
        Assert.NotNull((await stranger.GetAsync("/notices")).Message.Headers.Age);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_at_its_field_and_names_whom_it_does_not_fit()
    {
        var (branch, li, wang, meeting) = await PlantAsync();
        var applicant = await portal.PlantPersonAsync(branch, "Zhao Min", Stage.Applicant);
        var (open, members) = (await portal.PlantMaterialAsync(branch, AudienceKind.Branch), await portal.PlantMaterialAsync(branch, AudienceKind.Subtree, StudyState.Draft));
        var page = await (await portal.As(Actor.Secretary(branch))).OpenAsync($"/en/desk/hours/{meeting}/make-up");

        (await page.SubmitAsync(new { MaterialId = open, DueOn = Day(7) })).IsRefusedWith("Choose who was not there.");
        (await page.SubmitAsync(new { MaterialId = open, DueOn = Day(-1), People = wang.Id })).IsRefusedWith("The last day is past already.");
        (await page.SubmitAsync(new { MaterialId = open, DueOn = Day(7), People = li.Id })).IsRefusedWith("They were there: Li Hua.");
        (await page.SubmitAsync(new { MaterialId = members, DueOn = Day(7), People = applicant.Id })).IsRefusedWith("They may not open this material: Zhao Min.");
        (await page.SubmitAsync(new { MaterialId = int.MaxValue, DueOn = Day(7), People = wang.Id })).IsRefusedWith("Choose a material from the list.");
        Assert.Equal(0, await portal.InDbAsync(db => db.MakeUpStudies.CountAsync(m => m.EventId == meeting)));
    }

    private string Day(int days) => portal.Today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Li was there, Wang was not.</summary>
    private async Task<(Branch Branch, Person Li, Person Wang, int Meeting)> PlantAsync()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (li, wang) = (await portal.PlantPersonAsync(branch, "Li Hua"), await portal.PlantPersonAsync(branch, "Wang Fang"));
        return (branch, li, wang, await portal.InDbAsync(async db =>
        {
            var meeting = new HourEvent(branch.Id, new(HourSource.Meeting, "Branch meeting", portal.Today.AddDays(-3), 2), new HourClock(portal.Today, 31));
            meeting.Attend([await db.People.SingleAsync(p => p.Id == li.Id)]);
            db.Add(meeting);
            await db.SaveChangesAsync();
            return meeting.Id;
        }));
    }
}
