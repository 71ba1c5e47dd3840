using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace PartyPortal.Web.Platform.Files;

/// <summary>An archive, written to the line as it is made: of what is kept, one buffer of one file is in memory at a time.</summary>
/// <param name="name">Without its ending.</param>
/// <param name="made">What was made for the archive; it stands on top.</param>
/// <param name="kept">Files of the store. One that is gone is left out.</param>
internal sealed class ZipAnswer(string name, (string Path, byte[] Bytes) made, IReadOnlyList<(string Path, string StoreName)> kept) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, ended) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        var store = context.HttpContext.RequestServices.GetRequiredService<IFileStore>();
        response.ContentType = "application/zip";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name + ".zip")}";

        // The runtime ends an entry without awaiting: the last bytes of its buffer, never a file.
        if (context.HttpContext.Features.Get<IHttpBodyControlFeature>() is { } control) control.AllowSynchronousIO = true;

        await using var zip = await ZipArchive.CreateAsync(response.Body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ended);
        await AddAsync(zip, made.Path, new MemoryStream(made.Bytes), ended);
        foreach (var (path, storeName) in kept)
            if (store.Open(storeName) is { } bytes) await AddAsync(zip, path, bytes, ended);
    }

    private static async Task AddAsync(ZipArchive zip, string path, Stream bytes, CancellationToken ended)
    {
        await using (bytes)
        {
            // What people send is packed already.
            await using var entry = await zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(ended);
            await bytes.CopyToAsync(entry, ended);
        }
    }
}
