using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

public static class RestingCompletions
{
    /// <summary>
    /// The courses, done since, of which these certificates of one class are a lesson, where no other class stands for it. Past the gate of the learner alone: whoever
    /// takes the certificates back is shown how many these are, and they go with them.
    /// </summary>
    public static async Task<List<CourseCompletion>> RestingOnAsync(this PortalDb db, IReadOnlyCollection<ClassCertificate> certificates)
    {
        List<CourseCompletion> resting = [];
        foreach (var certificate in certificates)
        {
            var lessons = db.Lessons.Where(l => l.ClassId == certificate.ClassId || l.EarlierClasses.Any(e => e.ClassId == certificate.ClassId));
            var others = db.ClassCertificates.Where(o => o.AccountId == certificate.AccountId && o.Id != certificate.Id);
            resting.AddRange(await db.CourseCompletions.IgnoreQueryFilters([Visibility.Filter]).Include(c => c.Course).Where(c => c.AccountId == certificate.AccountId && c.On >= certificate.On
                && lessons.Any(l => l.CourseId == c.CourseId && !others.Any(o => o.ClassId == l.ClassId || l.EarlierClasses.Any(e => e.ClassId == o.ClassId)))).ToListAsync());
        }

        return resting;
    }
}
