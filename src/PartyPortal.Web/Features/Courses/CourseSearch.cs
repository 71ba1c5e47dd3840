using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Features.Courses;

/// <param name="Lessons">Those that are to be taken now.</param>
/// <param name="Done">Of these, by the reader.</param>
public sealed record CourseRow(int Id, string Title, string Summary, StudyCategory Category, string Branch, StudyState State, int Lessons, int Done)
{
    /// <summary>Whether the reader has done the course, whatever was added to it since.</summary>
    public bool IsCompleted { get; init; }
}

public sealed record CourseListPage(CourseSearch Search, Slice<CourseRow> Found);

/// <summary>What a list of courses is asked for.</summary>
public sealed class CourseSearch
{
    private const int PageSize = 20;

    [Display(Name = "Subject")]
    public StudyCategory? Category { get; set; }

    [Display(Name = "State")]
    public StudyState? State { get; set; }

    public string? After { get; set; }

    public bool IsEmpty => Category is null && State is null;

    public async Task<CourseListPage> PageAsync(PortalDb db, IQueryable<Course> courses)
    {
        if (Category is { } category) courses = courses.Where(c => c.Category == category);
        if (State is { } state) courses = courses.Where(c => c.State == state);
        var (me, open, done) = (db.Viewer.AccountId, db.LessonsToTake(), db.LessonsDone());
        return new(this, await courses.NewestFirstAsync(c => c.PublishedAt, c => c.Id, After, PageSize, c => new CourseRow(c.Id, c.Title, c.Summary, c.Category, c.Branch.Name, c.State,
            open.Count(l => l.CourseId == c.Id), done.Count(l => l.CourseId == c.Id))
        {
            IsCompleted = db.CourseCompletions.Any(d => d.CourseId == c.Id && d.AccountId == me),
        }));
    }
}
