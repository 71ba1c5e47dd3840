using System.Linq.Expressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Classes;
using PartyPortal.Data.Study;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Study;

/// <summary>What the learner is asked for, has begun and has done. The page is the learner's own: no other account can open it.</summary>
[Route("my/study"), Authorize(Policies.SignedIn)]
public sealed class MyStudyController(PortalDb db, Waiting waiting, CurrentSettings settings, TimeProvider clock) : Controller
{
    private const int Shown = 20;
    private const int NewShown = 5;
    private const int DaysNew = 30;

    private string? Me => db.Viewer.AccountId;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? after) => View(new MyStudyPage(await ListAsync(p => p.IsDone, after)) { Now = after is null ? await NowAsync() : null });

    private async Task<MyStudyNow> NowAsync() => new(await waiting.FindStudyAsync(), await UnderWayAsync(), await NewAsync(), await CertificatesAsync())
    {
        Training = db.Viewer.Stage is Stage.Activist or Stage.Candidate ? await db.TrainingAsync(Me, settings.Now.TrainingTerms(), db.Today) : null,
    };

    private async Task<MyUnderWay> UnderWayAsync() => new(
        await db.QuizAttempts.Where(a => a.AccountId == Me && a.State == AttemptState.Open).OrderByDescending(a => a.Id).Take(Shown).Select(a => new MyAttemptRow(a.Id, a.Quiz.Title, a.Number)).ToListAsync(),
        await CoursesAsync(),
        (await ListAsync(p => !p.IsDone, null)).Rows);

    /// <summary>Courses with a lesson done that are not done themselves.</summary>
    private Task<List<MyCourseRow>> CoursesAsync()
    {
        var (open, done) = (db.LessonsToTake(), db.LessonsDone());
        return db.Courses.Where(c => c.State == StudyState.Published && !db.CourseCompletions.Any(d => d.CourseId == c.Id && d.AccountId == Me) && done.Any(l => l.CourseId == c.Id))
            .OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.Id).Take(Shown)
            .Select(c => new MyCourseRow(c.Id, c.Title, open.Count(l => l.CourseId == c.Id), done.Count(l => l.CourseId == c.Id))).ToListAsync();
    }

    /// <summary>For the learner, and neither begun nor asked for: which pages somebody visited is not known. The lessons of a new course are met there.</summary>
    private async Task<IReadOnlyList<MyNewRow>> NewAsync()
    {
        var (since, audiences, stage, done, asked) = (clock.UtcNow().AddDays(-DaysNew), db.Viewer.Audiences, db.Viewer.StageBit, db.LessonsDone(), db.AssignedToMe());
        var materials = await db.StudyMaterials.Where(m => m.State == StudyState.Published && m.PublishedAt >= since && audiences.Contains(m.AudienceKey) && (m.StageBits == 0 || (m.StageBits & stage) != 0) && !db.StudyProgress.Any(p => p.MaterialId == m.Id && p.AccountId == Me)
                && !db.Lessons.Any(l => l.MaterialId == m.Id && l.Course.State == StudyState.Published && l.Course.PublishedAt >= since))
            .OrderByDescending(m => m.PublishedAt).ThenByDescending(m => m.Id).Take(NewShown).Select(m => new MyNewRow(m.Id, m.Title, m.Kind, m.Category, m.Branch.Name, m.PublishedAt)).ToListAsync();
        var courses = await db.Courses.Where(c => c.State == StudyState.Published && c.PublishedAt >= since && audiences.Contains(c.AudienceKey) && (c.StageBits == 0 || (c.StageBits & stage) != 0) && !db.CourseCompletions.Any(d => d.CourseId == c.Id && d.AccountId == Me)
                && !done.Any(l => l.CourseId == c.Id) && !asked.Any(a => a.CourseId == c.Id))
            .OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.Id).Take(NewShown).Select(c => new MyNewRow(c.Id, c.Title, null, c.Category, c.Branch.Name, c.PublishedAt)).ToListAsync();
        return [.. courses.Concat(materials).OrderByDescending(row => row.PublishedAt).Take(NewShown)];
    }

    private async Task<IReadOnlyList<MyCertificateRow>> CertificatesAsync()
    {
        var ofCourses = await db.CourseCompletions.Where(c => c.AccountId == Me).Select(c => new MyCertificateRow(c.CourseId, c.Title, c.On, false)).ToListAsync();
        var ofClasses = await db.ClassCertificates.Where(c => c.AccountId == Me).Select(c => new MyCertificateRow(c.ClassId, c.Title, c.On, true)).ToListAsync();
        return [.. ofCourses.Concat(ofClasses).OrderByDescending(c => c.On).ThenBy(c => c.Title, StringComparer.Ordinal)];
    }

    private Task<Slice<MyStudyRow>> ListAsync(Expression<Func<StudyProgress, bool>> which, string? after) =>
        db.StudyProgress.Where(p => p.AccountId == Me && p.Material.State == StudyState.Published).Where(which).NewestFirstAsync(
            p => p.Material.PublishedAt, p => p.Id, after, Shown, p => new MyStudyRow(p.MaterialId, p.Material.Title, p.Material.Kind, p.Material.Category, p.Position));
}
