using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Web.Tests.Classes;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Study;

namespace PartyPortal.Web.Tests.Courses;

/// <summary>A training class among the lessons of a course: done by whoever gets its certificate.</summary>
public sealed class ClassLessonTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task A_class_attended_to_its_end_completes_the_course_at_once()
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

        Assert.Equal(1, await portal.InDbAsync(db => db.CourseCompletions.CountAsync(c => c.CourseId == course && c.AccountId == member.AccountId)));
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
}
