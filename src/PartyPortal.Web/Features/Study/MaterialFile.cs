using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Study;

/// <summary>A material that keeps the very same file.</summary>
/// <param name="IsOwn">Whether it is among those that the editor manages.</param>
public sealed record StudyTwin(int Id, string Title, bool IsOwn);

internal static class MaterialFile
{
    private const int MostCaptionBytes = 1024 * 1024;

    /// <summary>Gives the material the file of its form, where there is a new one. The same file again is only taken on the editor's word.</summary>
    public static async Task TakeFileAsync(this PortalDb db, StudyMaterial material, StudyForm form, Arrivals arrivals)
    {
        if (material.Kind.NeededFile() is not { } use || form.Files.Count == 0) return;

        var file = (await arrivals.TakeAsync(form.Files, nameof(form.Files), use))[0];
        form.Twin = form.AddAnyway ? null : await TwinAsync(db, material, file);
        if (form.Twin is { } twin) throw new RuleBrokenException("This file is here already: {0}.", twin.Title) { Field = nameof(form.Files) };

        material.Attach(file);
    }

    /// <summary>Puts the captions of a file into the field where they are read, shown again when a line is wrong, and mended.</summary>
    /// <exception cref="RuleBrokenException">It is too large for captions, or no text.</exception>
    public static async Task TakeCaptionsAsync(this Controller controller, StudyForm form)
    {
        if (form.CaptionsFile is not { } file) return;
        if (file.Length > MostCaptionBytes) throw new RuleBrokenException("“{0}” is larger than {1} MB.", FileName.Clean(file.FileName), MostCaptionBytes / 1024 / 1024) { Field = nameof(form.CaptionsFile) };

        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            form.Captions = await reader.ReadToEndAsync();
            // Else the field would repeat what was sent.
            controller.ModelState.Remove(nameof(form.Captions));
        }
        catch (DecoderFallbackException)
        {
            throw new RuleBrokenException("“{0}” is no text in UTF-8. Save it as UTF-8 and send it again.", FileName.Clean(file.FileName)) { Field = nameof(form.CaptionsFile) };
        }
    }

    /// <summary>Only among what the editor sees: the answer must not tell what others keep.</summary>
    private static Task<StudyTwin?> TwinAsync(PortalDb db, StudyMaterial material, StoredFile file) =>
        db.StudyMaterials.Where(m => m.Id != material.Id && m.File!.Sha256 == file.Sha256).OrderBy(m => m.Id).Select(m => new StudyTwin(m.Id, m.Title, m.Branch.Path.StartsWith(db.Viewer.Path))).FirstOrDefaultAsync();
}
