using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Classes;
using PartyPortal.Domain;
using PartyPortal.Domain.Classes;

namespace PartyPortal.Web.Features.Classes;

/// <summary>Notes who came to a session. Whoever has missed nothing more gets the certificate in the same save; where a mark is corrected so that something is missing, it is taken back, once the organiser has said so.</summary>
internal sealed class AttendanceBook(PortalDb db, SessionPage page)
{
    /// <summary>In its turn: a course that is completed meanwhile by the certificate would outlive it.</summary>
    public Task NoteAsync(AttendanceForm form, DateOnly today) => db.WholeAsync(ClassTurn.Of(page.Session.ClassId), () => SaveAsync(form, today));

    private async Task SaveAsync(AttendanceForm form, DateOnly today)
    {
        var marks = await db.ClassAttendances.Where(a => a.Session.ClassId == page.Session.ClassId).ToListAsync();
        foreach (var signUp in page.Seated)
        {
            var at = form.Lines.FindIndex(line => line.SignUpId == signUp.Id);
            if ((at < 0 ? null : form.Lines[at].Mark ?? (form.OthersCame ? AttendanceMark.Present : null)) is { } mark) Note(marks, signUp, mark, form.Lines[at].MadeUpBy, at);
        }

        await new Certifying(db, await db.TrainingClasses.Include(c => c.Sessions).SingleAsync(c => c.Id == page.Session.ClassId)).RunAsync(today, marks);
        var back = await TakingBack.OfAsync(db, page.Session.ClassId, marks);
        back.RequireConfirmed(form);
        await back.SaveAsync(form.Because, today);
    }

    private void Note(List<ClassAttendance> marks, ClassSignUp signUp, AttendanceMark mark, string? madeUpBy, int line)
    {
        var note = marks.Find(m => m.SessionId == page.Session.Id && m.SignUpId == signUp.Id) ?? new ClassAttendance(page.Session, signUp);
        if (note.Id == 0)
        {
            marks.Add(note);
            db.Add(note);
        }

        try
        {
            note.Note(mark, madeUpBy);
        }
        catch (RuleBrokenException broken)
        {
            throw new RuleBrokenException(broken.Message, broken.Details) { Field = $"{nameof(AttendanceForm.Lines)}[{line}].{broken.Field}" };
        }
    }
}
