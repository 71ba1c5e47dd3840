using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

public static class RestingCompletions
{
    /// <summary>
    /// The courses, done since, of which these certificates of one class were a lesson by then, where no other class stands for it. Past the gate of the learner alone:
    /// whoever takes the certificates back is told that they go with them, and not whose or how many.
    /// </summary>
    public static async Task<List<CourseCompletion>> RestingOnAsync(this PortalDb db, IReadOnlyCollection<ClassCertificate> certificates)
    {
        List<CourseCompletion> resting = [];
        foreach (var certificate in certificates)
        {
            var (mine, since) = (certificate.ClassId, certificate.On);
            var others = db.ClassCertificates.Where(o => o.AccountId == certificate.AccountId && o.Id != certificate.Id);
            resting.AddRange(await db.CourseCompletions.IgnoreQueryFilters([Visibility.Filter]).Include(c => c.Course).Where(c => c.AccountId == certificate.AccountId && c.On >= since
                && db.Lessons.Any(l => l.CourseId == c.CourseId && ((l.ClassId == mine && l.ClassSince <= c.On) || l.EarlierClasses.Any(e => e.ClassId == mine && e.Since <= c.On))
                    && !others.Any(o => o.ClassId == l.ClassId || l.EarlierClasses.Any(e => e.ClassId == o.ClassId)))).ToListAsync());
        }

        return resting;
    }
}
