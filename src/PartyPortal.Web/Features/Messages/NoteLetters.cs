using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Messages;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Tells somebody once of each note that is shown to them: beside which material, and none of its words. What is taken back is not told any more.</summary>
internal static class NoteLetters
{
    public static async Task TellAsync(PortalDb db, OutboxMessage cause, DateOnly today)
    {
        if (await db.People.Where(p => p.Id == cause.SubjectId).Select(p => p.AccountId).SingleOrDefaultAsync() is not { } account) return;

        var shown = await db.NoteReaders.AsNoTracking().Include(r => r.Person.Branch).Include(r => r.Note.Material).Where(r => r.PersonId == cause.SubjectId).OrderBy(r => r.Id).ToListAsync();
        foreach (var reader in shown.Where(r => r.AwaitsWord && r.Note.Material.State is StudyState.Published && Audience.Reaches(r.Note.Material.Addressees, r.Person)))
        {
            await db.TellAsync([account], new Letter(cause.Kind, Key(reader), today, Title: reader.Note.Material.Title));
            if (await db.NoteReaders.SingleOrDefaultAsync(r => r.Id == reader.Id) is { } told) told.WasTold();
            await db.SaveChangesAsync();
        }

        var keys = shown.ConvertAll(Key);
        db.RemoveRange(await db.Messages.Where(m => m.AccountId == account && m.Kind == MessageKind.NoteShown && !keys.Contains(m.Key)).ToListAsync());
        await db.SaveChangesAsync();
    }

    private static string Key(NoteReader reader) => $"note:{reader.Id}";
}
