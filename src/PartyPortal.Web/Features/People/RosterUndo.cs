using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.People;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Sealing;

namespace PartyPortal.Web.Features.People;

/// <summary>Takes an import back: new records go, changed ones get their old values again. Whoever was changed since, or is named elsewhere, is left alone.</summary>
internal sealed class RosterUndo(PortalDb db, FieldSealer sealer)
{
    private const int AtOnce = 500;

    /// <param name="import">The import.</param>
    /// <param name="progress">Told how many rows are looked at.</param>
    /// <exception cref="Domain.RuleBrokenException">A value is taken by another record now: then nothing is taken back.</exception>
    public async Task RunAsync(PeopleImport import, Func<int, Task> progress)
    {
        var ids = await db.ImportedPeople.Where(p => p.ImportId == import.Id).Select(p => p.Id).ToListAsync();
        List<ImportedPerson> untouched = [];
        for (var at = 0; at < ids.Count; at += AtOnce)
        {
            untouched.AddRange(await UntouchedAsync(ids.GetRange(at, Math.Min(AtOnce, ids.Count - at))));
            await progress(Math.Min(at + AtOnce, ids.Count));
        }

        foreach (var row in untouched.Where(r => r.Before is not null)) Restore(row.Person, row.Before!);
        import.FinishTakingBack();
        var counts = $"{untouched.Count} taken back, {ids.Count - untouched.Count} left alone";
        await db.SavePersonAsync(() => db.ImportAsync("People.ImportUndone", $"Branch {import.BranchId}", counts, alongside: () => db.DeleteImportedAsync(untouched)));
    }

    private async Task<IEnumerable<ImportedPerson>> UntouchedAsync(List<int> ids)
    {
        var rows = await db.ImportedPeople.AsNoTracking().Include(p => p.Person).Where(p => ids.Contains(p.Id)).ToListAsync();
        var used = await db.PeopleInUseAsync([.. rows.Where(r => r.Before is null).Select(r => r.PersonId)]);
        return rows.Where(r => r.IsAsImported && !used.Contains(r.PersonId));
    }

    private void Restore(Person person, string before)
    {
        db.Attach(person);
        person.Restore(PersonValues.Open(before, person.SealId, sealer));
    }
}
