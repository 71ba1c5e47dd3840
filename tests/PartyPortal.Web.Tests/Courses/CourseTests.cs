using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Study;

namespace PartyPortal.Web.Tests.Courses;

public sealed class CourseTests(Portal portal)
{
    [Fact]
    public async Task A_secretary_makes_a_course_of_materials_puts_them_in_order_and_publishes_it()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (first, second) = (await portal.PlantMaterialAsync(branch, AudienceKind.Branch), await portal.PlantMaterialAsync(branch, AudienceKind.Branch));
        var secretary = await portal.As(Actor.Secretary(branch));
        var made = await (await secretary.OpenAsync("/en/desk/courses/new")).SubmitAsync(new { Title = "First steps", Category = StudyCategory.Digital, AudienceKind = AudienceKind.Branch, Outline = "All of it", Responsible = "The branch office" });
        var id = int.Parse(made.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

        await (await secretary.OpenAsync($"/en/desk/courses/{id}/lessons")).SubmitAsync(new { materials = new[] { first, second } }, "#choose");
        Assert.Equal([first, second], await LessonsAsync(id));

        var last = await portal.InDbAsync(db => db.Lessons.Where(l => l.CourseId == id && l.MaterialId == second).Select(l => l.Id).SingleAsync());
        await (await secretary.OpenAsync($"/en/desk/courses/{id}")).SubmitAsync(new { }, $"form[action*='/{last}/move?to=1']");
        Assert.Equal([second, first], await LessonsAsync(id));

        await (await secretary.OpenAsync($"/en/desk/courses/{id}")).SubmitAsync(new { }, "#publish");
        Assert.Contains("First steps", (await (await portal.As(Actor.Member(branch))).OpenAsync("/en/courses")).Text);

        await (await secretary.OpenAsync($"/en/desk/courses/{id}")).SubmitAsync(new { }, $"form[action$='/{last}/remove']");
        Assert.Equal([first], await LessonsAsync(id));
    }

    [Fact]
    public async Task Materials_are_added_together_the_search_stays_and_the_workshop_leads_to_the_own_desk_alone()
    {
        var (physics, history) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"));
        var words = Portal.Unique("Shelf");
        var draft = await portal.PlantMaterialAsync(physics, AudienceKind.Branch, StudyState.Draft, content: c => c with { Title = words + " draft" });
        var foreign = await portal.PlantMaterialAsync(history, AudienceKind.Internet, content: c => c with { Title = words + " foreign" });
        var (course, _) = await portal.PlantCourseAsync(physics, 0, isPublished: false);
        var secretary = await portal.As(Actor.Secretary(physics));
        var page = await secretary.OpenAsync($"/en/desk/courses/{course}/lessons?words={words}");

        Assert.Contains("Tick at least one material.", (await secretary.FollowAsync(await RefusedAsync(page))).Text);
        var back = await secretary.FollowAsync(await page.SubmitAsync(new { materials = new[] { foreign, draft } }, "#choose"));

        Assert.Equal(words, back.Html.QuerySelector("[name=Words]")!.GetAttribute("value"));
        Assert.Equal(2, back.Html.QuerySelectorAll(".tag-good").Length);
        Assert.Equal([foreign, draft], await LessonsAsync(course));
        var shop = await secretary.OpenAsync($"/en/desk/courses/{course}");
        Assert.Equal([$"/en/desk/study/{draft}"], shop.Html.QuerySelectorAll(".lessons a.list-title").Select(link => link.GetAttribute("href")));
        await secretary.OpenAsync($"/en/desk/study/{draft}");
        await page.SubmitAsync(new { materials = await portal.PlantMaterialAsync(history, AudienceKind.Branch) }, "#choose");
        Assert.Equal([foreign, draft], await LessonsAsync(course));

        async Task<Answer> RefusedAsync(Page from)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/en/desk/courses/{course}/lessons") { Content = Form(from) };
            request.Headers.Referrer = new Uri("http://localhost" + from.Url);
            return await Answer.OfAsync(await secretary.Http.SendAsync(request));
        }
    }

    [Fact]
    public async Task A_learner_goes_from_lesson_to_lesson_and_the_last_one_completes_the_course()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (course, lessons) = await portal.PlantCourseAsync(branch, 3);
        var learner = await portal.As(Actor.Member(branch));

        var at = $"/en/courses/{course}/lessons/{lessons[0]}";
        foreach (var next in lessons.Skip(1))
        {
            at = (await (await learner.OpenAsync(at)).SubmitAsync(new { Takeaway = "Remembered" }, "#done")).Location!;
            Assert.EndsWith($"/lessons/{next}", at);
        }

        Assert.Contains("2 of 3 lessons done", (await learner.OpenAsync("/en/my/study")).Text);
        var end = await learner.FollowAsync(await (await learner.OpenAsync(at)).SubmitAsync(new { }, "#done"));

        Assert.Contains("You have done this course.", end.Text);
        Assert.Equal(1, await portal.InDbAsync(db => db.CourseCompletions.CountAsync(c => c.CourseId == course && c.On == portal.Today)));
        Assert.Contains("Remembered", (await learner.OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}")).Text);
        Assert.DoesNotContain("Remembered", (await (await portal.As(Actor.Secretary(branch))).OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}")).Text);
    }

    [Fact]
    public async Task A_lesson_that_is_not_open_yet_cannot_be_marked()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (course, lessons) = await portal.PlantCourseAsync(branch, 2, c => c with { IsInOrder = true });
        var learner = await portal.As(Actor.Member(branch));
        var open = await learner.OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}");

        Assert.Contains("This lesson opens when the lessons before it are done.", (await learner.OpenAsync($"/en/courses/{course}/lessons/{lessons[1]}")).Text);
        (await learner.PostAsync($"/en/courses/{course}/lessons/{lessons[1]}/done", Form(open))).IsRefusedWith("This lesson opens when the lessons before it are done.");
        (await open.SubmitAsync(new { Takeaway = new string('x', 201) }, "#done")).IsRefusedWith("at most 200 characters");
        Assert.Equal(0, await portal.InDbAsync(db => db.StudyProgress.CountAsync(p => p.AccountId == learner.AccountId)));

        await open.SubmitAsync(new { }, "#done");
        Assert.Equal(HttpStatusCode.Redirect, (await learner.PostAsync($"/en/courses/{course}/lessons/{lessons[1]}/done", Form(open))).Status);
    }

    [Fact]
    public async Task Two_courses_never_come_to_wait_for_each_other_also_when_both_are_saved_in_the_same_moment()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var secretaries = new[] { await portal.As(Actor.Secretary(branch)), await portal.As(Actor.In(Role.DeputySecretary, branch)) };
        for (var round = 0; round < 5; round++)
        {
            var courses = new[] { (await portal.PlantCourseAsync(branch, 1)).Course, (await portal.PlantCourseAsync(branch, 1)).Course };
            var forms = new[] { await secretaries[0].OpenAsync($"/en/desk/courses/{courses[0]}/needs"), await secretaries[1].OpenAsync($"/en/desk/courses/{courses[1]}/needs") };

            var answers = await Task.WhenAll(Task.Run(() => forms[0].SubmitAsync(new { Needs = courses[1] })), Task.Run(() => forms[1].SubmitAsync(new { Needs = courses[0] })));

            Assert.Single(answers, answer => answer.Status is HttpStatusCode.Redirect);
            Assert.Single(answers, answer => answer.Status is HttpStatusCode.UnprocessableEntity);
            Assert.Equal(1, await portal.InDbAsync(db => db.CourseNeeds.CountAsync(n => courses.Contains(n.CourseId))));
        }
    }

    [Fact]
    public async Task A_course_waits_for_the_one_before_it_and_a_loop_is_named()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var ((first, lessons), (second, itsLessons)) = (await portal.PlantCourseAsync(branch, 1, c => c with { Title = Portal.Unique("First") }), await portal.PlantCourseAsync(branch, 1, c => c with { Title = Portal.Unique("Second") }));
        var (secretary, learner) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.Member(branch)));
        await (await secretary.OpenAsync($"/en/desk/courses/{second}/needs")).SubmitAsync(new { Needs = first });

        var refused = await (await secretary.OpenAsync($"/en/desk/courses/{first}/needs")).SubmitAsync(new { Needs = second });
        var (nameOfFirst, nameOfSecond) = await portal.InDbAsync(async db => ((await db.Courses.SingleAsync(c => c.Id == first)).Title, (await db.Courses.SingleAsync(c => c.Id == second)).Title));
        refused.IsRefusedWith($"These courses would wait for each other: {nameOfFirst} → {nameOfSecond} → {nameOfFirst}.");

        var open = await learner.OpenAsync($"/en/courses/{first}/lessons/{lessons[0]}");
        (await learner.PostAsync($"/en/courses/{second}/lessons/{itsLessons[0]}/done", Form(open))).IsRefusedWith("Another course comes before this one. Finish it first.");
        await open.SubmitAsync(new { }, "#done");
        Assert.Contains("You have done this course.", (await learner.FollowAsync(await learner.PostAsync($"/en/courses/{second}/lessons/{itsLessons[0]}/done", Form(open)))).Text);
    }

    [Fact]
    public async Task Bad_courses_are_refused_at_the_field_and_nothing_is_written()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(branch));
        var page = await secretary.OpenAsync("/en/desk/courses/new");

        var empty = await page.SubmitAsync(new { Title = "", Category = StudyCategory.Rules, Outline = "Kept outline" });
        empty.IsRefusedWith("Fill in: Title.");
        Assert.Contains("Kept outline", empty.Body);
        (await page.SubmitAsync(new { Title = "a", Category = StudyCategory.Rules, AudienceKind = AudienceKind.Campus })).IsRefusedWith("Only the organisation office");
        Assert.Equal(0, await portal.InDbAsync(db => db.Courses.CountAsync(c => c.BranchId == branch.Id)));

        var (course, _) = await portal.PlantCourseAsync(branch, 0, isPublished: false);
        var refused = await (await secretary.OpenAsync($"/en/desk/courses/{course}")).SubmitAsync(new { }, "#publish");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(StudyState.Draft, await portal.InDbAsync(db => db.Courses.Where(c => c.Id == course).Select(c => c.State).SingleAsync()));
    }

    [Fact]
    public async Task A_lesson_whose_material_is_withdrawn_holds_nobody_up()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (course, lessons) = await portal.PlantCourseAsync(branch, 2);
        await portal.InDbAsync(async db =>
        {
            (await db.Lessons.Include(l => l.Material).SingleAsync(l => l.Id == lessons[0])).Material!.Withdraw("Old");
            return await db.SaveChangesAsync();
        });
        var learner = await portal.As(Actor.Member(branch));

        await learner.FindsNothingAt($"/en/courses/{course}/lessons/{lessons[0]}");
        var end = await learner.FollowAsync(await (await learner.OpenAsync($"/en/courses/{course}/lessons/{lessons[1]}")).SubmitAsync(new { }, "#done"));

        Assert.Contains("You have done this course.", end.Text);
    }

    [Fact]
    public async Task Who_has_done_all_lessons_elsewhere_finishes_the_course_and_many_clicks_are_one()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (course, lessons) = await portal.PlantCourseAsync(branch, 1);
        var learner = await portal.As(Actor.Member(branch));
        var material = await portal.InDbAsync(db => db.Lessons.Where(l => l.Id == lessons[0]).Select(l => l.MaterialId).SingleAsync());
        await (await learner.OpenAsync($"/study/{material}")).SubmitAsync(new { }, "#done");
        var page = await learner.OpenAsync($"/en/courses/{course}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => page.SubmitAsync(new { }, "#complete")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal(1, await portal.InDbAsync(db => db.CourseCompletions.CountAsync(c => c.CourseId == course)));
    }

    [Fact]
    public async Task A_certificate_is_printed_by_its_holder_and_checked_by_anybody_without_a_name()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (course, lessons) = await portal.PlantCourseAsync(branch, 1);
        var (learner, stranger) = (await portal.As(Actor.Member(branch)), await portal.As(Actor.Public));
        await learner.FindsNothingAt($"/en/my/certificates/{course}");
        await (await learner.OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}")).SubmitAsync(new { }, "#done");
        var done = await portal.InDbAsync(db => db.CourseCompletions.Where(c => c.CourseId == course).Select(c => new { c.Code, c.Title, Holder = db.Users.Single(a => a.Id == c.AccountId).DisplayName }).SingleAsync());
        var (code, title, holder) = (done.Code, done.Title, done.Holder);

        var paper = await learner.OpenAsync($"/en/my/certificates/{course}");
        Assert.Contains(holder, paper.Text);
        Assert.Contains(PlainCode.InGroups(code), paper.Text);
        await (await portal.As(Actor.Secretary(branch))).FindsNothingAt($"/en/my/certificates/{course}");

        var page = await stranger.FollowAsync(await (await stranger.OpenAsync("/en/certificates")).SubmitAsync(new { Code = PlainCode.InGroups(code).ToLowerInvariant() }));
        Assert.Contains(title, page.Text);
        Assert.DoesNotContain(holder, page.Text);
        Assert.Contains("The name is that of its holder.", (await page.SubmitAsync(new { Name = $" {holder} " }, "#holder")).Body);
        await portal.InDbAsync(async db =>
        {
            (await db.Courses.SingleAsync(c => c.Id == course)).Withdraw("Old");
            return await db.SaveChangesAsync();
        });
        Assert.Contains(title, (await learner.OpenAsync($"/en/my/certificates/{course}")).Text);
        Assert.Contains("The name is not that of its holder.", (await page.SubmitAsync(new { Name = "Somebody" }, "#holder")).Body);
    }

    [Fact]
    public async Task An_unknown_code_is_said_to_be_unknown_and_nothing_else()
    {
        var stranger = await portal.As(Actor.Public);

        var answer = await (await stranger.OpenAsync("/en/certificates")).SubmitAsync(new { Code = "0000-0000-0000-0000" });
        var unknown = await stranger.GetAsync(answer.Location!);

        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Contains("This code is unknown.", unknown.Body);
        (await (await stranger.OpenAsync("/en/certificates")).SubmitAsync(new { Code = "" })).IsRefusedWith("Fill in: Code on the certificate.");
    }

    private Task<List<int?>> LessonsAsync(int course) => portal.InDbAsync(db => db.Lessons.Where(l => l.CourseId == course).OrderBy(l => l.Place).Select(l => l.MaterialId).ToListAsync());

    private static FormUrlEncodedContent Form(Page page) => new([new("__RequestVerificationToken", page.Token())]);
}
