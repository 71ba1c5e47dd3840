using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Collections;
using PartyPortal.Domain;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.Files;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Uploads;

/// <summary>Files sent ahead of their form, in pieces that may be gone on with: the protocol tus with creation and termination.</summary>
[Route("uploads"), Authorize(Policies.SignedIn), Tus]
public sealed class UploadsController(PortalDb db, FileIntake intake, FileLimits limits, IFileStore store, TimeProvider clock) : Controller
{
    [HttpOptions("")]
    public IActionResult Options()
    {
        Response.Headers["Tus-Version"] = TusAttribute.Version;
        Response.Headers["Tus-Extension"] = "creation,termination,expiration";
        Response.Headers["Tus-Max-Size"] = $"{limits.MostBytes}";
        return NoContent();
    }

    [HttpPost(""), EnableRateLimiting(RateLimits.Upload)]
    public async Task<IActionResult> Create()
    {
        var announced = AnnouncedFile.Read(Request.Headers);
        if (announced is null) return BadRequest();

        if (!await IsForViewerAsync(announced.Use)) return Forbid();

        intake.CheckSize(FileName.Clean(announced.Name), announced.Use, announced.Bytes);
        if (!intake.HasRoomFor(announced.Bytes)) throw new NoRoomException();
        if (await db.Uploads.CountAsync() >= Upload.MostWaiting) throw new RuleBrokenException("Too many files of yours are waiting for their form. Save or remove them first.");

        var upload = new Upload(db.Viewer.AccountId!, announced.Use, announced.Name, announced.Bytes, clock.UtcNow());
        await System.IO.File.Create(store.Temporary(upload.Id)).DisposeAsync();
        db.Add(upload);
        await db.SaveChangesAsync();
        Tell(upload, 0);
        return Created(Url.Action(nameof(Show), new { id = upload.Id })!, null);
    }

    /// <summary>An office sends files of every use; whoever is asked for material sends what is asked.</summary>
    private async Task<bool> IsForViewerAsync(FileUse use) => use is FileUse.Answer
        ? await db.CollectionAnswers.AskedOf(db.Viewer).AnyAsync(a => a.Collection.State == CollectionState.Open)
        : db.Viewer.May(Policies.UploadFiles);

    [HttpHead("{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        if (await FindAsync(id) is not { } upload) return NotFound();

        var offset = upload.File is null ? new FileInfo(store.Temporary(id)).Length : upload.Bytes;
        // The portal may have been stopped between the last byte and the look into it.
        if (upload.File is null && offset == upload.Bytes) await ArriveAsync(upload);

        Response.Headers["Upload-Length"] = $"{upload.Bytes}";
        Tell(upload, offset);
        return Ok();
    }

    [HttpPatch("{id:guid}")]
    public async Task<IActionResult> Append(Guid id)
    {
        if (Request.ContentType != "application/offset+octet-stream") return StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (await FindAsync(id) is not { File: null } upload) return NotFound();

        var piece = await UploadPiece.AppendAsync(Request, store.Temporary(id), upload.Bytes);
        if (piece.Refusal is { } refusal) return StatusCode(refusal);
        if (piece.Offset == upload.Bytes) await ArriveAsync(upload);

        Tell(upload, piece.Offset);
        return NoContent();
    }

    [HttpDelete("{id:guid}")]
    public async Task<IActionResult> Delete(Guid id)
    {
        if (await FindAsync(id) is not { } upload) return NotFound();

        await ForgetAsync(upload);
        return NoContent();
    }

    private async Task<Upload?> FindAsync(Guid id)
    {
        var now = clock.UtcNow();
        var upload = await db.Uploads.SingleOrDefaultAsync(u => u.Id == id && u.ExpiresAt > now);
        return upload?.File is not null || System.IO.File.Exists(store.Temporary(id)) ? upload : null;
    }

    private async Task ArriveAsync(Upload upload)
    {
        try
        {
            upload.Arrive(await intake.TakeAsync(store.Temporary(upload.Id), upload.Name, upload.Use), clock.UtcNow());
            await db.SaveChangesAsync();
        }
        catch (RuleBrokenException)
        {
            await ForgetAsync(upload);
            throw;
        }
    }

    private async Task ForgetAsync(Upload upload)
    {
        db.Remove(upload);
        await db.SaveChangesAsync();
        System.IO.File.Delete(store.Temporary(upload.Id));
        if (upload.File is { } file) store.Delete(file.StoreName);
    }

    private void Tell(Upload upload, long offset)
    {
        Response.Headers["Upload-Offset"] = $"{offset}";
        Response.Headers["Upload-Expires"] = upload.ExpiresAt.ToString("R");
    }
}
