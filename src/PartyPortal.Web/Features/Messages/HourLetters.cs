using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Messages;
using PartyPortal.Domain.Messages;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Tells a member what became of the self-study they declared, and a helper that it was not so.</summary>
internal static class HourLetters
{
    public static async Task TellAsync(PortalDb db, OutboxMessage cause, DateOnly today)
    {
        var study = await db.SelfStudies.Where(s => s.Id == cause.SubjectId).Select(s => new { s.Title, s.RecordedBy, s.Person.AccountId }).SingleOrDefaultAsync();
        // Taken back meanwhile, or of somebody without an account: there is nothing to tell.
        if ((cause.Kind is MessageKind.HoursObjected ? study?.RecordedBy : study?.AccountId) is not { } reader) return;

        await db.TellAsync([reader], new Letter(cause.Kind, $"{cause.Id:N}", today, Title: study!.Title));
    }
}
