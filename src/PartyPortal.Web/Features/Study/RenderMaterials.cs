using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Platform.Programs;

namespace PartyPortal.Web.Features.Study;

/// <summary>
/// Makes pages of slides and text documents, and reads length and a still from films, with the programs that the machine has.
/// One file a run: other work waits meanwhile. What fails is not tried again before another file comes.
/// </summary>
[Display(Name = "Make study files readable in the page")]
internal sealed class RenderMaterials(IFileStore store, FileIntake intake, DataFolder data, LibreOffice office, Ffmpeg films) : IPortalJob
{
    private readonly FileKind[] _kinds =
    [
        .. office.IsInstalled ? [FileKind.Document, FileKind.Slides] : Array.Empty<FileKind>(),
        .. films.IsInstalled ? [FileKind.Video, FileKind.Audio] : Array.Empty<FileKind>(),
    ];

    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        if (_kinds.Length == 0) return;

        var material = await db.StudyMaterials.Include(m => m.Rendition)
            .Where(m => _kinds.Contains(m.File!.Kind) && (m.Rendition == null || m.Rendition.Sha256 != m.File.Sha256)).OrderBy(m => m.Id).FirstOrDefaultAsync();
        if (material?.File is not { } file) return;

        var rendition = material.Rendition ?? db.Add(new StudyRendition(material)).Entity;
        // Said first: a file at which a program brings the machine down is not taken up again after the start.
        rendition.Take(file, null, null, null);
        await db.SaveChangesAsync();
        try
        {
            await RenderAsync(rendition, file, EmptyFolder());
            await db.SaveChangesAsync();
        }
        catch (RuleBrokenException)
        {
            // What came out is larger than the portal keeps.
        }
        finally
        {
            EmptyFolder();
        }
    }

    /// <summary>In the data folder, where copies of a document are as well kept as the document.</summary>
    private string EmptyFolder()
    {
        var folder = data.Path("rendering");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }

    private async Task RenderAsync(StudyRendition rendition, StoredFile file, string folder)
    {
        await using var bytes = store.Open(file.StoreName);
        if (bytes is null || file.Kind is FileKind.Document or FileKind.Slides)
        {
            rendition.Take(file, bytes is null ? null : await KeepAsync(await office.MakePdfAsync(folder, bytes, file), Path.ChangeExtension(file.Name, ".pdf"), FileUse.Document), null, null);
            return;
        }

        var path = store.AddressOf(file.StoreName);
        var seconds = await films.SecondsAsync(folder, path, file);
        var still = file.Kind is FileKind.Video && seconds is { } length ? await films.MakeStillAsync(folder, path, file, length) : null;
        rendition.Take(file, null, await KeepAsync(still, "still.jpg", FileUse.Picture), seconds);
    }

    private async Task<StoredFile?> KeepAsync(string? path, string name, FileUse use)
    {
        if (path is null) return null;

        await using var made = File.OpenRead(path);
        return await intake.TakeAsync(made, name, use);
    }
}
