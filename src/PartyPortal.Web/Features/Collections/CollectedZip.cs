using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.Files;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Collections;

/// <summary>
/// Every file that was handed in, in a folder of its branch and person, with the workbook on top. Written to the line as it is made: one
/// buffer of one file is in memory at a time.
/// </summary>
internal sealed class CollectedZip(string name, byte[] workbook, IReadOnlyList<(string Path, string StoreName)> files) : IActionResult
{
    public static async Task<CollectedZip> OfAsync(PortalDb db, Collection collection)
    {
        var rows = await db.CollectionFiles.Where(f => f.Answer.CollectionId == collection.Id && f.Answer.State == AnswerState.HandedIn).OrderBy(f => f.AnswerId).ThenBy(f => f.Question).ThenBy(f => f.Id)
            .Select(f => new { f.Answer.PersonId, f.Answer.Name, f.Answer.Number, Branch = f.Answer.OfBranch.Name, f.Question, File = f.File.Name, f.File.StoreName }).ToListAsync();
        var places = collection.Questions.ToDictionary(q => q.Number, q => q.Position);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return new CollectedZip(NameOf(collection.Title), await CollectedSheet.OfAsync(db, collection), [.. rows.Select(f =>
        {
            var folder = f.PersonId is null ? NameOf(f.Branch) : $"{NameOf(f.Branch)}/{NameOf(f.Number is null ? f.Name : $"{f.Name} {f.Number}")}";
            return (Unused(taken, $"{folder}/{places[f.Question]}-{FileName.Clean(f.File)}"), f.StoreName);
        })]);
    }

    /// <summary>A title or name as a folder: nothing in it climbs out or means something to a file system.</summary>
    public static string NameOf(string words) => FileName.Clean(words.Replace('/', '／').Replace('\\', '＼'));

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
        await AddAsync(zip, name + ".xlsx", new MemoryStream(workbook), ended);
        foreach (var (path, storeName) in files)
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

    private static string Unused(HashSet<string> taken, string path)
    {
        var (stem, extension) = (path[..^FileName.Extension(path).Length], FileName.Extension(path));
        for (var number = 2; !taken.Add(path); number++) path = $"{stem} ({number}){extension}";
        return path;
    }
}
