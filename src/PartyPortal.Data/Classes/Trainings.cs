using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.People;

namespace PartyPortal.Data.Classes;

/// <summary>The training before an admission, from who came to classes.</summary>
public static class Trainings
{
    /// <summary>Past the gate: a class is its organiser's, but whoever records an admission has to know on which days and for how many hours the candidate was trained, and learns nothing else.</summary>
    /// <param name="db">The database.</param>
    /// <param name="accountId">The viewer's own, or of a person whose record the viewer may change; null for who has none.</param>
    /// <param name="terms">What it has to come to.</param>
    /// <param name="until">The last day that counts.</param>
    public static async Task<TrainingBeforeAdmission> TrainingAsync(this PortalDb db, string? accountId, TrainingTerms terms, DateOnly until) =>
        new(terms, await db.ClassAttendances.IgnoreQueryFilters([Visibility.Filter])
            .Where(a => a.SignUp.AccountId == accountId && (a.Mark == AttendanceMark.Present || a.Mark == AttendanceMark.MadeUp) && a.Session.On <= until)
            .Where(a => a.Session.Class.State != ClassState.Cancelled && a.Session.Class.StageNames!.Contains(nameof(Stage.Candidate)))
            .Select(a => new TrainedSession(a.SessionId, a.Session.Class.Title, a.Session.On, a.Session.Hours)).ToListAsync());
}
