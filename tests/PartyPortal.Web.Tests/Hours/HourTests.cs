using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Settings;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Study;

namespace PartyPortal.Web.Tests.Hours;

public sealed class HourTests(Portal portal)
{
    [Fact]
    public async Task A_course_gives_its_hours_on_the_day_it_is_done_and_keeps_them_when_it_changes()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (course, lessons) = await portal.PlantCourseAsync(branch, 1, c => c with { Title = "Safety online" });
        var secretary = await portal.As(Actor.Secretary(branch));
        await (await secretary.OpenAsync($"/en/desk/courses/{course}/edit")).SubmitAsync(new { Hours = "2,5" });
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var member = await portal.As(Actor.Of(li));

        await (await member.OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}")).SubmitAsync(new { }, "#done");
        await (await secretary.OpenAsync($"/en/desk/courses/{course}/edit")).SubmitAsync(new { Hours = "4" });

        var page = await member.OpenAsync("/en/my/hours");
        Assert.Contains("2.5 of 32 class hours", page.Text);
        Assert.Contains("What is asked for rests on: 中国共产党党员教育管理工作条例 第二十条（待核）", page.Text);
        Assert.Contains("Safety online", page.Html.QuerySelector("#sources")!.TextContent);
        Assert.Equal("2.5", page.Html.QuerySelector(".bars rect + text")!.TextContent);
        Assert.Contains("November 2026", page.Text);
    }

    [Theory]
    [InlineData("0", "Class hours are more than zero.")]
    [InlineData("-1", "Class hours are more than zero.")]
    [InlineData("8.5", "A day has at most 8 class hours.")]
    [InlineData("1.25", "Class hours go by tenths, as 1.5.")]
    [InlineData("much", "Write the class hours as a figure, as 1.5.")]
    public async Task Hours_that_are_none_are_refused_at_the_field_and_what_was_typed_stays(string hours, string sentence)
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var (course, _) = await portal.PlantCourseAsync(branch, 1);
        var (secretary, member) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.Of(li)));

        foreach (var refused in (Answer[])[
            await (await secretary.OpenAsync($"/en/desk/courses/{course}/edit")).SubmitAsync(new { Hours = hours, Title = "Kept title" }),
            await (await secretary.OpenAsync("/en/desk/hours/new")).SubmitAsync(new { Source = HourSource.Meeting, Title = "Kept title", On = Day(0), Hours = hours, People = li.Id }),
            await (await member.OpenAsync("/en/my/hours/studies/new")).SubmitAsync(new { Title = "Kept title", On = Day(0), Hours = hours, Note = "A line" })])
        {
            refused.IsRefusedWith(sentence);
            Assert.Contains(sentence, refused.Html.QuerySelector("#Hours-error")!.TextContent);
            Assert.Contains("Kept title", refused.Body);
        }

        Assert.Equal(0, await portal.InDbAsync(db => db.HourEvents.CountAsync(e => e.BranchId == branch.Id)) + await portal.InDbAsync(db => db.SelfStudies.CountAsync(s => s.PersonId == li.Id)));
    }

    [Fact]
    public async Task A_secretary_notes_a_meeting_with_who_was_there_and_mends_it()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (li, wang) = (await portal.PlantPersonAsync(branch, "Li Hua"), await portal.PlantPersonAsync(branch, "Wang Fang"));
        var (secretary, member) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.Of(wang)));

        var noted = await NoteAsync(secretary, "Branch meeting", li);
        Assert.Contains("Li Hua", (await secretary.FollowAsync(noted)).Text);
        await (await secretary.OpenAsync($"{noted.Location}/people")).SubmitAsync(new { People = wang.Id });
        Assert.Contains("2 of 32 class hours", (await member.OpenAsync("/en/my/hours")).Text);

        await (await secretary.OpenAsync(noted.Location!)).SubmitAsync(new { }, $"form[action$='/people/{wang.Id}/remove']");
        Assert.Contains("0 of 32 class hours", (await member.OpenAsync("/en/my/hours")).Text);
        (await (await secretary.OpenAsync($"{noted.Location}/people")).SubmitAsync(new { })).IsRefusedWith("Choose who was there.");

        var sure = await secretary.OpenAsync($"{noted.Location}/remove");
        Assert.Contains("Branch meeting", sure.Text);
        Assert.Equal(1, await portal.InDbAsync(db => db.HourEvents.CountAsync(e => e.BranchId == branch.Id)));
        await sure.SubmitAsync(new { });
        await secretary.FindsNothingAt(noted.Location!);
    }

    [Fact]
    public async Task Who_was_absent_is_marked_and_everybody_else_was_there()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (li, wang, zhao) = (await portal.PlantPersonAsync(branch, "Li Hua"), await portal.PlantPersonAsync(branch, "Wang Fang"), await portal.PlantPersonAsync(branch, "Zhao Min"));
        await portal.PlantPersonAsync(await portal.PlantBranchAsync("History"), "Sun Li");
        var secretary = await portal.As(Actor.Secretary(branch));

        var noted = await (await secretary.OpenAsync("/en/desk/hours/new")).SubmitAsync(new { Source = HourSource.Meeting, Title = "Branch meeting", On = Day(0), Hours = "2", OthersCame = true, People = wang.Id });

        Assert.Equal(["Li Hua", "Zhao Min"], (await secretary.FollowAsync(noted)).Html.QuerySelectorAll("#attended .list-title").Select(name => name.TextContent));
        Assert.Equal(2, await portal.InDbAsync(db => db.HourAttendances.CountAsync(a => a.PersonId == li.Id || a.PersonId == zhao.Id)));
    }

    [Fact]
    public async Task Another_organisation_is_chosen_in_the_middle_and_what_was_typed_stays()
    {
        var general = await portal.PlantBranchAsync("Sciences", null, BranchKind.GeneralBranch);
        var branch = await portal.PlantBranchAsync("Physics", general);
        var (own, below) = (await portal.PlantPersonAsync(general, "Li Hua"), await portal.PlantPersonAsync(branch, "Wang Fang"));
        var above = await portal.As(Actor.GeneralBranchSecretary(general));
        var page = await above.OpenAsync("/en/desk/hours/new");
        Assert.NotNull(page.Html.QuerySelector($"[name=People][value='{own.Id}']"));

        (await page.SubmitAsync(new { Source = HourSource.Meeting, Title = "Meeting below", On = Day(0), Hours = "2", BranchId = branch.Id, OthersCame = true })).IsRefusedWith("Here are the people of this organisation now. Mark them, and save again.");
        var shown = await page.SubmitAsAsync("/en/desk/hours/new/people", ("Title", "Meeting below"), ("Hours", "much"), ("Source", nameof(HourSource.Meeting)), ("BranchId", $"{branch.Id}"));

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Equal(("Meeting below", "much"), (shown.Html.QuerySelector("#Title")!.GetAttribute("value"), shown.Html.QuerySelector("#Hours")!.GetAttribute("value")));
        Assert.Equal([$"{below.Id}"], shown.Html.QuerySelectorAll("[name=People]").Select(box => box.GetAttribute("value")));
        Assert.Empty(shown.Html.QuerySelectorAll(".error-summary"));
        Assert.Equal("/en/desk/hours/new", shown.Html.QuerySelector("form[data-draft]")!.GetAttribute("action"));
    }

    [Fact]
    public async Task A_long_list_of_people_has_a_field_to_find_in_it()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        for (var at = 0; at < 30; at++) await portal.PlantPersonAsync(branch, $"Li {at}");
        var secretary = await portal.As(Actor.Secretary(branch));
        Assert.Null((await secretary.OpenAsync("/en/desk/hours/new")).Html.QuerySelector("[data-filter]"));

        await portal.PlantPersonAsync(branch, "Wang");

        Assert.Equal("Find in the list", (await secretary.OpenAsync("/en/desk/hours/new")).Html.QuerySelector("[data-filter]")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task The_same_meeting_is_noted_once_however_often_the_button_is_pressed()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var secretary = await portal.As(Actor.Secretary(branch));
        var page = await secretary.OpenAsync("/en/desk/hours/new");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => page.SubmitAsync(new { Source = HourSource.Meeting, Title = "Branch meeting", On = Day(0), Hours = "2", People = li.Id })));

        Assert.Single(answers.Select(a => a.Location).Distinct());
        (await NoteAsync(secretary, " branch  MEETING。", li)).IsRefusedWith("This is noted for that day already: open it and add who was there.");
        Assert.Equal(1, await portal.InDbAsync(db => db.HourEvents.CountAsync(e => e.BranchId == branch.Id)));
    }

    [Fact]
    public async Task Whoever_did_a_course_and_its_offline_form_has_the_hours_once_and_reads_for_what()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (course, lessons) = await portal.PlantCourseAsync(branch, 1, c => c with { Hours = 3 });
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var (secretary, member) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.Of(li)));
        await (await member.OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}")).SubmitAsync(new { }, "#done");

        var noted = await (await secretary.OpenAsync("/en/desk/hours/new")).SubmitAsync(new { Source = HourSource.OfflineClass, Title = "Safety class", On = Day(-3), Hours = "2", CourseId = course, People = li.Id });

        Assert.Contains("Whoever has the hours of its course already has them once.", (await secretary.FollowAsync(noted)).Text);
        var page = await member.OpenAsync("/en/my/hours");
        Assert.Contains("2 of 32 class hours", page.Text);
        Assert.Contains("Counts already as Offline class of 21 November 2026: an event counts once.", page.Text);
    }

    [Fact]
    public async Task A_course_that_is_not_to_choose_is_refused_at_its_field()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (foreign, _) = await portal.PlantCourseAsync(await portal.PlantBranchAsync("History"), 1);
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var page = await (await portal.As(Actor.Secretary(branch))).OpenAsync("/en/desk/hours/new");

        foreach (var course in (int[])[foreign, int.MaxValue])
            (await page.SubmitAsync(new { Source = HourSource.OfflineClass, Title = "Class", On = Day(0), Hours = "2", CourseId = course, People = li.Id })).IsRefusedWith("Choose a course from the list.");
    }

    [Fact]
    public async Task A_day_that_would_have_more_than_eight_hours_is_refused_to_its_owner_from_all_sources_together()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var (secretary, member) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.Of(li)));
        await NoteAsync(secretary, "Branch meeting", li, "5");

        (await DeclareAsync(member, "Party history", "3.1")).IsRefusedWith("A day has at most 8 class hours. That day has 5 already.");
        await DeclareAsync(member, "Party history", "3");
    }

    [Theory]
    [InlineData(1, "This day is still to come.")]
    [InlineData(-328, "The year 2025 is closed: its hours could be noted until 31 January 2026.")]
    public async Task A_day_that_is_not_open_is_refused_at_the_field(int days, string sentence)
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var li = await portal.PlantPersonAsync(branch, "Li Hua");

        (await DeclareAsync(await portal.As(Actor.Of(li)), "Party history", "1", days)).IsRefusedWith(sentence);
        (await NoteAsync(await portal.As(Actor.Secretary(branch)), "Meeting", li, "1", days)).IsRefusedWith(sentence);
    }

    [Fact]
    public async Task Declared_self_study_waits_is_told_to_be_turned_down_with_a_reason_and_counts_when_it_is_confirmed()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var (secretary, member) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.Of(li)));

        await DeclareAsync(member, "Party history", "1.5");
        (await DeclareAsync(member, "party HISTORY", "1")).IsRefusedWith("This is declared for that day already. It counts once.");
        Assert.Contains("Self-study to confirm", (await secretary.OpenAsync("/en/desk/todo")).Text);
        var waiting = await secretary.OpenAsync("/en/desk/hours");
        Assert.Contains("Li Hua: Party history", waiting.Text);
        Assert.Contains("0 of 32 class hours", (await member.OpenAsync("/en/my/hours")).Text);

        var turnDown = await secretary.OpenAsync(waiting.Html.QuerySelector("#waiting a[href$='turn-down']")!.GetAttribute("href")!);
        (await turnDown.SubmitAsync(new { Reason = "" })).IsRefusedWith("Fill in: Reason.");
        await turnDown.SubmitAsync(new { Reason = "Which chapter?" });
        Assert.Contains("Which chapter?", (await member.OpenAsync("/en/my/hours")).Text);

        await DeclareAsync(member, "Party history", "1.5");
        await (await secretary.OpenAsync("/en/desk/hours")).SubmitAsync(new { }, "form[action$='/confirm']");
        Assert.Contains("1.5 of 32 class hours", (await member.OpenAsync("/en/my/hours")).Text);
        Assert.DoesNotContain("Party history", (await secretary.OpenAsync("/en/desk/hours")).Text);
        Assert.Equal([MessageKind.HoursTurnedDown, MessageKind.HoursConfirmed], await portal.InDbAsync(async db =>
        {
            var id = await db.SelfStudies.Where(s => s.PersonId == li.Id).Select(s => s.Id).SingleAsync();
            return (await db.Outbox.Where(o => o.SubjectId == id && (o.Kind == MessageKind.HoursConfirmed || o.Kind == MessageKind.HoursTurnedDown)).ToListAsync()).Select(o => o.Kind).Order().Reverse().ToList();
        }));
    }

    [Fact]
    public async Task What_waits_is_taken_back_by_its_owner_alone()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (li, wang) = (await portal.PlantPersonAsync(branch, "Li Hua"), await portal.PlantPersonAsync(branch, "Wang Fang"));
        var (member, other) = (await portal.As(Actor.Of(li)), await portal.As(Actor.Of(wang)));
        await DeclareAsync(member, "Party history", "1");
        await DeclareAsync(other, "Law", "1");
        var id = await portal.InDbAsync(db => db.SelfStudies.Where(s => s.PersonId == li.Id).Select(s => s.Id).SingleAsync());
        var page = await other.OpenAsync("/en/my/hours");

        Assert.Equal(HttpStatusCode.NotFound, (await page.SubmitAsAsync($"/en/my/hours/studies/{id}/remove")).Status);
        await (await member.OpenAsync("/en/my/hours")).SubmitAsync(new { }, "#open form");
        Assert.Equal(0, await portal.InDbAsync(db => db.SelfStudies.CountAsync(s => s.PersonId == li.Id)));
    }

    [Fact]
    public async Task Nobody_confirms_their_own_and_where_nobody_else_can_it_waits_for_the_organisation_above()
    {
        var general = await portal.PlantBranchAsync("Sciences", null, BranchKind.GeneralBranch);
        var branch = await portal.PlantBranchAsync("Physics", general);
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var secretary = await portal.As(Actor.Of(li) with { Role = Role.Secretary, Branch = branch });
        var above = await portal.As(Actor.GeneralBranchSecretary(general));
        await DeclareAsync(secretary, "Party history", "1");

        var own = await secretary.OpenAsync("/en/desk/hours");
        Assert.DoesNotContain("Party history", own.Text);
        var id = await portal.InDbAsync(db => db.SelfStudies.Where(s => s.PersonId == li.Id).Select(s => s.Id).SingleAsync());
        await own.SubmitAsAsync($"/en/desk/hours/studies/{id}/confirm");
        Assert.Equal(SelfStudyState.Waiting, await portal.InDbAsync(db => db.SelfStudies.Where(s => s.Id == id).Select(s => s.State).SingleAsync()));

        Assert.Contains("Self-study to confirm", (await above.OpenAsync("/en/desk/todo")).Text);
        await (await above.OpenAsync("/en/desk/hours")).SubmitAsync(new { }, "form[action$='/confirm']");
        Assert.Contains("1 of 56 class hours", (await secretary.OpenAsync("/en/my/hours")).Text);
    }

    [Fact]
    public async Task A_closed_year_stays_as_it_is_whoever_was_there()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (li, wang) = (await portal.PlantPersonAsync(branch, "Li Hua"), await portal.PlantPersonAsync(branch, "Wang Fang"));
        var on = new DateOnly(portal.Today.Year - 1, 6, 1);
        var id = await portal.InDbAsync(async db =>
        {
            var meeting = new HourEvent(branch.Id, new(HourSource.Meeting, "Meeting of last year", on, 2), new HourClock(on, 31));
            meeting.Attend([await db.People.SingleAsync(p => p.Id == li.Id)]);
            db.Add(meeting);
            await db.SaveChangesAsync();
            return meeting.Id;
        });
        var secretary = await portal.As(Actor.Secretary(branch));
        var page = await secretary.OpenAsync($"/en/desk/hours/{id}");

        (await (await secretary.OpenAsync($"/en/desk/hours/{id}/people")).SubmitAsync(new { People = wang.Id })).IsRefusedWith("The year 2025 is closed: its hours could be noted until 31 January 2026.");
        await page.SubmitAsync(new { }, $"form[action$='/people/{li.Id}/remove']");
        await (await secretary.OpenAsync($"{page.Url}/remove")).SubmitAsync(new { });
        Assert.Equal([li.Id], await portal.InDbAsync(db => db.HourAttendances.Where(a => a.EventId == id).Select(a => a.PersonId).ToListAsync()));
    }

    [Fact]
    public async Task The_organisation_above_opens_and_confirms_nothing_past_the_branch_unless_no_active_account_there_can()
    {
        var general = await portal.PlantBranchAsync("Sciences", null, BranchKind.GeneralBranch);
        var branch = await portal.PlantBranchAsync("Physics", general);
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var (own, above) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.GeneralBranchSecretary(general)));
        await DeclareAsync(await portal.As(Actor.Of(li)), "Party history", "1");
        var id = await portal.InDbAsync(db => db.SelfStudies.Where(s => s.PersonId == li.Id).Select(s => s.Id).SingleAsync());

        Assert.Contains("Party history", (await own.OpenAsync("/en/desk/hours")).Text);
        await above.FindsNothingAt($"/en/desk/hours/studies/{id}/turn-down");
        Assert.Equal(HttpStatusCode.NotFound, (await (await above.OpenAsync("/en/desk/hours/new")).SubmitAsAsync($"/en/desk/hours/studies/{id}/confirm")).Status);

        await portal.InDbAsync(db => db.Users.Where(a => db.RoleGrants.Any(g => g.BranchId == branch.Id && g.AccountId == a.Id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AccountState.Withdrawn)));
        await (await above.OpenAsync("/en/desk/hours")).SubmitAsync(new { }, "form[action$='/confirm']");
        Assert.Equal(SelfStudyState.Confirmed, await portal.InDbAsync(db => db.SelfStudies.Where(s => s.Id == id).Select(s => s.State).SingleAsync()));
    }

    [Fact]
    public async Task An_account_without_a_record_is_told_so()
    {
        var office = await portal.As(Actor.OrganisationOffice);

        Assert.Contains("No record belongs to your account.", (await office.OpenAsync("/en/my/hours")).Text);
        await office.FindsNothingAt("/en/my/hours/studies/new");
    }

    private string Day(int days) => portal.Today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Answer> NoteAsync(Browser secretary, string title, Person person, string hours = "2", int days = 0) =>
        await (await secretary.OpenAsync("/en/desk/hours/new")).SubmitAsync(new { Source = HourSource.Meeting, Title = title, On = Day(days), Hours = hours, People = person.Id });

    private async Task<Answer> DeclareAsync(Browser member, string title, string hours, int days = 0) =>
        await (await member.OpenAsync("/en/my/hours/studies/new")).SubmitAsync(new { Title = title, On = Day(days), Hours = hours, Note = "Read and noted" });
}
