using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Classes;
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
        List<Exception> failures = [];
        for (var last = 0; ;)
        {
            var certificates = await db.ClassCertificates.Where(c => !c.IsInCourses && c.Id > last).OrderBy(c => c.Id).Take(AtOnce).Select(c => new { c.Id, c.ClassId }).ToListAsync();
            foreach (var certificate in certificates)
            {
                db.ChangeTracker.Clear();
                try
                {
                    await db.WholeAsync(ClassTurn.Of(certificate.ClassId), () => CompleteAsync(db, certificate.Id, PortalClock.Day(now)));
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    // One that cannot be noted does not hold up those behind it.
                    failures.Add(failure);
                }
            }

            if (certificates.Count < AtOnce) break;
            last = certificates[^1].Id;
        }

        if (failures.Count > 0) throw new AggregateException(failures);
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
