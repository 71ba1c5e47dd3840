using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PartyPortal.Domain.Files;

namespace PartyPortal.Data.Files;

/// <summary>Which files some row still keeps. The owners are found in the model, so that a new one cannot be forgotten and lose its files.</summary>
public static class FilesInUse
{
    private static readonly MethodInfo Kept = typeof(FilesInUse).GetMethod(nameof(KeptByAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <param name="db">The database, opened as the portal itself: whoever sees less would take a hidden row's file for an orphan.</param>
    /// <param name="storeNames">At most some hundred names.</param>
    public static async Task<HashSet<string>> AmongAsync(PortalDb db, IReadOnlyCollection<string> storeNames)
    {
        if (!db.Viewer.SeesEverything) throw new InvalidOperationException("Only the portal itself may ask which files nobody keeps.");

        HashSet<string> kept = [];
        foreach (var (owner, property) in Owners(db.Model))
            kept.UnionWith(await (Task<List<string>>)Kept.MakeGenericMethod(owner.ClrType).Invoke(null, [db, property.Name, storeNames])!);

        return kept;
    }

    public static IEnumerable<(IEntityType Owner, IComplexProperty Property)> Owners(IModel model) =>
        from owner in model.GetEntityTypes()
        from property in owner.GetComplexProperties()
        where property.ClrType == typeof(StoredFile)
        select (owner, property);

    private static Task<List<string>> KeptByAsync<T>(PortalDb db, string property, IReadOnlyCollection<string> names) where T : class =>
        db.Set<T>().Where(row => names.Contains(EF.Property<StoredFile>(row, property).StoreName))
            .Select(row => EF.Property<StoredFile>(row, property).StoreName).ToListAsync();
}
