using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Tests.Classes;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Quizzes;

namespace PartyPortal.Web.Tests.Study;

/// <summary>One page for what a learner is asked for, has begun, has not met yet and has done.</summary>
public sealed class MyStudyTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task What_is_due_of_every_kind_stands_in_one_list_by_day_and_another_sees_what_is_asked_of_them_alone()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var (li, wang) = (await portal.PlantPersonAsync(physics, Portal.Unique("Li Hua")), await portal.PlantPersonAsync(physics, Portal.Unique("Wang Fang")));
        var (learner, other) = (await portal.As(Actor.Of(li)), await portal.As(Actor.Of(wang)));
        var question = await portal.PlantQuestionAsync(physics);
        await portal.PlantQuizAsync(physics, c => c with { Title = "The quiz", DueOn = portal.Today.AddDays(5) }, question);
        var (course, _) = await portal.PlantCourseAsync(physics, 1, c => c with { Title = "The course" });
        await portal.PlantAssignmentAsync(course, physics);
        await PlantMakeUpAsync(physics, li);
        var (held, _) = await portal.PlantClassAsync(physics, days: [2], content: c => c with { Title = "The class" });
        await (await learner.OpenAsync($"/en/classes/{held}")).SubmitAsync(new { }, "#sign-up");
        var circle = await PlantCircleAsync(physics, li);
        await portal.InDbAsync(async db =>
        {
            db.Add(new Mistake(learner.AccountId!, question, portal.Today.AddDays(-1)));
            return await db.SaveChangesAsync();
        });

        var page = await learner.OpenAsync("/en/my/study");

        Assert.Equal(
            ["Class: The class, 09:00 at Room 1", "Make-up study: The missed part", "Pass the quiz: The quiz", "Read this week: The shared text", "Take the course: The course", "Review your mistakes"],
            page.Html.QuerySelectorAll("#due .list-title").Select(title => title.TextContent));
        Assert.Contains("You read along in “Evenings”", page.Text);
        var reading = page.Html.QuerySelectorAll("#due a").Single(a => a.TextContent.StartsWith("Read this week", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.StartsWith($"/en/circles/{circle}#week-", (await learner.FollowAsync(await learner.GetAsync(reading))).Url, StringComparison.Ordinal);
        Assert.Equal(["Pass the quiz: The quiz", "Take the course: The course"], (await other.OpenAsync("/en/my/study")).Html.QuerySelectorAll("#due .list-title").Select(title => title.TextContent));
        Assert.Contains("本周共读：The shared text", (await learner.OpenAsync("/my/study")).Text);
    }

    [Fact]
    public async Task A_reading_of_a_circle_is_due_until_it_is_done_or_its_week_is_over()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var li = await portal.PlantPersonAsync(physics, Portal.Unique("Li Hua"));
        var learner = await portal.As(Actor.Of(li));
        await PlantCircleAsync(physics, li);
        await PlantCircleAsync(physics, li, "Last week's", -7);
        await PlantCircleAsync(physics, li, "Next week's", 1);

        Assert.Equal(["Read this week: The shared text"], (await learner.OpenAsync("/en/my/study")).Html.QuerySelectorAll("#due .list-title").Select(title => title.TextContent));

        var material = await portal.InDbAsync(db => db.CircleWeeks.Where(w => w.BranchId == physics.Id && w.Material.Title == "The shared text").Select(w => w.MaterialId).SingleAsync());
        await (await learner.OpenAsync($"/en/study/{material}")).SubmitAsync(new { }, "#done");

        Assert.Null((await learner.OpenAsync("/en/my/study")).Html.QuerySelector("#due"));
    }

    [Fact]
    public async Task The_work_of_an_office_is_not_study()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        await portal.PlantWordsAsync(physics, "Because");
        var secretary = await portal.As(Actor.Secretary(physics));

        Assert.Contains("Short answers to mark", (await secretary.OpenAsync("/en/desk/todo")).Text);
        Assert.Null((await secretary.OpenAsync("/en/my/study")).Html.QuerySelector("#due"));
    }

    [Fact]
    public async Task Where_a_learner_stopped_an_attempt_is_opened_again()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var quiz = await portal.PlantQuizAsync(physics, c => c with { Title = "Half of it" }, await portal.PlantQuestionAsync(physics));
        var learner = await portal.As(Actor.Member(physics));
        var attempt = await QuizTests.BeginAsync(learner, $"{quiz}");

        var link = (await learner.OpenAsync("/en/my/study")).Html.QuerySelector("#under-way .list-title")!;

        Assert.Equal(("Half of it", attempt.Url), (link.TextContent, link.GetAttribute("href")));
        await QuizTests.HandInAsync(learner, attempt, "2");
        Assert.Null((await learner.OpenAsync("/en/my/study")).Html.QuerySelector("#under-way"));
        Assert.Null((await (await portal.As(Actor.Member(physics))).OpenAsync("/en/my/study")).Html.QuerySelector("#under-way"));
    }

    [Fact]
    public async Task New_are_the_five_newest_of_a_month_that_the_learner_may_open_and_has_not_begun()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var learner = await portal.As(Actor.Member(physics));
        var (done, older) = (await MaterialAsync(physics, "Done already"), await MaterialAsync(physics, "Too old"));
        await portal.PlantMaterialAsync(await portal.PlantBranchAsync("History"), AudienceKind.Branch, content: c => c with { Title = "For others" });
        await portal.PlantMaterialAsync(physics, AudienceKind.Branch, StudyState.Draft, content: c => c with { Title = "A draft" });
        await (await learner.OpenAsync($"/en/study/{done}")).SubmitAsync(new { }, "#done");
        await MovedBackAsync(older, 31);
        foreach (var day in (int[])[5, 4, 3, 2, 1]) await MovedBackAsync(await MaterialAsync(physics, $"{day} days ago"), day);

        var titles = (await learner.OpenAsync("/en/my/study")).Html.QuerySelectorAll("#new .list-title").Select(title => title.TextContent).ToList();

        Assert.Equal(["1 days ago", "2 days ago", "3 days ago", "4 days ago", "5 days ago"], titles);
    }

    [Fact]
    public async Task A_new_course_is_offered_until_it_is_begun_or_asked_for()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var learner = await portal.As(Actor.Member(physics));
        var (begun, lessons) = await portal.PlantCourseAsync(physics, 2, c => c with { Title = "Begun" });
        var (asked, _) = await portal.PlantCourseAsync(physics, 1, c => c with { Title = "Asked for" });

        Assert.Equal(["Asked for", "Begun"], (await NewAsync(learner)).Order());
        await (await learner.OpenAsync($"/en/courses/{begun}/lessons/{lessons[0]}")).SubmitAsync(new { }, "#done");
        await portal.PlantAssignmentAsync(asked, physics);

        Assert.Empty(await NewAsync(learner));
    }

    [Fact]
    public async Task Certificates_of_classes_stand_beside_those_of_courses()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var learner = await portal.As(Actor.Member(physics));
        var (course, lessons) = await portal.PlantCourseAsync(physics, 1);
        await (await learner.OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}")).SubmitAsync(new { }, "#done");
        var (held, _) = await portal.PlantClassAsync(physics);
        await portal.InDbAsync(async db =>
        {
            db.Add(new ClassCertificate(await db.TrainingClasses.SingleAsync(c => c.Id == held), learner.AccountId!, portal.Today));
            return await db.SaveChangesAsync();
        });

        var links = (await learner.OpenAsync("/en/my/study")).Html.QuerySelectorAll("#certificates a").Select(a => a.GetAttribute("href")).ToHashSet();

        Assert.Equal(["/en/certificates", $"/en/my/certificates/{course}", $"/en/my/class-certificates/{held}"], links);
        foreach (var link in links) await learner.OpenAsync(link!);
    }

    [Fact]
    public async Task An_empty_page_offers_courses_and_materials_and_the_menu_leads_to_all_of_learning()
    {
        var page = await (await portal.As(Actor.Member(await portal.PlantBranchAsync("Physics")))).OpenAsync("/en/my/study");

        Assert.Equal(["/en/courses", "/en/study"], page.Html.QuerySelectorAll(".empty a").Select(a => a.GetAttribute("href")!).Order());
        var menu = page.Html.QuerySelectorAll("nav a").Select(a => a.GetAttribute("href")).ToHashSet();
        Assert.Superset((HashSet<string?>)["/en/my/study", "/en/courses", "/en/my/review", "/en/my/notes"], menu);
        Assert.NotNull(page.Html.QuerySelector("footer a[href$='/certificates']"));
        Assert.NotNull((await (await portal.As(Actor.Public)).OpenAsync("/sitemap")).Html.QuerySelector("main a[href$='/certificates']"));
    }

    private Task<int> MaterialAsync(Branch branch, string title) => portal.PlantMaterialAsync(branch, AudienceKind.Branch, content: c => c with { Title = title });

    private Task<int> MovedBackAsync(int material, int days)
    {
        var at = portal.Clock.GetUtcNow().UtcDateTime.AddDays(-days);
        return portal.InDbAsync(db => db.StudyMaterials.Where(m => m.Id == material).ExecuteUpdateAsync(set => set.SetProperty(m => m.PublishedAt, at)));
    }

    private static async Task<HashSet<string>> NewAsync(Browser learner) => [.. (await learner.OpenAsync("/en/my/study")).Html.QuerySelectorAll("#new .list-title").Select(title => title.TextContent)];

    private async Task PlantMakeUpAsync(Branch branch, Person person)
    {
        var material = await MaterialAsync(branch, "The missed part");
        await portal.InDbAsync(async db =>
        {
            var missed = new HourEvent(branch.Id, new(HourSource.Meeting, "The meeting", portal.Today.AddDays(-1), 2), new HourClock(portal.Today, 31));
            db.Add(missed);
            await db.SaveChangesAsync();
            db.AddRange(missed.MakeUp([await db.People.Include(p => p.Branch).SingleAsync(p => p.Id == person.Id)], await db.StudyMaterials.SingleAsync(m => m.Id == material), portal.Today.AddDays(3), portal.Today));
            return await db.SaveChangesAsync();
        });
    }

    private async Task<int> PlantCircleAsync(Branch branch, Person person, string title = "The shared text", int inDays = 0)
    {
        var material = await MaterialAsync(branch, title);
        return await portal.InDbAsync(async db =>
        {
            var circle = new ReadingCircle(branch.Id, "Evenings", null);
            circle.Admit([await db.People.Include(p => p.Branch).SingleAsync(p => p.Id == person.Id)]);
            circle.Add(await db.StudyMaterials.SingleAsync(m => m.Id == material), portal.Today.AddDays(inDays), null);
            db.Add(circle);
            await db.SaveChangesAsync();
            return circle.Id;
        });
    }
}
