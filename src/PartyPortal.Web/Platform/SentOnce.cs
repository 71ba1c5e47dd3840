using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Access;

namespace PartyPortal.Web.Platform;

/// <summary>A form whose row somebody must answer. Its view keeps <see cref="FormKey"/> in a hidden field.</summary>
public abstract class OnceForm
{
    /// <summary>Random for each form that is opened.</summary>
    public Guid FormKey { get; set; } = Guid.NewGuid();

    /// <summary>A form that was gone back to and holds other words has another key: they are a row of their own.</summary>
    protected Guid? KeyOf(params ReadOnlySpan<object?> words) =>
        FormKey == Guid.Empty ? null : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{FormKey}\0{string.Join('\0', words)}")).AsSpan(0, 16));
}

internal static class SentOnce
{
    /// <summary>The row that a form makes; where the same was sent before or is sent at this moment, the row of that.</summary>
    public static async Task<T> SaveOnceAsync<T>(this PortalDb db, Guid? key, Func<Task<T>> make) where T : class, ISentOnce
    {
        if (await EarlierAsync<T>(db, key) is { } earlier) return earlier;

        try
        {
            var row = await make();
            db.Add(row);
            await db.SaveChangesAsync();
            return row;
        }
        catch (Exception refused) when (refused is RuleBrokenException || (refused is DbUpdateException taken && db.IsDuplicate(taken)))
        {
            // Where only one more may wait, the row of that is what breaks the rule.
            db.ChangeTracker.Clear();
            if (await EarlierAsync<T>(db, key) is { } faster) return faster;
            throw;
        }
    }

    private static Task<T?> EarlierAsync<T>(PortalDb db, Guid? key) where T : class, ISentOnce => db.Set<T>().AsNoTracking().SingleOrDefaultAsync(row => key != null && row.SentKey == key);
}
