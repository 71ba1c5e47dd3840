using System.Security.Cryptography;
using PartyPortal.Domain;
using PartyPortal.Domain.Files;

namespace PartyPortal.Web.Platform.Files;

/// <summary>The one way in for a file: its size, kind and content are looked at before it is kept. The row that holds the answer is saved afterwards.</summary>
public sealed class FileIntake(IFileStore store, FileLimits limits)
{
    /// <summary>Takes bytes as they come, never more than one buffer of them in memory.</summary>
    /// <exception cref="RuleBrokenException">It is too large or may not be taken; nothing is kept then.</exception>
    public async Task<StoredFile> TakeAsync(Stream from, string? sentName, FileUse use, CancellationToken ct = default)
    {
        var temporary = store.Temporary(Guid.NewGuid());
        try
        {
            await using (var target = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous)) await from.CopyToAsync(target, ct);
            return await TakeAsync(temporary, sentName, use, ct);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Takes what was written to one of the store's temporary files.</summary>
    /// <exception cref="RuleBrokenException">It is too large or may not be taken; nothing is kept then.</exception>
    public async Task<StoredFile> TakeAsync(string temporary, string? sentName, FileUse use, CancellationToken ct = default)
    {
        var name = FileName.Clean(sentName);
        CheckSize(name, use, new FileInfo(temporary).Length);
        var type = FileCheck.Inspect(temporary, name, use);
        if (type.Kind is not FileKind.Picture) return await KeepAsync(temporary, name, type, ct);

        var redrawn = store.Temporary(Guid.NewGuid());
        try
        {
            PictureContent.Redraw(temporary, redrawn, name, type);
            return await KeepAsync(redrawn, Path.ChangeExtension(name, ExtensionOf(type)), type, ct);
        }
        finally
        {
            File.Delete(redrawn);
            File.Delete(temporary);
        }
    }

    /// <summary>Said before the first byte is sent where the size is known.</summary>
    /// <exception cref="RuleBrokenException">Such a thing is not taken for this use, or not so large.</exception>
    public void CheckSize(string name, FileUse use, long bytes)
    {
        var type = FileTypes.Find(name, use);
        var most = limits.BytesOf(use, type.Kind);
        if (bytes == 0) throw new RuleBrokenException("“{0}” is empty.", name);
        if (bytes > most) throw new RuleBrokenException("“{0}” is larger than {1} MB.", name, most / 1024 / 1024);
    }

    /// <summary>Whether there is room for so many bytes more.</summary>
    public bool HasRoomFor(long bytes) => store.FreeBytes - bytes > limits.KeepFreeBytes;

    private async Task<StoredFile> KeepAsync(string temporary, string name, FileType type, CancellationToken ct)
    {
        string hash;
        long length;
        await using (var bytes = File.OpenRead(temporary)) (hash, length) = (Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct)), bytes.Length);
        return new StoredFile(store.Keep(temporary), name, type.Kind, type.MediaType, length, hash);
    }

    private static string ExtensionOf(FileType type) => type.MediaType switch { "image/jpeg" => ".jpg", "image/webp" => ".webp", _ => ".png" };
}
