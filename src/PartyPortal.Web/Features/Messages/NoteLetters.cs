using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Messages;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Tells somebody once of each note that is shown to them: beside which material, and none of its words.</summary>
internal static class NoteLetters
{
    public static async Task TellAsync(PortalDb db, OutboxMessage cause, DateOnly today)
    {
        var shown = await db.NoteReaders.Where(r => r.PersonId == cause.SubjectId && r.AwaitsWord && r.Person.AccountId != null && r.Note.Material.State == StudyState.Published)
            .OrderBy(r => r.Id).Select(r => new { r.Id, r.Person.AccountId, r.Note.Material.Title }).ToListAsync();
        foreach (var reader in shown)
        {
            await db.TellAsync([reader.AccountId!], new Letter(cause.Kind, $"note:{reader.Id}", today, Title: reader.Title));
            if (await db.NoteReaders.SingleOrDefaultAsync(r => r.Id == reader.Id) is { } told) told.WasTold();
            await db.SaveChangesAsync();
        }
    }
}
