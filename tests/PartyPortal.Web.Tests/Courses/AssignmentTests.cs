using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Features.Courses;
using PartyPortal.Web.Features.Messages;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Study;

namespace PartyPortal.Web.Tests.Courses;

/// <summary>Courses that an organisation asks its people to take by a day.</summary>
public sealed class AssignmentTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task A_secretary_assigns_a_course_and_those_asked_find_it_with_its_day_in_one_message_and_two_lists()
    {
        var (_, physics, history) = await PlantAsync();
        var (course, _) = await portal.PlantCourseAsync(physics, 2);
        var (li, wang, zhao) = (await portal.PlantPersonAsync(physics, "Li"), await portal.PlantPersonAsync(physics, "Wang", Stage.Applicant), await portal.PlantPersonAsync(history, "Zhao"));
        var (asked, other, foreign) = (await portal.As(Actor.Of(li)), await portal.As(Actor.Of(wang)), await portal.As(Actor.Of(zhao)));
        var secretary = await portal.As(Actor.Secretary(physics));

        var form = await secretary.OpenAsync($"/en/desk/assignments/new?course={course}");
        var page = await secretary.FollowAsync(await form.SubmitAsync(new { Stages = new[] { Stage.FullMember, Stage.ProbationaryMember }, DueOn = portal.Today.AddDays(10).ToString("yyyy-MM-dd") }));
        await RunAsync<DeliverMessages>();
        await RunAsync<DeliverMessages>();

        Assert.Contains("Full member", page.Text);
        Assert.Contains("Take the course", (await asked.OpenAsync("/en/desk/todo")).Text);
        Assert.Contains("4 December 2026", (await asked.OpenAsync("/en/my/study")).Html.QuerySelector("#due")!.TextContent);
        Assert.Contains("asks you to take this course by 4 December 2026", (await asked.OpenAsync($"/en/courses/{course}")).Text);
        Assert.Contains("You are asked to take a course", (await asked.OpenAsync("/en/messages")).Text);
        Assert.Equal(asked.AccountId, Assert.Single(await MessagesAsync(course)).AccountId);
        foreach (var browser in new[] { other, foreign })
        {
            Assert.DoesNotContain("Take the course", (await browser.OpenAsync("/en/desk/todo")).Text);
            Assert.Null((await browser.OpenAsync("/en/my/study")).Html.QuerySelector("#due"));
            await browser.IsRefusedAt(page.Url);
        }

        await (await portal.As(Actor.Secretary(history))).FindsNothingAt(page.Url);
    }

    [Fact]
    public async Task Courses_for_activists_and_candidates_are_published_assigned_and_taken_by_them_alone()
    {
        var (_, physics, _) = await PlantAsync();
        var (activist, candidate, applicant) = (await portal.PlantPersonAsync(physics, "Li", Stage.Activist), await portal.PlantPersonAsync(physics, "Wang", Stage.Candidate), await portal.PlantPersonAsync(physics, "Zhao", Stage.Applicant));
        var (quick, slow, other) = (await portal.As(Actor.Of(activist)), await portal.As(Actor.Of(candidate)), await portal.As(Actor.Of(applicant)));
        var (first, lessons) = await portal.PlantCourseAsync(physics, 1, isPublished: false);
        var (second, _) = await portal.PlantCourseAsync(physics, 1, isPublished: false);
        var secretary = await portal.As(Actor.Secretary(physics));

        Page page = null!;
        foreach (var course in (int[])[first, second])
        {
            await (await secretary.OpenAsync($"/en/desk/courses/{course}")).SubmitAsync(new { }, "#publish");
            var form = await secretary.OpenAsync($"/en/desk/assignments/new?course={course}");
            page = await secretary.FollowAsync(await form.SubmitAsync(new { Stages = new[] { Stage.Activist, Stage.Candidate }, DueOn = "2026-12-20" }));
        }

        Assert.Contains("Activist · Candidate for development", page.Text);
        Assert.Equal(2, (await slow.OpenAsync("/en/my/study")).Html.QuerySelectorAll("#due .list-title").Length);
        Assert.Null((await other.OpenAsync("/en/my/study")).Html.QuerySelector("#due"));
        await (await quick.OpenAsync($"/en/courses/{first}/lessons/{lessons[0]}")).SubmitAsync(new { }, "#done");
        Assert.Contains("You have done this course.", (await quick.OpenAsync($"/en/courses/{first}")).Text);
        Assert.Single((await quick.OpenAsync("/en/my/study")).Html.QuerySelectorAll("#due .list-title"));
        Assert.Equal(2, (await secretary.OpenAsync(page.Url)).Html.QuerySelectorAll("#unfinished li").Length);
    }

    [Fact]
    public async Task What_cannot_be_assigned_is_refused_at_its_field_and_what_was_typed_is_kept()
    {
        var (_, physics, history) = await PlantAsync();
        await portal.PlantPersonAsync(physics, "Li");
        var (course, _) = await portal.PlantCourseAsync(physics, 1);
        var (foreign, _) = await portal.PlantCourseAsync(history, 1);
        var (draft, _) = await portal.PlantCourseAsync(physics, 1, isPublished: false);
        var secretary = await portal.As(Actor.Secretary(physics));
        var form = await secretary.OpenAsync($"/en/desk/assignments/new?course={course}");
        var soon = portal.Today.AddDays(10).ToString("yyyy-MM-dd");

        (await form.SubmitAsync(new { CourseId = "", DueOn = soon })).IsRefusedWith("Fill in: Course.");
        var past = await form.SubmitAsync(new { DueOn = portal.Today.AddDays(-1).ToString("yyyy-MM-dd") });
        past.IsRefusedWith("The last day must not lie in the past.");
        Assert.Contains("past", past.Html.QuerySelector("#DueOn-error")!.TextContent);
        Assert.Equal("2026-11-23", past.Html.QuerySelector("#DueOn")!.GetAttribute("value"));
        Assert.Equal($"{course}", past.Html.QuerySelector("#CourseId option[selected]")!.GetAttribute("value"));
        var empty = await form.SubmitAsync(new { DueOn = "" });
        empty.IsRefusedWith("Fill in: Last day.");
        Assert.Equal($"{course}", empty.Html.QuerySelector("#CourseId option[selected]")!.GetAttribute("value"));
        (await form.SubmitAsync(new { DueOn = "soon" })).IsRefusedWith("Last day has a form that cannot be read.");
        (await form.SubmitAsync(new { DueOn = "2036-01-01" })).IsRefusedWith("The last day must lie within two years.");
        (await form.SubmitAsync(new { DueOn = soon, CourseId = foreign })).IsRefusedWith("Choose a course of the list.");
        (await form.SubmitAsync(new { DueOn = soon, CourseId = draft })).IsRefusedWith("Only a published course can be assigned.");
        (await form.SubmitAsync(new { DueOn = soon, BranchId = history.Id })).IsRefusedWith("Choose an organisation of your own.");
        (await form.SubmitAsync(new { DueOn = soon, Stages = Array.Empty<Stage>() })).IsRefusedWith("Choose at least one stage.");
        (await form.SubmitAsync(new { DueOn = soon, Stages = new[] { Stage.Candidate } })).IsRefusedWith("Nobody would be asked. Choose others.");
        Assert.Equal(0, await CountAsync(physics));
    }

    [Fact]
    public async Task Nobody_is_asked_twice_for_a_course_from_above_or_below()
    {
        var (college, physics, _) = await PlantAsync();
        await portal.PlantPersonAsync(physics, "Li");
        var course = await WideCourseAsync(college);
        await portal.PlantAssignmentAsync(course, college, 10, Stage.FullMember);
        var secretary = await portal.As(Actor.Secretary(physics));

        var refused = await (await secretary.OpenAsync($"/en/desk/assignments/new?course={course}")).SubmitAsync(new { DueOn = "2026-12-20" });

        refused.IsRefusedWith("asks some of these people for this course already");
        Assert.Equal(0, await CountAsync(physics));
    }

    [Fact]
    public async Task Twelve_clicks_assign_once()
    {
        var (_, physics, _) = await PlantAsync();
        await portal.PlantPersonAsync(physics, "Li");
        var (course, _) = await portal.PlantCourseAsync(physics, 1);
        var form = await (await portal.As(Actor.Secretary(physics))).OpenAsync($"/en/desk/assignments/new?course={course}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => form.SubmitAsync(new { DueOn = "2026-12-20" })));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal(1, await CountAsync(physics));
    }

    [Fact]
    public async Task Two_offices_that_assign_a_course_in_the_same_moment_do_not_both_ask_the_same_people()
    {
        var (college, physics, _) = await PlantAsync();
        await portal.PlantPersonAsync(physics, "Li");
        var (above, below) = (await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.Secretary(physics)));
        for (var round = 0; round < 5; round++)
        {
            var course = await WideCourseAsync(college);
            var forms = new[] { await above.OpenAsync($"/en/desk/assignments/new?course={course}"), await below.OpenAsync($"/en/desk/assignments/new?course={course}") };

            var answers = await Task.WhenAll(forms.Select(form => Task.Run(() => form.SubmitAsync(new { DueOn = "2026-12-20" }))));

            Assert.Single(answers, answer => answer.Status is HttpStatusCode.Redirect);
            Assert.Single(answers, answer => answer.Status is HttpStatusCode.UnprocessableEntity);
            Assert.Equal(1, await portal.InDbAsync(db => db.CourseAssignments.CountAsync(a => a.CourseId == course)));
        }
    }

    [Fact]
    public async Task Those_who_have_not_finished_are_reminded_at_most_once_a_day_and_once_before_the_last_day()
    {
        var (_, physics, _) = await PlantAsync();
        var (course, lessons) = await portal.PlantCourseAsync(physics, 1);
        var (li, wang) = (await portal.PlantPersonAsync(physics, "Li"), await portal.PlantPersonAsync(physics, "Wang"));
        var (slow, quick) = (await portal.As(Actor.Of(li)), await portal.As(Actor.Of(wang)));
        var id = await portal.PlantAssignmentAsync(course, physics, 10);
        await RunAsync<DeliverMessages>();
        await (await quick.OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}")).SubmitAsync(new { }, "#done");
        Assert.DoesNotContain("Take the course", (await quick.OpenAsync("/en/desk/todo")).Text);
        var page = await (await portal.As(Actor.Secretary(physics))).OpenAsync($"/en/desk/assignments/{id}");

        await page.SubmitAsync(new { }, "#remind");
        Assert.NotEqual(HttpStatusCode.Redirect, (await page.SubmitAsync(new { }, "#remind")).Status);
        await RunAsync<DeliverMessages>();
        Assert.Equal(slow.AccountId, Assert.Single(await RemindersAsync(course)).AccountId);

        await RunAsync<RemindOfCourses>();
        await RunAsync<DeliverMessages>();
        Assert.Single(await RemindersAsync(course));
        await AtAsync(7, async () =>
        {
            await RunAsync<RemindOfCourses>();
            await RunAsync<RemindOfCourses>();
            await RunAsync<DeliverMessages>();
            Assert.Equal(2, (await RemindersAsync(course)).Count(m => m.AccountId == slow.AccountId));
            Assert.Equal(2, (await RemindersAsync(course)).Count);
        });
        Assert.Contains("Courses that I am asked to take", (await slow.OpenAsync("/en/messages/choices")).Text);
    }

    [Fact]
    public async Task Of_a_long_list_a_course_is_typed_and_what_is_none_of_them_is_refused_at_its_field()
    {
        var (_, physics, _) = await PlantAsync();
        await portal.PlantPersonAsync(physics, "Li");
        List<int> courses = [];
        for (var at = 0; at <= 30; at++) courses.Add((await portal.PlantCourseAsync(physics, 1)).Course);
        var secretary = await portal.As(Actor.Secretary(physics));
        var page = await secretary.OpenAsync("/en/desk/assignments/new");
        var last = page.Html.QuerySelectorAll("#CourseId-list option").Select(option => option.GetAttribute("value")!).Single(value => value.EndsWith($" · {courses[0]}", StringComparison.Ordinal));

        var refused = await page.SubmitAsync(new { CourseId = "Nothing", DueOn = portal.Today.AddDays(5) });
        Assert.Contains("Choose one of the list", refused.Html.QuerySelector("#CourseId-error")!.TextContent);
        Assert.Equal("Nothing", refused.Html.QuerySelector("#CourseId")!.GetAttribute("value"));
        refused = await page.SubmitAsync(new { CourseId = last, DueOn = portal.Today.AddDays(-5) });
        Assert.Equal(last, refused.Html.QuerySelector("#CourseId")!.GetAttribute("value"));
        await secretary.FollowAsync(await page.SubmitAsync(new { CourseId = last, DueOn = portal.Today.AddDays(5) }));

        Assert.Equal(1, await portal.InDbAsync(db => db.CourseAssignments.CountAsync(a => a.CourseId == courses[0])));
    }

    [Fact]
    public async Task A_day_that_is_past_warns_and_what_is_ended_or_withdrawn_is_asked_of_nobody()
    {
        var (_, physics, _) = await PlantAsync();
        var (course, lessons) = await portal.PlantCourseAsync(physics, 1);
        var learner = await portal.As(Actor.Of(await portal.PlantPersonAsync(physics, "Li")));
        var id = await portal.PlantAssignmentAsync(course, physics, 0);
        await portal.InDbAsync(db => db.CourseAssignments.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.DueOn, portal.Today.AddDays(-1))));
        var secretary = await portal.As(Actor.Secretary(physics));

        Assert.Contains("That day is past", (await learner.OpenAsync($"/en/courses/{course}")).Text);
        Assert.NotNull((await learner.OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}")).Html.QuerySelector("#done"));
        Assert.Contains("Overdue", (await learner.OpenAsync("/en/my/study")).Html.QuerySelector("#due")!.TextContent);
        Assert.Contains("The last day is past", (await secretary.OpenAsync("/en/desk/assignments")).Text);

        await (await secretary.OpenAsync($"/en/desk/assignments/{id}/end")).SubmitAsync(new { });
        await secretary.FindsNothingAt($"/en/desk/assignments/{id}/end");
        Assert.DoesNotContain("Take the course", (await learner.OpenAsync("/en/desk/todo")).Text);
        Assert.DoesNotContain("asks you to take", (await learner.OpenAsync($"/en/courses/{course}")).Text);
        Assert.Null((await secretary.OpenAsync($"/en/desk/assignments/{id}")).Html.QuerySelector("#remind, [href$='/end']"));
        Assert.Equal(2, await portal.InDbAsync(db => db.Audit.CountAsync(a => a.Subject == $"CourseAssignment {id}")));
    }

    [Fact]
    public async Task Before_a_course_is_withdrawn_its_author_reads_who_assigns_it_and_each_office_is_told_once()
    {
        var (college, physics, history) = await PlantAsync();
        await portal.PlantPersonAsync(physics, "Li");
        var course = await WideCourseAsync(college);
        var (first, second) = (await portal.PlantAssignmentAsync(course, physics, 10), await portal.PlantAssignmentAsync(course, history, 20));
        var (author, office, other) = (await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.Secretary(physics)), await portal.As(Actor.In(Role.DeputySecretary, history)));
        var (learner, bystander) = (await portal.As(Actor.Of(await portal.PlantPersonAsync(physics, "Wang"))), await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Law", college))));
        await RunAsync<DeliverMessages>();

        var form = await author.OpenAsync($"/en/desk/courses/{course}/withdraw");
        Assert.Contains("Assigned by 2 organisations; the last until 14 December 2026.", form.Html.QuerySelector("#assigned")!.TextContent);
        Assert.Contains("Assigned by 2 organisations", (await form.SubmitAsync(new { Reason = "" })).Html.QuerySelector("#assigned")!.TextContent);
        await form.SubmitAsync(new { Reason = "It is out of date" });
        await RunAsync<DeliverMessages>();
        await RunAsync<DeliverMessages>();

        var told = (await MessagesAsync(course)).FindAll(m => m.Kind is MessageKind.CourseWithdrawn);
        Assert.Equal(new[] { office.AccountId, other.AccountId }.Order(), told.Select(m => m.AccountId).Order());
        Assert.Contains("A course that you assign is withdrawn", (await office.OpenAsync("/en/messages")).Text);
        Assert.Contains("本组织布置的课程已撤下", (await other.OpenAsync("/messages")).Text);
        Assert.Equal(1, (await office.OpenAsync($"/en/desk/assignments?course={course}")).Html.QuerySelectorAll(".list > li").Length);
        foreach (var (browser, id) in new[] { (office, first), (other, second) })
        {
            var page = await browser.OpenAsync($"/en/desk/assignments/{id}");
            Assert.Contains("The course is withdrawn: nobody can open it", page.Html.QuerySelector("#course-trouble")!.TextContent);
            Assert.Null(page.Html.QuerySelector("#remind, #unfinished"));
            Assert.NotNull(page.Html.QuerySelector("a[href$='/end']"));
        }

        Assert.DoesNotContain("Take the course", (await learner.OpenAsync("/en/desk/todo")).Text);
        Assert.DoesNotContain("assign", (await bystander.OpenAsync("/en/messages")).Html.QuerySelector("main .list")?.TextContent ?? "");
        await AtAsync(7, async () =>
        {
            await RunAsync<RemindOfCourses>();
            await RunAsync<DeliverMessages>();
            Assert.Empty(await RemindersAsync(course));
        });
    }

    [Fact]
    public async Task A_course_for_fewer_people_than_were_asked_is_asked_of_those_alone_who_can_open_it()
    {
        var (college, physics, _) = await PlantAsync();
        var course = await WideCourseAsync(college);
        var (member, applicant) = (await portal.PlantPersonAsync(physics, "Li"), await portal.PlantPersonAsync(physics, "Wang", Stage.Applicant));
        var (can, cannot) = (await portal.As(Actor.Of(member)), await portal.As(Actor.Of(applicant)));
        var id = await portal.PlantAssignmentAsync(course, physics, 10);
        var (author, office) = (await portal.As(Actor.OrganisationOffice), await portal.As(Actor.Secretary(physics)));
        await RunAsync<DeliverMessages>();
        Assert.Contains("Take the course", (await cannot.OpenAsync("/en/desk/todo")).Text);
        Assert.Equal(2, (await office.OpenAsync($"/en/desk/assignments/{id}")).Html.QuerySelectorAll("#unfinished li").Length);

        var form = await author.OpenAsync($"/en/desk/courses/{course}/edit");
        Assert.Contains("Assigned by 1 organisations", form.Html.QuerySelector("#assigned")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await form.SubmitAsync(new { Title = "Another title" })).Status);
        await RunAsync<DeliverMessages>();
        Assert.Empty(await NarrowedAsync(course));

        Assert.Equal(HttpStatusCode.Redirect, (await (await author.OpenAsync($"/en/desk/courses/{course}/edit")).SubmitAsync(new { AudienceKind = AudienceKind.Members })).Status);
        await RunAsync<DeliverMessages>();

        Assert.Equal(office.AccountId, Assert.Single(await NarrowedAsync(course)).AccountId);
        var page = await office.OpenAsync($"/en/desk/assignments/{id}");
        Assert.Contains("The course is for fewer people now than those whom you ask.", page.Html.QuerySelector("#course-trouble")!.TextContent);
        Assert.Equal(["Li"], page.Html.QuerySelectorAll("#unfinished .list-title").Select(e => e.TextContent));
        Assert.DoesNotContain("Take the course", (await cannot.OpenAsync("/en/desk/todo")).Text);
        Assert.Contains("Take the course", (await can.OpenAsync("/en/desk/todo")).Text);
        await page.SubmitAsync(new { }, "#remind");
        await RunAsync<DeliverMessages>();
        Assert.Equal(can.AccountId, Assert.Single(await RemindersAsync(course)).AccountId);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_a_course_that_none_of_those_asked_can_open()
    {
        var (college, physics, _) = await PlantAsync();
        var course = await WideCourseAsync(college);
        await portal.PlantPersonAsync(physics, "Wang", Stage.Applicant);
        var id = await portal.PlantAssignmentAsync(course, physics, 10);
        var (author, office) = (await portal.As(Actor.OrganisationOffice), await portal.As(Actor.Secretary(physics)));
        var before = await office.OpenAsync($"/en/desk/assignments/{id}");
        await (await author.OpenAsync($"/en/desk/courses/{course}/edit")).SubmitAsync(new { AudienceKind = AudienceKind.Members });

        Assert.Contains("Nobody whom it asks can open this course at the moment.", await QuizLessonTests.PressAsync(office, before, "#remind"));
        var page = await office.OpenAsync($"/en/desk/assignments/{id}");
        Assert.DoesNotContain("Everybody has finished.", page.Text);
    }

    [Fact]
    public async Task What_nobody_ends_ends_by_itself()
    {
        var (_, physics, _) = await PlantAsync();
        var (course, _) = await portal.PlantCourseAsync(physics, 1);
        var id = await portal.PlantAssignmentAsync(course, physics, 1);

        await AtAsync(100, () => RunAsync<RemindOfCourses>());

        Assert.NotNull(await portal.InDbAsync(db => db.CourseAssignments.Where(a => a.Id == id).Select(a => a.EndedOn).SingleAsync()));
    }

    private async Task<(Branch College, Branch Physics, Branch History)> PlantAsync()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        return (college, await portal.PlantBranchAsync("Physics", college), await portal.PlantBranchAsync("History", college));
    }

    /// <summary>A course for everyone signed in, of one article.</summary>
    private async Task<int> WideCourseAsync(Branch branch)
    {
        var material = await portal.PlantMaterialAsync(branch, AudienceKind.Campus);
        return await portal.InDbAsync(async db =>
        {
            var course = new Course(branch.Id, new CourseContent(Portal.Unique("Course"), StudyCategory.Rules, AudienceKind.Campus) { Outline = "All", Responsible = "The office" }, Viewer.System, portal.Clock.UtcNow());
            db.Add(course);
            await db.Branches.SingleAsync(b => b.Id == branch.Id);
            course.Add(await db.StudyMaterials.SingleAsync(m => m.Id == material), Viewer.System);
            course.Publish(Viewer.System, portal.Clock.UtcNow());
            await db.SaveChangesAsync();
            return course.Id;
        });
    }

    private Task<List<InSiteMessage>> MessagesAsync(int course) => portal.InDbAsync(db => db.Messages.Where(m => m.CourseId == course).ToListAsync());

    private async Task<List<InSiteMessage>> NarrowedAsync(int course) => (await MessagesAsync(course)).FindAll(m => m.Kind is MessageKind.CourseNarrowed);

    private async Task<List<InSiteMessage>> RemindersAsync(int course) => (await MessagesAsync(course)).FindAll(m => m.Kind is MessageKind.CourseAssignedAgain);

    private Task<int> CountAsync(Branch branch) => portal.InDbAsync(db => db.CourseAssignments.CountAsync(a => a.BranchId == branch.Id));

    /// <summary>The jobs on a later day; the pages stay where they are.</summary>
    private async Task AtAsync(int days, Func<Task> act)
    {
        _days = days;
        await act();
        _days = 0;
    }

    private int _days;

    private Task RunAsync<T>() where T : IPortalJob => portal.InDbAsync(db => portal.Services.GetServices<IPortalJob>().OfType<T>().Single().RunAsync(db, portal.Clock.UtcNow().AddDays(_days)));
}
