using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Features.Study;

public sealed record MyStudyRow(int Id, string Title, StudyKind Kind, StudyCategory Category, int Position);

/// <param name="Lessons">Those that are to be taken now.</param>
/// <param name="Done">Of these, by the learner.</param>
public sealed record MyCourseRow(int Id, string Title, int Lessons, int Done);

/// <summary>A course that the learner is asked to take and has not finished.</summary>
public sealed record MyAskedRow(int CourseId, string Title, string By, DateOnly DueOn, bool IsPast, int Lessons, int Done);

public sealed record MyCertificateRow(int CourseId, string Title, DateOnly On);

public sealed record MyStudyPage(IReadOnlyList<MyAskedRow> Asked, IReadOnlyList<MyCourseRow> Courses, IReadOnlyList<MyCertificateRow> Certificates, IReadOnlyList<MyStudyRow> UnderWay, Slice<MyStudyRow> Done);

/// <summary>What the learner has begun and done. The page is the learner's own: no other account can open it.</summary>
[Route("my/study"), Authorize(Policies.SignedIn)]
public sealed class MyStudyController(PortalDb db) : Controller
{
    private const int Shown = 20;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? after) =>
        View(new MyStudyPage(after is null ? await AskedAsync() : [], after is null ? await CoursesAsync() : [], after is null ? await CertificatesAsync() : [], after is null ? (await ListAsync(p => !p.IsDone, null)).Rows : [], await ListAsync(p => p.IsDone, after)));

    private Task<List<MyAskedRow>> AskedAsync()
    {
        var (today, open, done) = (db.Today, db.LessonsToTake(), db.LessonsDone());
        return db.AssignedToMe().OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(Shown)
            .Select(a => new MyAskedRow(a.CourseId, a.Course.Title, a.Branch.Name, a.DueOn, a.DueOn < today, open.Count(l => l.CourseId == a.CourseId), done.Count(l => l.CourseId == a.CourseId))).ToListAsync();
    }

    /// <summary>Courses with a lesson done that are not done themselves.</summary>
    private Task<List<MyCourseRow>> CoursesAsync()
    {
        var (me, open, done) = (db.Viewer.AccountId, db.LessonsToTake(), db.LessonsDone());
        return db.Courses.Where(c => c.State == StudyState.Published && !db.CourseCompletions.Any(d => d.CourseId == c.Id && d.AccountId == me) && done.Any(l => l.CourseId == c.Id))
            .OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.Id).Take(Shown)
            .Select(c => new MyCourseRow(c.Id, c.Title, open.Count(l => l.CourseId == c.Id), done.Count(l => l.CourseId == c.Id))).ToListAsync();
    }

    private Task<List<MyCertificateRow>> CertificatesAsync()
    {
        var me = db.Viewer.AccountId;
        return db.CourseCompletions.Where(c => c.AccountId == me).OrderByDescending(c => c.Id).Select(c => new MyCertificateRow(c.CourseId, c.Title, c.On)).ToListAsync();
    }

    private Task<Slice<MyStudyRow>> ListAsync(System.Linq.Expressions.Expression<Func<StudyProgress, bool>> which, string? after)
    {
        var me = db.Viewer.AccountId;
        return db.StudyProgress.Where(p => p.AccountId == me && p.Material.State == StudyState.Published).Where(which).NewestFirstAsync(
            p => p.Material.PublishedAt, p => p.Id, after, Shown, p => new MyStudyRow(p.MaterialId, p.Material.Title, p.Material.Kind, p.Material.Category, p.Position));
    }
}
