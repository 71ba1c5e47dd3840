using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

/// <param name="Title">The material's when the note was written.</param>
/// <param name="Readers">To whom the writer shows it.</param>
public sealed record OwnNote(int Id, int MaterialId, string Title, string? Quote, string? Text, IReadOnlyList<CircleName> Readers);

/// <param name="Id">Of its being shown, not of the note.</param>
public sealed record ShownNote(int Id, int MaterialId, string Title, string? Quote, string? Text, string From);

/// <summary>A learner's notes, and those that others show them. Both know the other's name, though the people are not theirs to look up otherwise.</summary>
public static class NoteBook
{
    /// <param name="materialId">Null for those beside any material.</param>
    public static async Task<IReadOnlyList<OwnNote>> OwnNotesAsync(this PortalDb db, int? materialId = null)
    {
        var me = db.Viewer.AccountId;
        return me is null ? [] : await db.StudyNotes.IgnoreQueryFilters([Visibility.Filter]).Where(n => n.AccountId == me && (materialId == null || n.MaterialId == materialId)).OrderBy(n => n.Id)
            .Select(n => new OwnNote(n.Id, n.MaterialId, n.Title, n.Quote, n.Text, n.Readers.OrderBy(r => r.Person.NameKey).ThenBy(r => r.Id).Select(r => new CircleName(r.PersonId, r.Person.Name)).ToList())).ToListAsync();
    }

    /// <summary>What others show the viewer, beside materials that the viewer may open.</summary>
    /// <param name="materialId">Null for those beside any material.</param>
    public static async Task<IReadOnlyList<ShownNote>> ShownNotesAsync(this PortalDb db, int? materialId = null)
    {
        if (db.Viewer.PersonId is not { } me) return [];

        var shown = await db.NoteReaders.IgnoreQueryFilters([Visibility.Filter]).Where(r => r.PersonId == me && !r.IsPutAway && (materialId == null || r.Note.MaterialId == materialId)).OrderBy(r => r.Id)
            .Select(r => new ShownNote(r.Id, r.Note.MaterialId, r.Note.Material.Title, r.Note.Quote, r.Note.Text, db.People.Where(p => p.AccountId == r.AccountId).Select(p => p.Name).FirstOrDefault() ?? "")).ToListAsync();
        if (shown.Count == 0) return [];

        var materials = shown.Select(n => n.MaterialId).Distinct().ToList();
        var open = await db.StudyMaterials.Where(m => materials.Contains(m.Id) && m.State == StudyState.Published).Select(m => m.Id).ToListAsync();
        return shown.FindAll(n => open.Contains(n.MaterialId));
    }

    /// <summary>To whom the viewer shows one of their notes.</summary>
    public static Task<List<CircleName>> NoteReadersAsync(this PortalDb db, int noteId)
    {
        var me = db.Viewer.AccountId;
        return db.NoteReaders.IgnoreQueryFilters([Visibility.Filter]).Where(r => r.NoteId == noteId && r.AccountId == me).OrderBy(r => r.Person.NameKey).ThenBy(r => r.Id).Select(r => new CircleName(r.PersonId, r.Person.Name)).ToListAsync();
    }

    /// <summary>The viewer's own note, to be shown to people.</summary>
    public static Task<StudyNote?> FindNoteToShowAsync(this PortalDb db, int id)
    {
        var me = db.Viewer.AccountId;
        return db.StudyNotes.IgnoreQueryFilters([Visibility.Filter]).Include(n => n.Material).Include(n => n.Readers).SingleOrDefaultAsync(n => n.Id == id && n.AccountId == me);
    }

    /// <summary>Those who read along with the viewer in a circle that is not ended.</summary>
    public static Task<List<CircleName>> FellowReadersAsync(this PortalDb db)
    {
        var me = db.Viewer.PersonId;
        return db.People.IgnoreQueryFilters([Visibility.Filter])
            .Where(p => p.Id != me && p.Stage != Stage.Former && db.CircleMembers.Any(m => m.PersonId == p.Id && m.Circle.EndedOn == null && m.Circle.Members.Any(own => own.PersonId == me)))
            .OrderBy(p => p.NameKey).ThenBy(p => p.Id).Select(p => new CircleName(p.Id, p.Name)).ToListAsync();
    }
}
