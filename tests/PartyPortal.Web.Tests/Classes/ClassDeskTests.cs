using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Messages;
using PartyPortal.Web.Features.Classes;
using PartyPortal.Web.Features.Messages;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Robots;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Classes;

/// <summary>An organiser makes a class, leads its lists and ends it. In a portal of its own: its days pass.</summary>
public sealed class ClassDeskTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task An_organiser_makes_a_class_adds_sessions_and_announces_it()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (organiser, member) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.Member(branch)));
        var page = await organiser.FollowAsync(await (await organiser.OpenAsync("/en/desk/classes/new")).SubmitAsync(new { Title = "First aid", Purpose = "To help", AudienceKind = AudienceKind.Branch, Quota = 20, LastSignUpOn = portal.Today, Responsible = "The office" }));
        await page.SubmitAsync(new { }, "#announce");
        Assert.Contains("Add a session first", (await organiser.OpenAsync(page.Url)).Text);

        var form = await organiser.OpenAsync($"{page.Url}/sessions/new");
        await form.SubmitAsync(new { On = portal.Today.AddDays(3), From = "14:00", Until = "16:30", Where = "Hall 2", Topic = "Breathing", Hours = "2.5" });
        await member.FindsNothingAt(page.Url.Replace("/desk", "", StringComparison.Ordinal));
        await (await organiser.OpenAsync(page.Url)).SubmitAsync(new { }, "#announce");

        var seen = await member.OpenAsync(page.Url.Replace("/desk", "", StringComparison.Ordinal));
        Assert.Contains("Breathing", seen.Text);
        Assert.Contains("14:00–16:30", seen.Text);
        Assert.Contains("1 sessions, 2.5 class hours", seen.Text);
    }

    [Fact]
    public async Task Bad_classes_and_sessions_are_refused_beside_the_field_and_what_was_typed_stays()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var organiser = await portal.As(Actor.Secretary(branch));
        var refused = await (await organiser.OpenAsync("/en/desk/classes/new")).SubmitAsync(new { Title = "Kept", Purpose = "To help", AudienceKind = AudienceKind.Branch, Quota = 0, LastSignUpOn = portal.Today, Responsible = "x" });
        refused.IsRefusedWith("A class has between 1 and 1000 seats.");
        Assert.Contains("between 1", refused.Html.QuerySelector("#Quota-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Kept", refused.Html.QuerySelector("[name=Title]")!.GetAttribute("value"));
        (await (await organiser.OpenAsync("/en/desk/classes/new")).SubmitAsync(new { Title = "", Quota = "many" })).IsRefusedWith("Fill in: Title.");

        var (id, _) = await portal.PlantClassAsync(branch);
        var form = await organiser.OpenAsync($"/en/desk/classes/{id}/sessions/new");
        (await form.SubmitAsync(new { On = portal.Today.AddDays(-1), Where = "Room 2" })).IsRefusedWith("The day of a session lies ahead.");
        (await form.SubmitAsync(new { Hours = "3.25" })).IsRefusedWith("Class hours have one place behind the point");
        (await form.SubmitAsync(new { On = portal.Today.AddDays(7), From = "08:00", Until = "10:00" })).IsRefusedWith("Another session of this class is held at that time.");
        (await form.SubmitAsync(new { From = "noon" })).IsRefusedWith("Begins at");
        (await (await organiser.OpenAsync($"/en/desk/classes/{id}/cancel")).SubmitAsync(new { Reason = "" })).IsRefusedWith("Fill in: Reason.");
    }

    [Fact]
    public async Task Who_came_is_noted_a_missed_session_is_made_up_and_the_certificate_is_there_at_once()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (id, sessions) = await portal.PlantClassAsync(branch, quota: 2, days: [1, 2], content: c => c with { Title = "Astronomy" });
        var (first, second) = (await portal.SignsUpAsync(branch, id), await portal.SignsUpAsync(branch, id));
        var organiser = await portal.As(Actor.Secretary(branch));
        var early = await organiser.OpenAsync($"/en/desk/classes/{id}/sessions/{sessions[0]}/attendance");
        (await early.SubmitAsync(new { OthersCame = true })).IsRefusedWith("This session is still ahead.");

        portal.Clock.Advance(TimeSpan.FromDays(3));
        organiser = await portal.As(Actor.Secretary(branch));
        Assert.Contains("Note who came: Astronomy", (await organiser.OpenAsync("/en/desk/todo")).Text);
        await (await organiser.OpenAsync($"/en/desk/classes/{id}/sessions/{sessions[0]}/attendance")).SubmitAsync(new { OthersCame = true });
        var at = await LineOfAsync(id, second.AccountId!);
        var list = await organiser.OpenAsync($"/en/desk/classes/{id}/sessions/{sessions[1]}/attendance");
        await list.SubmitAsync(new Dictionary<string, object> { [$"Lines[{at}].Mark"] = AttendanceMark.Absent, ["OthersCame"] = true });

        first = await portal.AlsoAsync(first);
        second = await portal.AlsoAsync(second);
        var paper = await first.OpenAsync($"/en/my/class-certificates/{id}");
        Assert.Contains("has completed the training class “Astronomy” of 6 class hours.", paper.Text);
        await second.FindsNothingAt($"/en/my/class-certificates/{id}");
        Assert.Contains("A session that you missed can be made up", (await second.OpenAsync($"/en/classes/{id}")).Text);

        list = await organiser.OpenAsync(list.Url);
        var refused = await list.SubmitAsync(new Dictionary<string, object> { [$"Lines[{at}].Mark"] = AttendanceMark.MadeUp });
        refused.IsRefusedWith("Write what made up for the session.");
        Assert.NotEmpty(refused.Html.QuerySelector($"#Lines_{at}__MadeUpBy-error")!.TextContent);
        await list.SubmitAsync(new Dictionary<string, object> { [$"Lines[{at}].Mark"] = AttendanceMark.MadeUp, [$"Lines[{at}].MadeUpBy"] = "A lecture in May" });

        Assert.Contains("A lecture in May", (await second.OpenAsync($"/en/classes/{id}")).Text);
        var code = await portal.InDbAsync(db => db.ClassCertificates.Where(c => c.ClassId == id && c.AccountId == second.AccountId).Select(c => c.Code).SingleAsync());
        var check = await (await portal.As(Actor.Public)).OpenAsync($"/en/certificates/{code}");
        Assert.Contains("Astronomy", check.Text);
        Assert.DoesNotContain("The name", check.Text, StringComparison.Ordinal);

        refused = await (await organiser.OpenAsync(list.Url)).SubmitAsync(new Dictionary<string, object> { [$"Lines[{at}].Mark"] = AttendanceMark.Absent });
        refused.IsRefusedWith("Certificates would be taken back.");
        await new Page(organiser, list.Url, refused).SubmitAsync(new { TakesBack = true, Because = "There was no such lecture" });
        await second.FindsNothingAt($"/en/my/class-certificates/{id}");
        Assert.Contains("This certificate was taken back on", (await (await portal.As(Actor.Public)).OpenAsync($"/en/certificates/{code}")).Text);
    }

    [Fact]
    public async Task Nobody_but_the_organiser_and_the_person_learns_who_signed_up_or_was_absent()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        var branch = await portal.PlantBranchAsync("Physics", college);
        var (id, sessions) = await portal.PlantClassAsync(branch);
        await portal.SignsUpAsync(branch, id);

        foreach (var other in new[] { Actor.GeneralBranchSecretary(college), Actor.OrganisationOffice, Actor.Auditor, Actor.SystemAdministrator, Actor.Member(branch) })
        {
            var answers = new[] { $"/desk/classes/{id}", $"/desk/classes/{id}/sessions/{sessions[0]}/attendance", $"/desk/classes/{id}/sessions/{sessions[0]}/list" };
            foreach (var address in answers) Assert.Contains((await (await portal.As(other)).GetAsync(address)).Status, new[] { System.Net.HttpStatusCode.NotFound, System.Net.HttpStatusCode.Forbidden });
        }

        Assert.Equal(0, await portal.InDbAsync(new Viewer { AccountId = "somebody", Audiences = [$"branch:{branch.Id}"] }, db => db.ClassSignUps.CountAsync()));
        Assert.Equal(1, (await (await portal.As(Actor.Secretary(branch))).OpenAsync($"/desk/classes/{id}")).Html.QuerySelectorAll("#seated tbody tr").Length);
    }

    [Fact]
    public async Task A_cancelled_class_and_a_moved_session_are_told_to_all_who_signed_up()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (id, sessions) = await portal.PlantClassAsync(branch, quota: 1);
        var (seated, waiting) = (await portal.SignsUpAsync(branch, id), await portal.SignsUpAsync(branch, id));
        var organiser = await portal.As(Actor.Secretary(branch));

        await (await organiser.OpenAsync($"/en/desk/classes/{id}/sessions/{sessions[0]}/edit")).SubmitAsync(new { Where = "Room 9" });
        await DeliverAsync();
        await (await organiser.OpenAsync($"/en/desk/classes/{id}/cancel")).SubmitAsync(new { Reason = "The speaker is ill" });
        await DeliverAsync();

        foreach (var person in new[] { seated, waiting })
        {
            var messages = (await person.OpenAsync("/en/messages")).Text;
            Assert.Contains("A session of your training class is new, changed or left out", messages);
            Assert.Contains("Your training class is cancelled", messages);
            Assert.Contains("The speaker is ill", (await person.OpenAsync($"/en/classes/{id}")).Text);
        }

        Assert.Equal(2, await portal.InDbAsync(db => db.Messages.CountAsync(m => m.Kind == MessageKind.ClassCancelled && m.ClassId == id)));
        await (await portal.As(Actor.Member(branch))).FindsNothingAt($"/classes/{id}");
    }

    [Fact]
    public async Task The_list_to_sign_has_a_line_for_everybody_with_a_seat()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (id, sessions) = await portal.PlantClassAsync(branch, quota: 2);
        for (var i = 0; i < 3; i++) await portal.SignsUpAsync(branch, id);

        var list = await (await portal.As(Actor.Secretary(branch))).OpenAsync($"/en/desk/classes/{id}/sessions/{sessions[0]}/list");

        Assert.Equal(2, list.Html.QuerySelectorAll("main tbody tr").Length);
    }

    [Fact]
    public async Task A_session_that_was_attended_gives_its_class_hours_once_and_an_absence_none()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (id, sessions) = await portal.PlantClassAsync(branch, days: [0], content: c => c with { Title = "Geology" });
        var (came, missed) = (await portal.SignsUpAsync(branch, id), await portal.SignsUpAsync(branch, id));
        var list = $"/en/desk/classes/{id}/sessions/{sessions[0]}/attendance";
        var (organiser, at) = (await portal.As(Actor.Secretary(branch)), await LineOfAsync(id, missed.AccountId!));

        for (var twice = 0; twice < 2; twice++)
            await (await organiser.OpenAsync(list)).SubmitAsync(new Dictionary<string, object> { [$"Lines[{at}].Mark"] = AttendanceMark.Absent, ["OthersCame"] = true });

        Assert.Equal((3m, 0m), (await HoursAsync(came), await HoursAsync(missed)));
        Assert.Contains("Geology", (await came.OpenAsync("/en/my/hours")).Text);
    }

    [Fact]
    public async Task A_year_later_nobody_knows_who_was_absent_and_hours_and_certificates_stay()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (id, sessions) = await portal.PlantClassAsync(branch, days: [0]);
        var (came, missed) = (await portal.SignsUpAsync(branch, id), await portal.SignsUpAsync(branch, id));
        var (organiser, at) = (await portal.As(Actor.Secretary(branch)), await LineOfAsync(id, missed.AccountId!));
        await (await organiser.OpenAsync($"/en/desk/classes/{id}/sessions/{sessions[0]}/attendance")).SubmitAsync(new Dictionary<string, object> { [$"Lines[{at}].Mark"] = AttendanceMark.Absent, ["OthersCame"] = true });

        await portal.InDbAsync(db => new ForgetAbsentees().RunAsync(db, portal.Clock.UtcNow()));
        Assert.Equal(2, await portal.InDbAsync(db => db.ClassAttendances.CountAsync(a => a.Session.ClassId == id)));
        await portal.InDbAsync(db => new ForgetAbsentees().RunAsync(db, portal.Clock.UtcNow().AddDays(367)));

        Assert.Equal(AttendanceMark.Present, await portal.InDbAsync(db => db.ClassAttendances.Where(a => a.Session.ClassId == id).Select(a => a.Mark).SingleAsync()));
        Assert.Equal(3m, await HoursAsync(came));
        Assert.Equal(1, await portal.InDbAsync(db => db.ClassCertificates.CountAsync(c => c.ClassId == id)));
    }

    [Fact]
    public async Task Leaving_out_the_last_session_certifies_whoever_came_to_all_others_and_two_who_note_at_once_are_told_apart()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (id, sessions) = await portal.PlantClassAsync(branch, days: [0, 7]);
        var came = await portal.SignsUpAsync(branch, id);
        var organiser = await portal.As(Actor.Secretary(branch));
        var page = await organiser.OpenAsync($"/en/desk/classes/{id}/sessions/{sessions[0]}/attendance");
        await page.SubmitAsync(new { OthersCame = true });
        await came.FindsNothingAt($"/my/class-certificates/{id}");

        await (await organiser.OpenAsync($"/en/desk/classes/{id}")).SubmitAsync(new { }, $"form[action$='/{sessions[1]}/remove']");

        await came.OpenAsync($"/my/class-certificates/{id}");
        Assert.True(await portal.InDbAsync(db => db.TrainingClasses.Where(c => c.Id == id).Select(c => c.Revision).SingleAsync()) >= 2);
    }

    [Fact]
    public async Task A_cancelled_class_notes_nobody_and_a_list_of_many_is_taken()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (id, sessions) = await portal.PlantClassAsync(branch, quota: 400, days: [0]);
        await portal.SignsUpAsync(branch, id);
        var organiser = await portal.As(Actor.Secretary(branch));
        var page = await organiser.OpenAsync($"/en/desk/classes/{id}/sessions/{sessions[0]}/attendance");
        var many = Enumerable.Range(1, 390).SelectMany(at => new[] { ($"Lines[{at}].SignUpId", "0"), ($"Lines[{at}].Name", "Somebody"), ($"Lines[{at}].Mark", "Present"), ($"Lines[{at}].MadeUpBy", "") });
        await organiser.FollowAsync(await page.SubmitAsync(new { OthersCame = true }, more: many));

        await (await organiser.OpenAsync($"/en/desk/classes/{id}/cancel")).SubmitAsync(new { Reason = "Flood" });
        (await page.SubmitAsync(new { OthersCame = true })).IsRefusedWith("This class is cancelled.");
    }

    private Task DeliverAsync() => portal.InDbAsync(db => new DeliverMessages(new RobotSettings()).RunAsync(db, portal.Clock.UtcNow()));

    private Task<decimal> HoursAsync(Browser person) => portal.InDbAsync(async db =>
    {
        var id = await db.People.Where(p => p.AccountId == person.AccountId).Select(p => p.Id).SingleAsync();
        return (await db.HoursAsync([id]))[id].In(portal.Today.Year);
    });

    private Task<int> LineOfAsync(int id, string account) => portal.InDbAsync(async db =>
        (await db.ClassSignUps.Where(s => s.ClassId == id).ToListAsync()).OrderBy(s => s.Name, StringComparer.Ordinal).ToList().FindIndex(s => s.AccountId == account));
}
