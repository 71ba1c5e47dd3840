using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;

namespace PartyPortal.Web.Platform;

/// <summary>A form that edits a row under its version.</summary>
public interface IVersionedForm : IForm
{
    Guid Version { get; set; }
}

/// <summary>Knows how a row reads as this form, so that a stale edit can show what was saved beside what was typed.</summary>
public interface IFormOf<TForm, TEntity> : IVersionedForm
    where TForm : IFormOf<TForm, TEntity>
    where TEntity : class, IVersioned
{
    static abstract TForm For(TEntity row);
}

/// <summary>Somebody else saved first: both texts are shown side by side, and saving again knows what it overwrites.</summary>
internal static class StaleEdit
{
    /// <summary>Where the fields of the page find the form as it was saved meanwhile.</summary>
    public const string Saved = "saved-meanwhile";

    public static async Task ShowSavedAsync(PortalDb db, IForm typed, DbUpdateConcurrencyException stale, ViewDataDictionary view, ModelStateDictionary state)
    {
        if (typed is not IVersionedForm form || await SavedAsync(db, typed.GetType(), stale) is not { } saved) return;

        view[Saved] = saved;
        form.Version = saved.Version;
        // Else the field would repeat the version that was sent.
        state.Remove(nameof(IVersionedForm.Version));
    }

    private static async Task<IVersionedForm?> SavedAsync(PortalDb db, Type typed, DbUpdateConcurrencyException stale)
    {
        var forms = typed.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IFormOf<,>))?.GetGenericArguments();
        if (forms is null || stale.Entries.FirstOrDefault(e => e.Metadata.ClrType == forms[1])?.Property("Id").CurrentValue is not int id) return null;

        var read = typeof(StaleEdit).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(forms);
        return await (Task<IVersionedForm?>)read.Invoke(null, [db, id])!;
    }

    // Through the visibility filter: a row that was moved out of sight meanwhile is not shown.
    private static async Task<IVersionedForm?> ReadAsync<TForm, TEntity>(PortalDb db, int id)
        where TForm : IFormOf<TForm, TEntity>
        where TEntity : class, IVersioned =>
        await db.Set<TEntity>().AsNoTracking().SingleOrDefaultAsync(row => EF.Property<int>(row, "Id") == id) is { } row ? TForm.For(row) : null;
}
