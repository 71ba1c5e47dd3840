using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Study;

internal static class Planting
{
    private static readonly Viewer Second = new() { AccountId = "second" };

    /// <summary>A material past all pages, in the state asked for.</summary>
    public static Task<int> PlantMaterialAsync(this Portal portal, Branch branch, AudienceKind audience, StudyState state = StudyState.Published,
        StudyKind kind = StudyKind.Article, Func<StudyContent, StudyContent>? content = null, StoredFile? file = null) => portal.InDbAsync(async db =>
    {
        var now = portal.Clock.UtcNow();
        var plain = new StudyContent(Portal.Unique("Material"), StudyCategory.Rules, audience, "Our branch") { Body = "<p>The text</p>", Link = "https://example.edu/page" };
        var material = new StudyMaterial(branch.Id, kind, content?.Invoke(plain) ?? plain, Viewer.System, now);
        if (file is not null) material.Attach(file);
        if (state is not StudyState.Draft) material.Publish(Viewer.System, now, "A test");
        if (material.State is StudyState.AwaitingApproval) material.Approve(Second, now);
        db.Add(material);
        await db.SaveChangesAsync();
        return material.Id;
    });

    /// <summary>A file past all pages, looked at as any other.</summary>
    public static async Task<StoredFile> KeepFileAsync(this Portal portal, string name, FileUse use, byte[] content)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        using var bytes = new MemoryStream(content);
        return await scope.ServiceProvider.GetRequiredService<FileIntake>().TakeAsync(bytes, name, use);
    }

    /// <summary>A course past all pages, and the numbers of its lessons in their order.</summary>
    public static async Task<(int Course, IReadOnlyList<int> Lessons)> PlantCourseAsync(this Portal portal, Branch branch, int lessons, Func<CourseContent, CourseContent>? content = null, bool isPublished = true)
    {
        var materials = new List<int>();
        for (var i = 0; i < lessons; i++) materials.Add(await portal.PlantMaterialAsync(branch, AudienceKind.Branch));
        return await portal.InDbAsync(async db =>
        {
            var plain = new CourseContent(Portal.Unique("Course"), StudyCategory.Rules, AudienceKind.Branch) { Outline = "What is learned", Responsible = "The office" };
            var course = new Course(branch.Id, content?.Invoke(plain) ?? plain, Viewer.System, portal.Clock.UtcNow());
            db.Add(course);
            foreach (var id in materials) course.Add(await db.StudyMaterials.SingleAsync(m => m.Id == id), Viewer.System);
            await db.Branches.SingleAsync(b => b.Id == branch.Id);
            if (isPublished) course.Publish(Viewer.System, portal.Clock.UtcNow());
            await db.SaveChangesAsync();
            return (course.Id, (IReadOnlyList<int>)[.. course.Lessons.Select(l => l.Id)]);
        });
    }

    /// <summary>A quiz behind the last lesson of a published course.</summary>
    public static Task<int> PlantQuizLessonAsync(this Portal portal, int course, int quiz) => portal.InDbAsync(async db =>
    {
        var lesson = (await db.Courses.Include(c => c.Branch).Include(c => c.Lessons).SingleAsync(c => c.Id == course)).Add(await db.Quizzes.SingleAsync(q => q.Id == quiz), Viewer.System);
        await db.SaveChangesAsync();
        return lesson.Id;
    });

    /// <summary>A course that a branch asks its people to take, past all pages.</summary>
    public static Task<int> PlantAssignmentAsync(this Portal portal, int course, Branch branch, int dueIn = 10, params Stage[] stages) => portal.InDbAsync(async db =>
    {
        var asked = new CourseAssignment(await db.Courses.Include(c => c.Branch).SingleAsync(c => c.Id == course), await db.Branches.SingleAsync(b => b.Id == branch.Id), stages is [] ? CourseAssignment.AllStages : stages, portal.Today.AddDays(dueIn), portal.Today);
        db.Add(asked);
        await db.SaveChangesAsync();
        return asked.Id;
    });

    public static string Token(this Page page) => ((IHtmlInputElement)page.Html.QuerySelector("[name=__RequestVerificationToken]")!).Value;
}
