using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Study;

namespace PartyPortal.Web.Tests.Courses;

/// <summary>What an office learns of those whom it asks to take a course: figures of many, names of those to be helped, and no more.</summary>
public sealed class AssignmentProgressTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private const string TooFew = "Too few people to show";

    [Fact]
    public async Task Figures_say_how_many_are_asked_and_have_finished_and_not_who_has_begun()
    {
        var (college, physics, history) = await PlantAsync(6, 7);
        var (course, lessons) = await CourseAsync(college);
        var id = await portal.PlantAssignmentAsync(course, college);
        var done = await LearnersAsync(physics, 2);
        foreach (var learner in done) await (await learner.OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}")).SubmitAsync(new { }, "#done");
        await (await done[0].OpenAsync($"/en/courses/{course}/lessons/{lessons[1]}")).SubmitAsync(new { }, "#done");

        var page = await (await portal.As(Actor.GeneralBranchSecretary(college))).OpenAsync($"/en/desk/assignments/{id}");

        Assert.Equal(["7", "0"], Row(page, history.Name));
        Assert.Equal(["8", "1"], Row(page, physics.Name));
        Assert.Equal(["15", "1"], Row(page, "Together"));
        Assert.Equal("1 of 15 have finished", page.Html.QuerySelector(".ring svg")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task A_group_under_five_is_too_few_to_show_through_any_address()
    {
        var (_, physics, _) = await PlantAsync(4, 0);
        var (course, _) = await portal.PlantCourseAsync(physics, 1);
        var id = await portal.PlantAssignmentAsync(course, physics);
        var secretary = await portal.As(Actor.Secretary(physics));

        foreach (var query in new[] { "", "?Stage=FullMember", $"?BranchId={physics.Id}", "?Stages=FullMember&Stages=Applicant", "?after=x", "?min=0&sort=progress&show=all" })
        {
            var page = await secretary.OpenAsync($"/en/desk/assignments/{id}{query}");
            Assert.Equal([TooFew, TooFew], Row(page, "Together"));
            Assert.Null(page.Html.QuerySelector(".ring"));
        }
    }

    [Fact]
    public async Task The_sum_minus_a_part_never_leaves_a_group_under_five()
    {
        var (college, physics, history) = await PlantAsync(9, 3);
        var (course, _) = await CourseAsync(college);
        var id = await portal.PlantAssignmentAsync(course, college);

        var page = await (await portal.As(Actor.GeneralBranchSecretary(college))).OpenAsync($"/en/desk/assignments/{id}");

        Assert.Equal(["12", "0"], Row(page, "Together"));
        Assert.Equal([TooFew, TooFew], Row(page, physics.Name));
        Assert.Equal([TooFew, TooFew], Row(page, history.Name));
    }

    [Fact]
    public async Task A_second_assignment_that_would_leave_a_few_by_stage_or_branch_cannot_be_made()
    {
        var (college, physics, _) = await PlantAsync(9, 8);
        for (var i = 0; i < 3; i++) await portal.PlantPersonAsync(physics, Portal.Unique("Young"), Stage.Applicant);
        var (course, _) = await CourseAsync(college);
        await portal.PlantAssignmentAsync(course, physics);
        var above = await portal.As(Actor.GeneralBranchSecretary(college));
        var form = await above.OpenAsync($"/en/desk/assignments/new?course={course}");

        (await form.SubmitAsync(new { Stages = new[] { Stage.FullMember }, DueOn = "2026-12-20" })).IsRefusedWith("asks some of these people for this course already");
        (await form.SubmitAsync(new { BranchId = physics.Id, Stages = new[] { Stage.FullMember }, DueOn = "2026-12-20" })).IsRefusedWith("asks some of these people for this course already");
        Assert.Equal(1, await portal.InDbAsync(db => db.CourseAssignments.CountAsync(a => a.CourseId == course)));

        // Nor one after the other.
        await portal.InDbAsync(async db =>
        {
            (await db.CourseAssignments.SingleAsync(a => a.CourseId == course)).End(portal.Today);
            await db.SaveChangesAsync();
        });
        (await form.SubmitAsync(new { BranchId = physics.Id, Stages = new[] { Stage.FullMember }, DueOn = "2026-12-20" })).IsRefusedWith("asked some of these people for this course lately");
        await form.SubmitAsync(new { BranchId = physics.Id, Stages = CourseAssignment.AllStages, DueOn = "2026-12-20" });
        Assert.Equal(2, await portal.InDbAsync(db => db.CourseAssignments.CountAsync(a => a.CourseId == course)));
    }

    [Fact]
    public async Task Who_has_not_finished_is_named_to_the_office_that_asks_alone_in_the_order_of_names_and_without_more()
    {
        var (college, physics, history) = await PlantAsync(0, 0);
        var (course, lessons) = await portal.PlantCourseAsync(physics, 2);
        var id = await portal.PlantAssignmentAsync(course, physics);
        var (zhang, an, bai) = (await portal.PlantPersonAsync(physics, "Zhang Q"), await portal.PlantPersonAsync(physics, "An Q"), await portal.PlantPersonAsync(physics, "Bai Q"));
        var (half, whole) = (await portal.As(Actor.Of(zhang)), await portal.As(Actor.Of(bai)));
        await (await half.OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}")).SubmitAsync(new { }, "#done");
        foreach (var lesson in lessons) await (await whole.OpenAsync($"/en/courses/{course}/lessons/{lesson}")).SubmitAsync(new { }, "#done");

        var secretary = await portal.As(Actor.Secretary(physics));
        foreach (var query in new[] { "", "?sort=progress", "?order=desc" })
        {
            var page = await secretary.OpenAsync($"/en/desk/assignments/{id}{query}");
            Assert.Equal(["An Q", "Zhang Q"], page.Html.QuerySelectorAll("#unfinished .list-title").Select(e => e.TextContent));
            Assert.DoesNotContain("Bai Q", page.Text);
            Assert.DoesNotContain("1 of 2", page.Text);
            Assert.Contains("Who sees what", page.Text);
        }

        var above = await (await portal.As(Actor.GeneralBranchSecretary(college))).OpenAsync($"/en/desk/assignments/{id}");
        Assert.Null(above.Html.QuerySelector("#unfinished"));
        Assert.DoesNotContain("An Q", above.Text);
        await half.IsRefusedAt($"/en/desk/assignments/{id}");
        await (await portal.As(Actor.Secretary(history))).FindsNothingAt($"/en/desk/assignments/{id}");
    }

    [Fact]
    public async Task Whoever_assigned_it_in_the_name_of_an_organisation_below_sees_figures_alone_and_once_it_is_ended_nobody_learns_anything()
    {
        var (college, physics, _) = await PlantAsync(6, 0);
        var (course, _) = await CourseAsync(college);
        var above = await portal.As(Actor.GeneralBranchSecretary(college));
        var form = await above.OpenAsync($"/en/desk/assignments/new?course={course}");
        var page = await above.FollowAsync(await form.SubmitAsync(new { BranchId = physics.Id, DueOn = "2026-12-20" }));
        var secretary = await portal.As(Actor.Secretary(physics));
        Assert.NotNull(page.Html.QuerySelector("#progress"));
        Assert.Null(page.Html.QuerySelector("#unfinished"));
        Assert.Equal(6, (await secretary.OpenAsync(page.Url)).Html.QuerySelectorAll("#unfinished li").Length);

        await (await above.OpenAsync($"{page.Url}/end")).SubmitAsync(new { });

        foreach (var office in new[] { above, secretary }) Assert.Null((await office.OpenAsync(page.Url)).Html.QuerySelector("#unfinished, #progress, .ring"));
    }

    [Fact]
    public async Task Of_a_course_that_nobody_assigned_the_office_learns_nothing()
    {
        var (_, physics, _) = await PlantAsync(6, 0);
        var (course, lessons) = await portal.PlantCourseAsync(physics, 1);
        var learner = (await LearnersAsync(physics, 1))[0];
        await (await learner.OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}")).SubmitAsync(new { }, "#done");
        var viewer = new Viewer { AccountId = "office", Acting = new ActingRole(0, Role.Secretary, physics.Id, "", physics.Path) };

        Assert.Equal((0, 0), await portal.InDbAsync(viewer, async db => (await db.CourseCompletions.CountAsync(), await db.StudyProgress.CountAsync())));
    }

    private async Task<(Branch College, Branch Physics, Branch History)> PlantAsync(int inPhysics, int inHistory)
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        var (physics, history) = (await portal.PlantBranchAsync("Physics", college), await portal.PlantBranchAsync("History", college));
        for (var i = 0; i < inPhysics; i++) await portal.PlantPersonAsync(physics, Portal.Unique("P"));
        for (var i = 0; i < inHistory; i++) await portal.PlantPersonAsync(history, Portal.Unique("H"));
        return (college, physics, history);
    }

    /// <summary>Further people of the branch, signed in.</summary>
    private async Task<List<Browser>> LearnersAsync(Branch branch, int count)
    {
        List<Browser> learners = [];
        for (var i = 0; i < count; i++) learners.Add(await portal.As(Actor.Of(await portal.PlantPersonAsync(branch, Portal.Unique("L")))));
        return learners;
    }

    /// <summary>Of two articles, for the college and all below it.</summary>
    private async Task<(int Course, IReadOnlyList<int> Lessons)> CourseAsync(Branch college)
    {
        int[] materials = [await portal.PlantMaterialAsync(college, AudienceKind.Subtree), await portal.PlantMaterialAsync(college, AudienceKind.Subtree)];
        return await portal.InDbAsync(async db =>
        {
            var course = new Course(college.Id, new CourseContent(Portal.Unique("Course"), StudyCategory.Rules, AudienceKind.Subtree) { Outline = "All", Responsible = "The office" }, Viewer.System, portal.Clock.UtcNow());
            db.Add(course);
            await db.Branches.SingleAsync(b => b.Id == college.Id);
            foreach (var id in materials) course.Add(await db.StudyMaterials.SingleAsync(m => m.Id == id), Viewer.System);
            course.Publish(Viewer.System, portal.Clock.UtcNow());
            await db.SaveChangesAsync();
            return (course.Id, (IReadOnlyList<int>)[.. course.Lessons.Select(l => l.Id)]);
        });
    }

    private static IEnumerable<string> Row(Page page, string name) =>
        page.Html.QuerySelectorAll("#progress tbody tr").Single(row => row.QuerySelector("th")!.TextContent == name).QuerySelectorAll("td").Select(cell => cell.TextContent);
}
