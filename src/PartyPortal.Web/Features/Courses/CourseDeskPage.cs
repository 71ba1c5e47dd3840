using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Features.Courses;

/// <summary>A course as its author makes it.</summary>
/// <param name="Course">With its lessons and what comes before it.</param>
/// <param name="Trouble">By the number of a training class: what keeps learners from coming to it.</param>
public sealed record CourseDeskPage(Course Course, IReadOnlyDictionary<int, Sentence> Trouble)
{
    /// <param name="db">Where.</param>
    /// <param name="id">The course.</param>
    /// <param name="now">In Beijing.</param>
    public static async Task<CourseDeskPage?> LoadAsync(PortalDb db, int id, DateTime now)
    {
        if (await db.FindCourseAsync(id) is not { } course) return null;

        Dictionary<int, Sentence> trouble = [];
        foreach (var held in await db.ClassesOfAsync(course))
            if (TroubleWith(held, now) is { } sentence) trouble[held.Class.Id] = sentence;
        return new(course, trouble);
    }

    private static Sentence? TroubleWith(ClassOfLesson held, DateTime now) => held.Class.PlaceOf(Viewer.Nobody, isIn: false, held.SignedUp, isBehind: false, now) switch
    {
        // It says of itself that it is one.
        _ when held.Class.State is ClassState.Draft => null,
        ClassPlace.Full => Sentence.Key("All {0} seats are taken, and {1} people wait. More seats, or another class in its place, let the others go on.", held.Class.Quota, held.SignedUp - held.Class.Quota),
        ClassPlace.Closed => Sentence.Key("Nobody new can come to this class any more, and whoever has no seat in it cannot finish the course. Put another one in its place: certificates of this one count as before."),
        _ => null,
    };
}
