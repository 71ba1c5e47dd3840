using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PartyPortal.Data.Access;
using PartyPortal.Domain.People;

namespace PartyPortal.Data.People;

/// <summary>Who is named by some row elsewhere. The rows are found in the model, so that a new kind cannot be forgotten and lose its person.</summary>
public static class PeopleInUse
{
    private const int AtOnce = 500;

    // What goes with the record itself.
    private static readonly Type[] Own = [typeof(PersonPeriod), typeof(ImportedPerson)];

    private static readonly MethodInfo Named = typeof(PeopleInUse).GetMethod(nameof(NamedByAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static async Task<HashSet<int>> PeopleInUseAsync(this PortalDb db, IReadOnlyCollection<int> ids)
    {
        HashSet<int> used = [];
        foreach (var key in db.Model.FindEntityType(typeof(Person))!.GetReferencingForeignKeys().Where(k => !Own.Contains(k.DeclaringEntityType.ClrType) && !k.DeclaringEntityType.IsOwned()))
        {
            foreach (var some in ids.Chunk(AtOnce))
                used.UnionWith(await (Task<List<int>>)Named.MakeGenericMethod(key.DeclaringEntityType.ClrType).Invoke(null, [db, key.Properties[0].Name, some])!);
        }

        return used;
    }

    /// <summary>Whoever may see the row: a yes or no for each of the people, and nothing of the row.</summary>
    private static Task<List<int>> NamedByAsync<T>(PortalDb db, string property, int[] ids) where T : class =>
        db.Set<T>().IgnoreQueryFilters([Visibility.Filter]).Select(row => EF.Property<int?>(row, property)).Where(id => id != null && ids.Contains(id.Value)).Select(id => id!.Value).Distinct().ToListAsync();
}
