using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Classes;

namespace PartyPortal.Web.Features.Classes;

/// <summary>Gives the certificate to whoever misses nothing more, and takes it back where a mark was corrected so that something is missing. With the next save.</summary>
internal sealed class Certifying(PortalDb db, TrainingClass of)
{
    /// <param name="today">The day on the certificate.</param>
    /// <param name="marks">Of the class, those of this save included; null where none changes.</param>
    public async Task RunAsync(DateOnly today, IReadOnlyList<ClassAttendance>? marks = null)
    {
        marks ??= await db.ClassAttendances.Where(a => a.Session.ClassId == of.Id).ToListAsync();
        var given = await db.ClassCertificates.Where(c => c.ClassId == of.Id).ToDictionaryAsync(c => c.AccountId);
        foreach (var signUp in await db.ClassSignUps.Where(s => s.ClassId == of.Id).ToListAsync())
        {
            List<ClassAttendance> own = [.. marks.Where(m => m.SignUpId == signUp.Id)];
            if (of.IsCompletedBy(own) && !given.ContainsKey(signUp.AccountId)) db.Add(new ClassCertificate(of, signUp.AccountId, today));
            // Not where marks are missing: old absences were deleted.
            if (own.Exists(m => m.Mark is AttendanceMark.Absent) && given.TryGetValue(signUp.AccountId, out var early)) db.Remove(early);
        }
    }
}
