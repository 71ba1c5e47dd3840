using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Platform;

/// <summary>How far the learner has come with a material. A row that says nothing any more is not kept.</summary>
internal static class ProgressBook
{
    /// <returns>False where the learner has no such material.</returns>
    public static async Task<bool> KeepProgressAsync(this PortalDb db, int materialId, Action<StudyProgress> change)
    {
        if (!await db.StudyMaterials.AnyAsync(m => m.Id == materialId && m.State == StudyState.Published)) return false;

        try
        {
            await SaveAsync(db, materialId, change);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || db.IsDuplicate(failure))
        {
            // A second click, or another browser of the same learner, was faster by a moment: its row is taken.
            db.ChangeTracker.Clear();
            await SaveAsync(db, materialId, change);
        }

        return true;
    }

    private static async Task SaveAsync(PortalDb db, int materialId, Action<StudyProgress> change)
    {
        var me = db.Viewer.AccountId!;
        var kept = await db.StudyProgress.SingleOrDefaultAsync(p => p.MaterialId == materialId && p.AccountId == me);
        var progress = kept ?? new StudyProgress(materialId, me);
        change(progress);
        if (kept is null && !progress.IsBlank) db.Add(progress);
        if (kept is not null && progress.IsBlank) db.Remove(progress);
        await db.SaveChangesAsync();
    }
}
