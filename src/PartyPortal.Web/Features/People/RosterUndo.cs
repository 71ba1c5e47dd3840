using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PartyPortal.Data;
using PartyPortal.Data.People;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Sealing;

namespace PartyPortal.Web.Features.People;

/// <summary>Takes an import back: new records go, changed ones get their old values again. Whoever was changed since, or is named elsewhere, is left alone.</summary>
internal sealed class RosterUndo(PortalDb db, FieldSealer sealer, DateOnly today)
{
    /// <exception cref="Domain.RuleBrokenException">It is too late, or a value is taken by another record now.</exception>
    public async Task RunAsync(PeopleImport import)
    {
        import.Undo(today);
        var rows = await db.ImportedPeople.Include(p => p.Person).ThenInclude(p => p.Periods).Where(p => p.ImportId == import.Id).ToListAsync();
        var used = await db.PeopleInUseAsync([.. rows.Where(r => r.Before is null).Select(r => r.PersonId)]);
        var undone = rows.Where(r => r.IsAsImported && (r.Before is not null || !used.Contains(r.PersonId))).ToList();

        // Row by row EF would look after what hangs on each: here all of it is named, the notes before the people whom they name.
        (db.ChangeTracker.CascadeDeleteTiming, db.ChangeTracker.DeleteOrphansTiming) = (CascadeTiming.Never, CascadeTiming.Never);
        db.RemoveRange(undone);
        foreach (var row in undone) Undo(row.Person, row.Before);
        await db.SavePersonAsync(() => db.ImportAsync("People.ImportUndone", $"Branch {import.BranchId}", $"{undone.Count} taken back, {rows.Count - undone.Count} left alone"));
    }

    private void Undo(Person person, string? before)
    {
        if (before is not null)
        {
            person.Restore(PersonValues.Open(before, person.SealId, sealer));
            return;
        }

        db.RemoveRange(person.Periods);
        db.Remove(person);
    }
}
