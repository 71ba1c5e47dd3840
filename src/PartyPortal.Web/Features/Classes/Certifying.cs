using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Classes;

namespace PartyPortal.Web.Features.Classes;

/// <summary>Gives the certificate to whoever misses nothing more. With the next save.</summary>
internal sealed class Certifying(PortalDb db, TrainingClass of)
{
    /// <param name="today">The day on the certificate.</param>
    /// <param name="marks">Of the class, those of this save included; null where none changes.</param>
    public async Task RunAsync(DateOnly today, IReadOnlyList<ClassAttendance>? marks = null)
    {
        marks ??= await db.ClassAttendances.Where(a => a.Session.ClassId == of.Id).ToListAsync();
        var given = await db.ClassCertificates.Where(c => c.ClassId == of.Id).Select(c => c.AccountId).ToListAsync();
        var signUps = await db.ClassSignUps.Where(s => s.ClassId == of.Id).ToListAsync();
        db.AddRange(signUps.Where(s => !given.Contains(s.AccountId) && of.IsCompletedBy(marks.Where(m => m.SignUpId == s.Id))).Select(s => new ClassCertificate(of, s.AccountId, today)));
    }
}
