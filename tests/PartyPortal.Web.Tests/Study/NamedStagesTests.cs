using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Quizzes;
using PartyPortal.Web.Tests.Search;

namespace PartyPortal.Web.Tests.Study;

/// <summary>What an organisation publishes to named stages of its own people is met by those and by nobody else, at any address.</summary>
public sealed class NamedStagesTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private static readonly Stage[] Activists = [Stage.Activist, Stage.Candidate];

    [Fact]
    public async Task A_secretary_publishes_a_material_to_activists_and_candidates_and_nobody_else_meets_it()
    {
        var (college, physics, history) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var title = Portal.Unique("ForActivists");
        var page = await secretary.FollowAsync(await (await secretary.OpenAsync("/en/desk/study/new/Article")).SubmitAsync(new { Title = title, Category = StudyCategory.Rules, Source = "s", Body = "<p>Text</p>", AudienceKind = AudienceKind.Branch, Stages = Activists }));
        await page.SubmitAsync(new { }, "#publish");
        var id = page.Url.Split('/')[^1];
        await portal.KeepIndexAsync();

        foreach (var reader in await AmongAsync(physics, Activists)) await MeetsAsync(reader, $"/study/{id}", "/study", title);
        foreach (var other in (Browser[])[.. await AmongAsync(physics, Stage.NonMember, Stage.Applicant, Stage.ProbationaryMember, Stage.FullMember), .. await AmongAsync(history, Activists), .. await StrangersAsync(history)])
            await MissesAsync(other, $"/study/{id}", "/study", title);

        Assert.Contains("This branch only (Activist · Candidate for development)", (await secretary.OpenAsync(page.Url)).Text);
        Assert.Equal(["Activist", "Candidate"], (await secretary.OpenAsync(page.Url + "/edit")).Html.QuerySelectorAll("[name=Stages][checked]").Select(box => box.GetAttribute("value")));
        Assert.NotNull((await (await portal.As(Actor.GeneralBranchSecretary(college))).OpenAsync($"/desk/study/{id}")).Html.QuerySelector("h1"));
    }

    [Fact]
    public async Task A_course_for_named_stages_reaches_them_below_and_none_of_its_lessons_may_be_for_fewer()
    {
        var (college, physics, _) = await PlantAsync();
        var title = Portal.Unique("CourseForCandidates");
        var narrow = await portal.PlantMaterialAsync(college, AudienceKind.Subtree, content: c => c with { Stages = [Stage.Activist] });
        var wide = await portal.PlantMaterialAsync(college, AudienceKind.Subtree, content: c => c with { Stages = Activists });
        var author = await portal.As(Actor.GeneralBranchSecretary(college));
        var page = await author.FollowAsync(await (await author.OpenAsync("/en/desk/courses/new")).SubmitAsync(new { Title = title, Category = StudyCategory.Rules, AudienceKind = AudienceKind.Subtree, Stages = Activists, Outline = "All", Responsible = "The office" }));
        await (await author.OpenAsync(page.Url + "/lessons")).SubmitAsync(new { materials = narrow }, "#choose");
        await page.SubmitAsync(new { }, "#publish");
        Assert.Equal(StudyState.Draft, await StateAsync(title));

        page = await author.OpenAsync(page.Url);
        await page.SubmitAsync(new { }, "form[action$='/remove']");
        await (await author.OpenAsync(page.Url + "/lessons")).SubmitAsync(new { materials = wide }, "#choose");
        await page.SubmitAsync(new { }, "#publish");
        Assert.Equal(StudyState.Published, await StateAsync(title));
        var id = page.Url.Split('/')[^1];
        var lesson = await portal.InDbAsync(db => db.Lessons.Where(l => l.MaterialId == wide).Select(l => l.Id).SingleAsync());
        await portal.KeepIndexAsync();

        foreach (var reader in await AmongAsync(physics, Activists))
        {
            await MeetsAsync(reader, $"/courses/{id}", "/courses", title);
            await reader.OpenAsync($"/courses/{id}/lessons/{lesson}");
        }

        var elsewhere = await portal.PlantBranchAsync("Elsewhere");
        foreach (var other in (Browser[])[.. await AmongAsync(physics, Stage.Applicant, Stage.FullMember), .. await AmongAsync(elsewhere, Activists), .. await StrangersAsync(elsewhere)])
        {
            await MissesAsync(other, $"/courses/{id}", "/courses", title);
            await other.FindsNothingAt($"/courses/{id}/lessons/{lesson}");
        }
    }

    [Fact]
    public async Task A_quiz_for_named_stages_is_asked_of_them_and_begun_by_nobody_else()
    {
        var (_, physics, history) = await PlantAsync();
        var id = await portal.PlantQuizAsync(physics, c => c with { Stages = Activists, DueOn = portal.Today.AddDays(9) }, await portal.PlantQuestionAsync(physics));
        var title = await portal.InDbAsync(db => db.Quizzes.Where(q => q.Id == id).Select(q => q.Title).SingleAsync());
        foreach (var reader in await AmongAsync(physics, Activists))
        {
            Assert.Contains(title, (await reader.OpenAsync("/en/quizzes")).Text);
            Assert.Contains(title, (await reader.OpenAsync("/en/desk/todo")).Text);
            Assert.NotNull((await reader.OpenAsync($"/quizzes/{id}")).Html.QuerySelector("#begin"));
        }

        foreach (var other in (Browser[])[.. await AmongAsync(physics, Stage.Applicant, Stage.FullMember), .. await AmongAsync(history, Activists), await portal.As(Actor.PlainAccount)])
        {
            Assert.DoesNotContain(title, (await other.OpenAsync("/en/quizzes")).Text);
            Assert.DoesNotContain(title, (await other.OpenAsync("/en/desk/todo")).Text);
            await other.FindsNothingAt($"/quizzes/{id}");
            await (await other.OpenAsync("/quizzes")).SubmitAsAsync($"/quizzes/{id}/attempts");
        }

        var keeper = await portal.As(Actor.Secretary(physics));
        Assert.Equal(2, (await keeper.OpenAsync($"/en/desk/quizzes/{id}/progress")).Html.QuerySelectorAll("#not-passed li").Length);
        await keeper.FindsNothingAt($"/quizzes/{id}");
        Assert.Equal(0, await portal.InDbAsync(db => db.QuizAttempts.CountAsync(a => a.QuizId == id)));
    }

    [Fact]
    public async Task Only_what_may_be_chosen_is_offered_and_stages_of_the_Internet_are_refused_at_their_field()
    {
        var (_, physics, _) = await PlantAsync();
        var (secretary, office) = (await portal.As(Actor.Secretary(physics)), await portal.As(Actor.OrganisationOffice));
        foreach (var (form, offered) in new[] { ("/en/desk/study/new/Article", 3), ("/en/desk/courses/new", 3), ("/en/desk/notices/new", 3), ("/en/desk/quizzes/new", 2), ("/en/desk/classes/new", 2) })
        {
            Assert.Equal(offered, Offered(await secretary.OpenAsync(form)).Count(value => value is not ""));
            Assert.Equal(offered + 3, Offered(await office.OpenAsync(form)).Count(value => value is not ""));
        }

        var refused = await (await secretary.OpenAsync("/en/desk/study/new/Article")).SubmitAsync(new { Title = "Kept", Category = StudyCategory.Rules, Source = "s", Body = "<p>Text</p>", AudienceKind = AudienceKind.Internet, Stages = Activists });
        Assert.Contains("Stages are named within an organisation", refused.Html.QuerySelector("#Stages-error")!.TextContent);
        Assert.Equal("Kept", refused.Html.QuerySelector("#Title")!.GetAttribute("value"));
        (await (await secretary.OpenAsync("/en/desk/quizzes/new")).SubmitAsync(new { Title = "Kept", AudienceKind = AudienceKind.Campus, Stages = Activists })).IsRefusedWith("Only the organisation office");
    }

    [Fact]
    public async Task Whoever_rises_to_the_next_stage_meets_what_is_for_it_and_misses_what_was_for_the_one_before()
    {
        var (_, physics, _) = await PlantAsync();
        var person = await portal.PlantPersonAsync(physics, Portal.Unique("Li "), Stage.Activist);
        var reader = await portal.As(Actor.Of(person));
        var (before, after) = (await portal.PlantMaterialAsync(physics, AudienceKind.Branch, content: c => c with { Stages = [Stage.Activist] }), await portal.PlantMaterialAsync(physics, AudienceKind.Branch, content: c => c with { Stages = [Stage.Candidate] }));
        await reader.OpenAsync($"/study/{before}");
        await reader.FindsNothingAt($"/study/{after}");
        Assert.Equal([before], await SeenByAsync(new Viewer { AccountId = reader.AccountId, Stage = Stage.Activist, Audiences = Audience.KeysFor(Stage.Activist, physics) }, before, after));
        Assert.Equal([after], await SeenByAsync(new Viewer { AccountId = reader.AccountId, Stage = Stage.Candidate, Audiences = Audience.KeysFor(Stage.Candidate, physics) }, before, after));
        Assert.Empty(await SeenByAsync(Viewer.Public, before, after));
    }

    private Task<List<int>> SeenByAsync(Viewer viewer, params int[] ids) => portal.InDbAsync(viewer, db => db.StudyMaterials.Where(m => ids.Contains(m.Id)).Select(m => m.Id).ToListAsync());

    private static async Task MeetsAsync(Browser reader, string address, string list, string title)
    {
        Assert.Contains(title, (await reader.OpenAsync(address)).Text);
        Assert.Contains(title, (await reader.OpenAsync(list)).Text);
        Assert.NotEmpty(await reader.SearchAsync(title));
    }

    private static async Task MissesAsync(Browser other, string address, string list, string title)
    {
        await other.FindsNothingAt(address);
        Assert.DoesNotContain(title, (await other.OpenAsync(list)).Text);
        Assert.Empty(await other.SearchAsync(title));
    }

    private static IEnumerable<string?> Offered(Page page) => page.Html.QuerySelectorAll("#AudienceKind option").Select(option => option.GetAttribute("value"));

    private async Task<List<Browser>> AmongAsync(Branch branch, params Stage[] stages)
    {
        List<Browser> people = [];
        foreach (var stage in stages) people.Add(await portal.As(Actor.Of(await portal.PlantPersonAsync(branch, Portal.Unique("P"), stage))));
        return people;
    }

    private async Task<List<Browser>> StrangersAsync(Branch branch) =>
        [await portal.As(Actor.Public), await portal.As(Actor.PlainAccount), await portal.As(Actor.SystemAdministrator), await portal.As(Actor.Secretary(branch))];

    private Task<StudyState> StateAsync(string title) => portal.InDbAsync(db => db.Courses.Where(c => c.Title == title).Select(c => c.State).SingleAsync());

    private async Task<(Branch College, Branch Physics, Branch History)> PlantAsync()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        return (college, await portal.PlantBranchAsync("Physics", college), await portal.PlantBranchAsync("History", college));
    }
}
