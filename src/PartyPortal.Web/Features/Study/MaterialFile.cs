using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Study;

/// <summary>A material that keeps the very same file.</summary>
public sealed record StudyTwin(int Id, string Title);

internal static class MaterialFile
{
    /// <summary>Gives the material the file of its form, where there is a new one. The same file again is only taken on the editor's word.</summary>
    public static async Task TakeFileAsync(this PortalDb db, StudyMaterial material, StudyForm form, Arrivals arrivals)
    {
        if (material.Kind.NeededFile() is not { } use || form.Files.Count == 0) return;

        var file = (await arrivals.TakeAsync(form.Files, nameof(form.Files), use))[0];
        form.Twin = form.AddAnyway ? null : await TwinAsync(db, material, file);
        if (form.Twin is { } twin) throw new RuleBrokenException("This file is here already: {0}.", twin.Title) { Field = nameof(form.Files) };

        material.Attach(file);
    }

    /// <summary>Only among what the editor sees: the answer must not tell what others keep.</summary>
    private static Task<StudyTwin?> TwinAsync(PortalDb db, StudyMaterial material, StoredFile file) =>
        db.StudyMaterials.Where(m => m.Id != material.Id && m.File!.Sha256 == file.Sha256).OrderBy(m => m.Id).Select(m => new StudyTwin(m.Id, m.Title)).FirstOrDefaultAsync();
}
