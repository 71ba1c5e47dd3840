using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.People;

namespace PartyPortal.Data.People;

public static class DeletedInSets
{
    private const int AtOnce = 500;

    /// <summary>
    /// Deletes the notes of an import, and the records that it had made with their periods: to be called within the transaction of
    /// <see cref="PortalDb.ImportAsync"/>, which writes the audit row. The write guard sees rows of the change tracker, one by one, for half a minute,
    /// and not these statements. It need not: the visibility filter stands in each of them and asks of the record's branch what the guard would ask,
    /// and a record that is out of reach, or another version than was looked at, makes the count differ.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody has changed one of the records meanwhile: nothing is deleted.</exception>
    public static async Task DeleteImportedAsync(this PortalDb db, IReadOnlyCollection<ImportedPerson> rows)
    {
        foreach (var notes in rows.Select(r => r.Id).Chunk(AtOnce)) await db.ImportedPeople.Where(n => notes.Contains(n.Id)).ExecuteDeleteAsync();
        foreach (var people in rows.Where(r => r.Before is null).Select(r => r.Person).Chunk(AtOnce))
        {
            var (ids, versions) = (people.Select(p => p.Id).ToArray(), people.Select(p => p.Version).ToArray());
            await db.Set<PersonPeriod>().Where(p => ids.Contains(p.PersonId)).ExecuteDeleteAsync();
            if (await db.People.Where(p => ids.Contains(p.Id) && versions.Contains(p.Version)).ExecuteDeleteAsync() != ids.Length)
                throw new DbUpdateConcurrencyException("A record was changed while its import was taken back.");
        }
    }
}
