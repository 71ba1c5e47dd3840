using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Classes;
using PartyPortal.Domain.Classes;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Shared;

namespace PartyPortal.Web.Features.Courses;

/// <summary>A lesson that is a training class, as its learner stands before it.</summary>
/// <param name="Class">With its sessions: the class of the lesson, or one before it that the learner came to.</param>
/// <param name="Place">Where the learner stands in it.</param>
/// <param name="Waiting">The place on the waiting list; null for none.</param>
/// <param name="Responsible">Who answers for the course, and may put another class into it.</param>
public sealed record ClassStand(TrainingClass Class, ClassPlace Place, int? Waiting, string Responsible)
{
    public bool IsEarlier { get; private init; }

    /// <summary>Of the lessons of a course that are classes and not done.</summary>
    public static async Task<IReadOnlyDictionary<int, ClassStand>> OfAsync(PortalDb db, CoursePage course, TimeProvider clock)
    {
        Dictionary<int, ClassStand> stands = [];
        foreach (var lesson in course.Lessons.Where(l => course.IsLearner && !l.IsDone && l.ClassId is not null)) stands[lesson.Id] = await OfAsync(db, course, lesson, clock);
        return stands;
    }

    public static async Task<ClassStand> OfAsync(PortalDb db, CoursePage course, LessonRow lesson, TimeProvider clock)
    {
        var (me, now, responsible) = (db.Viewer.AccountId, PortalClock.InShanghai(clock.UtcNow()), course.Course.Responsible ?? "");
        var earlier = await db.EarlierClasses.Where(e => e.LessonId == lesson.Id && e.Class.State == ClassState.Announced && e.Class.SignUps.Any(s => s.AccountId == me)).Select(e => e.ClassId).ToListAsync();
        foreach (var id in earlier)
            if (await InAsync(db, id, responsible, now) is { Place: not ClassPlace.Closed } stand) return stand with { IsEarlier = true };

        return await InAsync(db, lesson.ClassId!.Value, responsible, now);
    }

    private static async Task<ClassStand> InAsync(PortalDb db, int id, string responsible, DateTime now)
    {
        var of = await db.TrainingClasses.Include(c => c.Sessions).AsNoTracking().SingleAsync(c => c.Id == id);
        var (me, seats) = (db.Viewer.AccountId, await db.SeatFiguresAsync(id));
        var isBehind = seats.Own is not null && await db.ClassAttendances.AnyAsync(a => a.Session.ClassId == id && a.SignUp.AccountId == me && a.Mark == AttendanceMark.Absent);
        return new(of, of.PlaceOf(db.Viewer, seats.Own is not null, seats.Before, isBehind, now), of.WaitingPlace(seats.Before), responsible);
    }
}
