using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Study;

namespace PartyPortal.Web.Tests.Hours;

public sealed class HelpedStudyTests(Portal portal)
{
    [Fact]
    public async Task What_a_helper_writes_down_bears_their_name_and_counts_when_the_member_agrees()
    {
        var branch = await portal.PlantBranchAsync("Retired staff");
        var (li, wang) = (await portal.PlantPersonAsync(branch, "Li Hua"), await portal.PlantPersonAsync(branch, "Wang Fang"));
        var (helper, member) = (await portal.As(Actor.Of(wang) with { Role = Role.CommitteeMember, Branch = branch }), await portal.As(Actor.Of(li)));

        await RecordAsync(helper, li.Id);
        Assert.Contains("Written down by Wang Fang for Li Hua.", (await helper.OpenAsync("/en/desk/helped-study")).Text);
        Assert.Contains("Say whether you studied this: Party history", (await member.OpenAsync("/en/desk/todo")).Text);
        var page = await member.OpenAsync("/en/my/hours");
        Assert.Contains("0 of 32 class hours", page.Text);
        Assert.Contains("Written down by Wang Fang for you.", page.Text);

        await page.SubmitAsync(new { }, "form[action$='/agree']");
        page = await member.OpenAsync("/en/my/hours");
        Assert.Contains("It counts now.", page.Text);
        Assert.Contains("2 of 32 class hours", page.Text);
        Assert.Contains("Written down by Wang Fang for you.", page.Html.QuerySelector("#sources")!.TextContent);
        Assert.DoesNotContain("Party history", (await helper.OpenAsync("/en/desk/helped-study")).Text);
    }

    [Fact]
    public async Task A_signature_on_paper_that_the_helper_has_seen_counts_as_much()
    {
        var branch = await portal.PlantBranchAsync("Retired staff");
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var helper = await portal.As(Actor.Secretary(branch));
        await RecordAsync(helper, li.Id);
        var sign = await helper.OpenAsync((await helper.OpenAsync("/en/desk/helped-study")).Html.QuerySelector("#helped a[href$='signature']")!.GetAttribute("href")!);

        var refused = await sign.SubmitAsync(new { SignedOn = Day(1) });
        refused.IsRefusedWith("This day is still to come.");
        Assert.Contains("This day is still to come.", refused.Html.QuerySelector("#SignedOn-error")!.TextContent);
        (await sign.SubmitAsync(new { SignedOn = Day(-9) })).IsRefusedWith("The signature lies before the study.");
        await sign.SubmitAsync(new { SignedOn = Day(0) });

        Assert.Equal((SelfStudyState.Confirmed, portal.Today), await portal.InDbAsync(async db =>
        {
            var study = await db.SelfStudies.SingleAsync(s => s.PersonId == li.Id);
            return (study.State, study.SignedOn!.Value);
        }));
    }

    [Fact]
    public async Task A_member_objects_and_the_helper_is_told()
    {
        var branch = await portal.PlantBranchAsync("Retired staff");
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var (helper, member) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.Of(li)));
        await RecordAsync(helper, li.Id);

        await (await member.OpenAsync("/en/my/hours")).SubmitAsync(new { }, "form[action$='/object']");

        var list = await helper.OpenAsync("/en/desk/helped-study");
        Assert.Contains("The member objected", list.Text);
        Assert.Null(list.Html.QuerySelector("#helped form"));
        var objected = await portal.InDbAsync(db => db.SelfStudies.Where(s => s.PersonId == li.Id).Select(s => s.Id).SingleAsync());
        await list.SubmitAsAsync($"/en/desk/helped-study/{objected}/remove");
        (await RecordAsync(helper, li.Id)).IsRefusedWith("The member has said that it was not so. It is not written down again.");
        Assert.Contains("0 of 32 class hours", (await member.OpenAsync("/en/my/hours")).Text);
        Assert.True(await portal.InDbAsync(async db =>
        {
            var id = await db.SelfStudies.Where(s => s.PersonId == li.Id).Select(s => s.Id).SingleAsync();
            return await db.Outbox.AnyAsync(o => o.SubjectId == id && o.Kind == MessageKind.HoursObjected);
        }));
    }

    [Fact]
    public async Task A_signature_that_is_not_the_members_is_objected_to_and_counts_no_more()
    {
        var branch = await portal.PlantBranchAsync("Retired staff");
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var (helper, member) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.Of(li)));
        await RecordAsync(helper, li.Id);
        await (await helper.OpenAsync((await helper.OpenAsync("/en/desk/helped-study")).Html.QuerySelector("#helped a[href$='signature']")!.GetAttribute("href")!)).SubmitAsync(new { SignedOn = Day(0) });

        var page = await member.OpenAsync("/en/my/hours");
        Assert.Contains("2 of 32 class hours", page.Text);
        await page.SubmitAsync(new { }, "#sources form[action$='/object']");

        Assert.Contains("0 of 32 class hours", (await member.OpenAsync("/en/my/hours")).Text);
        Assert.Contains("The member objected", (await helper.OpenAsync("/en/desk/helped-study")).Text);
    }

    [Fact]
    public async Task Whoever_writes_down_for_another_learns_nothing_of_what_they_have_and_their_day_counts_eight()
    {
        var branch = await portal.PlantBranchAsync("Retired staff");
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var (helper, member) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.Of(li)));
        await (await member.OpenAsync("/en/my/hours/studies/new")).SubmitAsync(new { Title = "Party history", On = Day(-2), Hours = "7", Note = "By myself" });

        // The day is nearly full, and the same is declared: both are taken as from anybody.
        Assert.Equal(HttpStatusCode.Redirect, (await RecordAsync(helper, li.Id)).Status);
        var noted = await (await helper.OpenAsync("/en/desk/hours/new")).SubmitAsync(new { Source = HourSource.Meeting, Title = "Branch meeting", On = Day(-2), Hours = "8", People = li.Id });
        Assert.Equal(HttpStatusCode.Redirect, noted.Status);

        await (await member.OpenAsync("/en/my/hours")).SubmitAsync(new { }, "form[action$='/agree']");
        Assert.Contains("8 of 32 class hours", (await member.OpenAsync("/en/my/hours")).Text);
        (await (await member.OpenAsync("/en/my/hours/studies/new")).SubmitAsync(new { Title = "Law", On = Day(-2), Hours = "1", Note = "By myself" })).IsRefusedWith("A day has at most 8 class hours. That day has 8 already.");
    }

    [Fact]
    public async Task What_a_helper_wrote_down_is_seen_by_nobody_else()
    {
        var branch = await portal.PlantBranchAsync("Retired staff");
        var (li, wang) = (await portal.PlantPersonAsync(branch, "Li Hua"), await portal.PlantPersonAsync(branch, "Wang Fang"));
        var helper = await portal.As(Actor.Of(wang) with { Role = Role.CommitteeMember, Branch = branch });
        await RecordAsync(helper, li.Id);
        var id = await portal.InDbAsync(db => db.SelfStudies.Where(s => s.PersonId == li.Id).Select(s => s.Id).SingleAsync());

        var secretary = await portal.As(Actor.Secretary(branch));
        Assert.DoesNotContain("Party history", (await secretary.OpenAsync("/en/desk/helped-study")).Text + (await secretary.OpenAsync("/en/desk/hours")).Text);
        await secretary.FindsNothingAt($"/en/desk/helped-study/{id}/signature");
        var page = await secretary.OpenAsync("/en/desk/helped-study/new");
        foreach (var address in (string[])["desk/helped-study/{0}/remove", "desk/hours/studies/{0}/confirm", "my/hours/recorded/{0}/agree", "my/hours/studies/{0}/remove"])
            Assert.Equal(HttpStatusCode.NotFound, (await page.SubmitAsAsync("/en/" + string.Format(System.Globalization.CultureInfo.InvariantCulture, address, id))).Status);
    }

    [Fact]
    public async Task A_course_done_with_a_helper_and_on_the_portal_counts_once()
    {
        var branch = await portal.PlantBranchAsync("Retired staff");
        var (course, lessons) = await portal.PlantCourseAsync(branch, 1, c => c with { Hours = 3 });
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var (helper, member) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.Of(li)));
        await RecordAsync(helper, li.Id, course);
        await (await member.OpenAsync("/en/my/hours")).SubmitAsync(new { }, "form[action$='/agree']");

        await (await member.OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}")).SubmitAsync(new { }, "#done");

        Assert.Contains("2 of 32 class hours", (await member.OpenAsync("/en/my/hours")).Text);
    }

    [Fact]
    public async Task A_helper_whom_the_member_named_writes_down_study_until_the_member_takes_it_back()
    {
        var branch = await portal.PlantBranchAsync("Retired staff");
        var (li, zhao) = (await portal.PlantPersonAsync(branch, "Li Hua"), await portal.PlantPersonAsync(await portal.PlantBranchAsync("Physics"), "Zhao Min"));
        var number = Portal.Unique("S");
        await portal.InDbAsync(async db => { (await db.People.SingleAsync(p => p.Id == zhao.Id)).GiveNumber(number); return await db.SaveChangesAsync(); });
        var (member, helper, secretary) = (await portal.As(Actor.Of(li)), await portal.As(Actor.Of(zhao)), await portal.As(Actor.Secretary(branch)));

        Assert.Contains("Nobody has named you as a helper.", (await helper.OpenAsync("/en/my/helping/new")).Text);
        var page = await member.OpenAsync("/en/my/helpers");
        (await page.SubmitAsync(new { Name = "Zhao Mi", Number = number }, "#name")).IsRefusedWith("No such name and number belong together.");
        await page.SubmitAsync(new { Name = "Zhao Min", Number = number }, "#name");
        (await page.SubmitAsync(new { Name = "Zhao Min", Number = number }, "#name")).IsRefusedWith("You have named them already.");

        await (await helper.OpenAsync("/en/my/helping/new")).SubmitAsync(new { PersonId = li.Id, Title = "Party history", On = Day(-2), Hours = "2", Note = "Read together" });
        Assert.Contains("Written down by Zhao Min for Li Hua.", (await helper.OpenAsync("/en/my/helping")).Text);
        await (await member.OpenAsync("/en/my/hours")).SubmitAsync(new { }, "form[action$='/agree']");
        page = await member.OpenAsync("/en/my/hours");
        Assert.Contains("You have agreed. Somebody of your branch confirms it now.", page.Text);
        Assert.Contains("0 of 32 class hours", page.Text);
        await (await secretary.OpenAsync("/en/desk/hours")).SubmitAsync(new { }, "form[action$='/confirm']");
        Assert.Contains("2 of 32 class hours", (await member.OpenAsync("/en/my/hours")).Text);

        var form = await helper.OpenAsync("/en/my/helping/new");
        await (await member.OpenAsync("/en/my/helpers")).SubmitAsync(new { }, "#helpers form");
        (await form.SubmitAsync(new { PersonId = li.Id, Title = "Law", On = Day(-2), Hours = "2", Note = "Read together" })).IsRefusedWith("Choose somebody who has named you.");
    }

    [Fact]
    public async Task The_same_is_written_down_once_and_nobody_is_helped_by_themselves()
    {
        var branch = await portal.PlantBranchAsync("Retired staff");
        var (li, elsewhere) = (await portal.PlantPersonAsync(branch, "Li Hua"), await portal.PlantPersonAsync(await portal.PlantBranchAsync("Physics"), "Zhao Min"));
        var helper = await portal.As(Actor.Of(li) with { Role = Role.Secretary, Branch = branch });

        (await RecordAsync(helper, li.Id)).IsRefusedWith("Declare your own study under “My class hours”.");
        var wang = await portal.PlantPersonAsync(branch, "Wang Fang");
        await RecordAsync(helper, wang.Id);
        (await RecordAsync(helper, wang.Id)).IsRefusedWith("This is declared for that day already. It counts once.");
        (await (await helper.OpenAsync("/en/desk/helped-study/new")).SubmitAsAsync("/en/desk/helped-study/new", ("PersonId", $"{elsewhere.Id}"), ("Title", "Kept"), ("On", Day(0)), ("Hours", "1"), ("Note", "A line"))).IsRefusedWith("Choose somebody of your own organisation.");
    }

    private string Day(int days) => portal.Today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Answer> RecordAsync(Browser helper, int person, int? course = null) => await (await helper.OpenAsync("/en/desk/helped-study/new"))
        .SubmitAsync(new { PersonId = person, Title = "Party history", On = Day(-2), Hours = "2", Note = "Read together", CourseId = $"{course}" });
}
