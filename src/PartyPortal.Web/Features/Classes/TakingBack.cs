using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Messages;
using PartyPortal.Data.Study;
using PartyPortal.Domain;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Features.Classes;

/// <summary>Takes back the certificates of a class of whoever is noted as absent after all, and those of courses that rest on them. Hours follow: they are counted from both.</summary>
internal sealed class TakingBack(PortalDb db, IReadOnlyList<ClassCertificate> ofClass, IReadOnlyList<CourseCompletion> ofCourses)
{
    /// <param name="db">Where.</param>
    /// <param name="classId">The class.</param>
    /// <param name="marks">Of the class, those of this save included.</param>
    public static async Task<TakingBack> OfAsync(PortalDb db, int classId, IReadOnlyList<ClassAttendance> marks)
    {
        // Not where marks are missing: old absences were deleted.
        var absent = marks.Where(m => m.Mark is AttendanceMark.Absent).Select(m => m.SignUpId).ToList();
        var accounts = await db.ClassSignUps.Where(s => s.ClassId == classId && absent.Contains(s.Id)).Select(s => s.AccountId).ToListAsync();
        var ofClass = await db.ClassCertificates.Where(c => c.ClassId == classId && accounts.Contains(c.AccountId)).ToListAsync();
        return new(db, ofClass, await db.RestingOnAsync(ofClass));
    }

    /// <exception cref="RuleBrokenException">Certificates would be taken back, and the organiser has not said that they are to be, or not why.</exception>
    public void RequireConfirmed(AttendanceForm form)
    {
        if (ofClass.Count == 0) return;

        // Of courses no number: who has finished one is the learner's own, and a refusal leaves no trace.
        form.TakenBack = ofClass.Count;
        if (!form.TakesBack || form.SeenTakenBack != ofClass.Count) throw new RuleBrokenException("Certificates would be taken back. Look at how many, say why, and save again.") { Field = nameof(form.TakesBack) };
        if (string.IsNullOrWhiteSpace(form.Because)) throw new RuleBrokenException("Say why: those whose certificates are taken back read it.") { Field = nameof(form.Because) };
    }

    /// <summary>Saves the marks and all that follows from them.</summary>
    public async Task SaveAsync(string? because, DateOnly today)
    {
        db.RemoveRange(ofClass);
        db.AddRange(ofClass.Select(c => new WithdrawnCertificate(c, today)));
        if (ofClass.Count > 0) db.Record("Certificate.TakeBack", $"TrainingClass {ofClass[0].ClassId}", $"{ofClass.Count}");
        await db.SaveChangesAsync();
        if (ofClass.Count == 0) return;

        // What rests on them is the learners' own, which no organiser writes; so are their messages.
        using (db.Current!.ActAsSystem())
        {
            db.RemoveRange(ofCourses);
            db.AddRange(ofCourses.Select(c => new WithdrawnCertificate(c, today)));
            await db.SaveChangesAsync();
            foreach (var (account, code, title) in ofClass.Select(c => (c.AccountId, c.Code, c.Title)).Concat(ofCourses.Select(c => (c.AccountId, c.Code, c.Title))))
                await db.TellAsync([account], new Letter(MessageKind.CertificateTakenBack, $"taken-back:{code}", today, Title: $"{title}: {because}") { ClassId = ofClass[0].ClassId });
        }
    }
}
