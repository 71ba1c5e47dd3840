using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Courses;

/// <summary>Notes that a course is done for whoever got the certificate of a class that was its last lesson. Each certificate is saved with its courses: a killed portal goes on with the next.</summary>
[Display(Name = "Complete courses whose last lesson was a class")]
internal sealed class CompleteCourses(ViewerStore viewers) : IPortalJob
{
    private const int AtOnce = 100;

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        for (; ; )
        {
            var ids = await db.ClassCertificates.Where(c => !c.IsInCourses).OrderBy(c => c.Id).Take(AtOnce).Select(c => c.Id).ToListAsync();
            if (ids.Count == 0) return;

            foreach (var id in ids)
            {
                db.ChangeTracker.Clear();
                await db.WholeAsync(() => CompleteAsync(db, id, PortalClock.Day(now)));
            }
        }
    }

    private async Task CompleteAsync(PortalDb db, int id, DateOnly today)
    {
        // Taken back meanwhile.
        if (await db.ClassCertificates.SingleOrDefaultAsync(c => c.Id == id) is not { } certificate) return;

        certificate.PutIntoCourses();
        await db.SaveChangesAsync();
        // With the learner's eyes: which lessons there are for them, no one else can say.
        if (await viewers.OfAccountAsync(certificate.AccountId, db) is not { } learner) return;

        using (db.Current!.ActFor(learner)) await db.CompleteCoursesOfClassAsync(certificate.ClassId, today);
    }
}
