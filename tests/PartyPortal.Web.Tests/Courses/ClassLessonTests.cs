using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.People;
using PartyPortal.Web.Features.Courses;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Tests.Classes;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Study;

namespace PartyPortal.Web.Tests.Courses;

/// <summary>A training class among the lessons of a course: done by whoever gets its certificate.</summary>
public sealed class ClassLessonTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task A_class_attended_to_its_end_completes_the_course_also_when_the_portal_was_stopped_in_between()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var (course, _) = await portal.PlantCourseAsync(physics, 1, isPublished: false);
        var (held, sessions) = await portal.PlantClassAsync(physics, days: [0], content: c => c with { Title = "An evening together" });
        var secretary = await portal.As(Actor.Secretary(physics));
        await secretary.FollowAsync(await (await secretary.OpenAsync($"/en/desk/courses/{course}/classes")).SubmitAsync(new { }, $"form[action$='/{held}/add']"));
        await secretary.FollowAsync(await (await secretary.OpenAsync($"/en/desk/courses/{course}")).SubmitAsync(new { }, "#publish"));

        var member = await portal.SignsUpAsync(physics, held);
        var lessons = await portal.InDbAsync(db => db.Lessons.Where(l => l.CourseId == course).OrderBy(l => l.Place).Select(l => l.Id).ToListAsync());
        await (await member.OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}")).SubmitAsync(new { }, "#done");
        var page = await member.OpenAsync($"/en/courses/{course}/lessons/{lessons[1]}");
        Assert.Contains("This lesson is done when you were at every session of the class, or made it up.", page.Text);
        Assert.NotNull(page.Html.QuerySelector($"a[href$='/classes/{held}']"));
        Assert.Null(page.Html.QuerySelector("#done"));

        await (await secretary.OpenAsync($"/en/desk/classes/{held}/sessions/{sessions[0]}/attendance")).SubmitAsync(new { OthersCame = true });
        // As a portal leaves it that is stopped behind the certificate.
        Assert.Equal((1, 0), await StateAsync(held, course));

        for (var twice = 0; twice < 2; twice++) await RunAsync<CompleteCourses>();

        Assert.Equal((0, 1), await StateAsync(held, course));
        Assert.Contains("You have done this course.", (await member.OpenAsync($"/en/courses/{course}")).Text);
    }

    [Fact]
    public async Task A_class_for_certain_stages_or_others_is_not_offered_and_one_that_is_cancelled_is_refused_by_name()
    {
        var (physics, history) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"));
        var (course, _) = await portal.PlantCourseAsync(physics, 1, isPublished: false);
        await portal.PlantClassAsync(physics, content: c => c with { Title = "For candidates", Stages = [Stage.Candidate] });
        await portal.PlantClassAsync(history, content: c => c with { Title = "For others" });
        var (held, _) = await portal.PlantClassAsync(physics, content: c => c with { Title = "For all of us" });
        var secretary = await portal.As(Actor.Secretary(physics));

        var page = await secretary.OpenAsync($"/en/desk/courses/{course}/classes");
        Assert.Contains("For all of us", page.Text);
        Assert.DoesNotContain("For candidates", page.Text);
        Assert.DoesNotContain("For others", page.Text);
        await page.SubmitAsync(new { }, $"form[action$='/{held}/add']");
        await portal.InDbAsync(async db =>
        {
            (await db.TrainingClasses.SingleAsync(c => c.Id == held)).Cancel("Nobody comes", portal.Today);
            await db.SaveChangesAsync();
        });

        var desk = await secretary.OpenAsync($"/en/desk/courses/{course}");
        Assert.Contains("Publish this lesson first, or take it out: For all of us.", await QuizLessonTests.PressAsync(secretary, desk, "#publish"));
    }

    [Fact]
    public async Task A_class_without_seats_says_to_its_learner_and_to_its_author_what_to_do()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var (course, held, lesson) = await PlantAsync(physics, quota: 1);
        await portal.SignsUpAsync(physics, held);
        var (learner, secretary) = (await portal.As(Actor.Member(physics)), await portal.As(Actor.Secretary(physics)));

        foreach (var address in new[] { $"/en/courses/{course}", $"/en/courses/{course}/lessons/{lesson}" })
            Assert.Contains("Put yourself on the waiting list", (await learner.OpenAsync(address)).Html.QuerySelector($"#stand-{held}")!.TextContent);
        Assert.Contains("All 1 seats are taken, and 0 people wait.", (await secretary.OpenAsync($"/en/desk/courses/{course}")).Html.QuerySelector($"#trouble-{held}")!.TextContent);

        await (await learner.OpenAsync($"/en/classes/{held}")).SubmitAsync(new { }, "#sign-up");
        Assert.Contains("You are number 1 on the waiting list.", (await learner.OpenAsync($"/en/courses/{course}")).Html.QuerySelector($"#stand-{held}")!.TextContent);
    }

    [Fact]
    public async Task Where_nobody_new_can_come_another_class_takes_its_place_and_what_was_completed_stays()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var (course, held, lesson) = await PlantAsync(physics, quota: 1, days: [0]);
        var sessions = await portal.InDbAsync(db => db.ClassSessions.Where(s => s.ClassId == held).Select(s => s.Id).ToListAsync());
        var came = await portal.SignsUpAsync(physics, held);
        var (late, secretary) = (await portal.As(Actor.Member(physics)), await portal.As(Actor.Secretary(physics)));
        await (await secretary.OpenAsync($"/en/desk/classes/{held}/sessions/{sessions[0]}/attendance")).SubmitAsync(new { OthersCame = true });
        await RunAsync<CompleteCourses>();
        await portal.InDbAsync(db => db.TrainingClasses.Where(c => c.Id == held).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastSignUpOn, portal.Today.AddDays(-1))));
        Assert.Contains("Nobody new can come to this class any more. Ask The office for another one in its place.", (await late.OpenAsync($"/en/courses/{course}/lessons/{lesson}")).Html.QuerySelector($"#stand-{held}")!.TextContent);
        var desk = await secretary.OpenAsync($"/en/desk/courses/{course}");
        Assert.Contains("Put another one in its place", desk.Html.QuerySelector($"#trouble-{held}")!.TextContent);

        var (other, _) = await portal.PlantClassAsync(physics, content: c => c with { Title = Portal.Unique("Once more") });
        var choices = await secretary.OpenAsync(desk.Html.QuerySelector($"a[href$='lesson={lesson}']")!.GetAttribute("href")!);
        desk = await secretary.FollowAsync(await choices.SubmitAsync(new { }, $"form[action$='/{other}/replace/{lesson}']"));

        Assert.Contains("Certificates of that count as before.", desk.Text);
        Assert.Contains("Seats are free", (await late.OpenAsync($"/en/courses/{course}")).Html.QuerySelector($"#stand-{other}")!.TextContent);
        Assert.Contains("Done", (await came.OpenAsync($"/en/courses/{course}")).Html.QuerySelector(".lessons")!.TextContent);
        Assert.Equal(1, await portal.InDbAsync(db => db.CourseCompletions.CountAsync(c => c.CourseId == course && c.AccountId == came.AccountId)));
        await secretary.PostAsync($"/en/desk/courses/{course}/lessons/{lesson}/remove", new FormUrlEncodedContent([new("__RequestVerificationToken", desk.Token())]));
        Assert.Equal(0, await portal.InDbAsync(db => db.EarlierClasses.CountAsync(e => e.LessonId == lesson)));
    }

    [Fact]
    public async Task Whoever_has_a_seat_in_the_class_before_completes_the_lesson_by_it()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var (course, held, lesson) = await PlantAsync(physics, quota: 1, days: [0]);
        var sessions = await portal.InDbAsync(db => db.ClassSessions.Where(s => s.ClassId == held).Select(s => s.Id).ToListAsync());
        var seated = await portal.SignsUpAsync(physics, held);
        var secretary = await portal.As(Actor.Secretary(physics));
        var (other, _) = await portal.PlantClassAsync(physics);
        await (await secretary.OpenAsync($"/en/desk/courses/{course}/classes?lesson={lesson}")).SubmitAsync(new { }, $"form[action$='/{other}/replace/{lesson}']");
        Assert.Contains("You signed up for a class that counts for this lesson", (await seated.OpenAsync($"/en/courses/{course}/lessons/{lesson}")).Html.QuerySelector($"#stand-{held}")!.TextContent);

        await (await secretary.OpenAsync($"/en/desk/classes/{held}/sessions/{sessions[0]}/attendance")).SubmitAsync(new { OthersCame = true });
        await RunAsync<CompleteCourses>();

        Assert.Equal((0, 1), await StateAsync(held, course));
    }

    [Fact]
    public async Task A_course_whose_class_is_cancelled_is_not_finished_without_another_one()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var (course, held, _) = await PlantAsync(physics, materials: 1);
        var learner = await portal.As(Actor.Member(physics));
        var first = await portal.InDbAsync(db => db.Lessons.Where(l => l.CourseId == course && l.MaterialId != null).Select(l => l.Id).SingleAsync());
        await portal.InDbAsync(async db =>
        {
            (await db.TrainingClasses.Include(c => c.Sessions).SingleAsync(c => c.Id == held)).Cancel("Nobody comes", portal.Today);
            await db.SaveChangesAsync();
        });

        await (await learner.OpenAsync($"/en/courses/{course}/lessons/{first}")).SubmitAsync(new { }, "#done");

        var page = await learner.OpenAsync($"/en/courses/{course}");
        Assert.Null(page.Html.QuerySelector("#complete"));
        Assert.Contains("A training class of this course is not held for you.", page.Html.QuerySelector("#lacks-class")!.TextContent);
        Assert.Equal(0, await portal.InDbAsync(db => db.CourseCompletions.CountAsync(c => c.CourseId == course)));
    }

    [Fact]
    public async Task A_certificate_that_is_taken_back_takes_those_of_courses_with_it_once_the_organiser_has_said_why()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var (course, held, _) = await PlantAsync(physics, days: [0]);
        var sessions = await portal.InDbAsync(db => db.ClassSessions.Where(s => s.ClassId == held).Select(s => s.Id).ToListAsync());
        var (member, other) = (await portal.SignsUpAsync(physics, held), await portal.SignsUpAsync(physics, held));
        var secretary = await portal.As(Actor.Secretary(physics));
        var list = await secretary.OpenAsync($"/en/desk/classes/{held}/sessions/{sessions[0]}/attendance");
        await list.SubmitAsync(new { OthersCame = true });
        await RunAsync<CompleteCourses>();
        var codes = await portal.InDbAsync(async db => new[] { await db.CourseCompletions.Where(c => c.CourseId == course && c.AccountId == member.AccountId).Select(c => c.Code).SingleAsync(), await db.ClassCertificates.Where(c => c.ClassId == held && c.AccountId == member.AccountId).Select(c => c.Code).SingleAsync() });
        Assert.Contains("4.5", (await member.OpenAsync("/en/my/hours")).Text);

        var at = await LineAsync(held, member);
        var absent = new Dictionary<string, object> { [$"Lines[{at}].Mark"] = AttendanceMark.Absent };
        var refused = await list.SubmitAsync(absent);
        refused.IsRefusedWith("Certificates would be taken back. Look at how many, say why, and save again.");
        Assert.Contains("Certificates of this class that are taken back: 1. Those of courses that rest on them go with them, with their class hours.", refused.Html.QuerySelector("#taken-back")!.TextContent);
        Assert.Equal((0, 2), await StateAsync(held, course));
        var form = new Page(secretary, list.Url, refused);
        var unsaid = await form.SubmitAsync(new { TakesBack = true });
        unsaid.IsRefusedWith("Say why: those whose certificates are taken back read it.");
        Assert.NotNull(unsaid.Html.QuerySelector("#taken-back"));
        // Another number was read than is true by now.
        (await form.SubmitAsync(new { TakesBack = true, Because = "Taken for somebody else", SeenTakenBack = 2 })).IsRefusedWith("Certificates would be taken back. Look at how many, say why, and save again.");

        await form.SubmitAsync(new { TakesBack = true, Because = "Taken for somebody else" });

        Assert.Equal(1, await portal.InDbAsync(db => db.CourseCompletions.CountAsync(c => c.CourseId == course)));
        foreach (var code in codes) Assert.Contains("This certificate was taken back on", (await (await portal.As(Actor.Public)).OpenAsync($"/en/certificates/{code}")).Text);
        Assert.Contains("Taken for somebody else", (await member.OpenAsync("/en/messages")).Text);
        Assert.DoesNotContain("Taken for somebody else", (await other.OpenAsync("/en/messages")).Text);
        Assert.DoesNotContain("4.5", (await member.OpenAsync("/en/my/hours")).Text);
        await member.FindsNothingAt($"/en/my/certificates/{course}");
        await member.FindsNothingAt($"/en/my/class-certificates/{held}");
        Assert.Equal(System.Net.HttpStatusCode.OK, (await other.GetAsync($"/en/my/certificates/{course}")).Status);

        // Noted as present after all, the certificates are given anew, under other codes.
        await (await secretary.OpenAsync(list.Url)).SubmitAsync(new Dictionary<string, object> { [$"Lines[{at}].Mark"] = AttendanceMark.Present });
        await RunAsync<CompleteCourses>();
        Assert.Equal((0, 2), await StateAsync(held, course));
        Assert.Contains("This certificate was taken back on", (await (await portal.As(Actor.Public)).OpenAsync($"/en/certificates/{codes[0]}")).Text);
    }

    [Fact]
    public async Task A_course_that_another_class_stands_for_stays_done_when_a_certificate_is_taken_back()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var (course, held, lesson) = await PlantAsync(physics, days: [0]);
        var (member, secretary, list) = await CompletedAsync(physics, held);
        var (other, _) = await portal.PlantClassAsync(physics);
        await (await secretary.OpenAsync($"/en/desk/courses/{course}/classes?lesson={lesson}")).SubmitAsync(new { }, $"form[action$='/{other}/replace/{lesson}']");
        await portal.InDbAsync(async db =>
        {
            db.Add(new ClassCertificate(await db.TrainingClasses.Include(c => c.Sessions).SingleAsync(c => c.Id == other), member.AccountId!, portal.Today));
            await db.SaveChangesAsync();
        });

        await TakeBackAsync(secretary, list, held, member);

        Assert.False(await portal.InDbAsync(db => db.ClassCertificates.AnyAsync(c => c.ClassId == held)));
        Assert.True(await portal.InDbAsync(db => db.CourseCompletions.AnyAsync(c => c.CourseId == course && c.AccountId == member.AccountId)));
    }

    [Fact]
    public async Task What_was_done_before_a_class_became_a_lesson_does_not_rest_on_it()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var (course, held, _) = await PlantAsync(physics, days: [0]);
        var (member, secretary, list) = await CompletedAsync(physics, held);
        await portal.InDbAsync(db => db.Lessons.Where(l => l.CourseId == course && l.ClassId == held).ExecuteUpdateAsync(set => set.SetProperty(l => l.ClassSince, portal.Today.AddDays(1))));

        await TakeBackAsync(secretary, list, held, member);

        Assert.False(await portal.InDbAsync(db => db.ClassCertificates.AnyAsync(c => c.ClassId == held)));
        Assert.True(await portal.InDbAsync(db => db.CourseCompletions.AnyAsync(c => c.CourseId == course && c.AccountId == member.AccountId)));
    }

    /// <summary>Somebody signs up and comes, and the course is done by it.</summary>
    private async Task<(Browser Member, Browser Secretary, Page Attendance)> CompletedAsync(Branch branch, int held)
    {
        var sessions = await portal.InDbAsync(db => db.ClassSessions.Where(s => s.ClassId == held).Select(s => s.Id).ToListAsync());
        var member = await portal.SignsUpAsync(branch, held);
        var secretary = await portal.As(Actor.Secretary(branch));
        var list = await secretary.OpenAsync($"/en/desk/classes/{held}/sessions/{sessions[0]}/attendance");
        await list.SubmitAsync(new { OthersCame = true });
        await RunAsync<CompleteCourses>();
        return (member, secretary, list);
    }

    private async Task TakeBackAsync(Browser secretary, Page attendance, int held, Browser member)
    {
        var refused = await attendance.SubmitAsync(new Dictionary<string, object> { [$"Lines[{await LineAsync(held, member)}].Mark"] = AttendanceMark.Absent });
        await new Page(secretary, attendance.Url, refused).SubmitAsync(new { TakesBack = true, Because = "Taken for somebody else" });
    }

    /// <summary>A published course of so many materials and a class behind them; it gives 4.5 hours.</summary>
    private async Task<(int Course, int Class, int Lesson)> PlantAsync(Branch branch, int quota = 2, int materials = 0, int[]? days = null)
    {
        var (course, _) = await portal.PlantCourseAsync(branch, materials, c => c with { Hours = 4.5m }, isPublished: false);
        var (held, _) = await portal.PlantClassAsync(branch, quota, days);
        return await portal.InDbAsync(async db =>
        {
            var found = await db.Courses.Include(c => c.Branch).Include(c => c.Lessons).ThenInclude(l => l.Material).SingleAsync(c => c.Id == course);
            var lesson = found.Add(await db.TrainingClasses.SingleAsync(c => c.Id == held), Viewer.System, portal.Today);
            found.Publish(Viewer.System, portal.Clock.UtcNow());
            await db.SaveChangesAsync();
            return (course, held, lesson.Id);
        });
    }

    /// <summary>How many certificates of the class wait for their courses, and how many have done the course.</summary>
    private Task<(int Waiting, int Done)> StateAsync(int held, int course) =>
        portal.InDbAsync(async db => (await db.ClassCertificates.CountAsync(c => c.ClassId == held && !c.IsInCourses), await db.CourseCompletions.CountAsync(c => c.CourseId == course)));

    private Task<int> LineAsync(int held, Browser member) => portal.InDbAsync(async db =>
        (await db.ClassSignUps.Where(s => s.ClassId == held).ToListAsync()).OrderBy(s => s.Name, StringComparer.Ordinal).ToList().FindIndex(s => s.AccountId == member.AccountId));

    private Task RunAsync<T>() where T : IPortalJob => portal.InDbAsync(db => portal.Services.GetServices<IPortalJob>().OfType<T>().Single().RunAsync(db, portal.Clock.UtcNow()));
}
