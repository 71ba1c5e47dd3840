using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace PartyPortal.Web.Features.Uploads;

/// <summary>One piece of a file, written behind what is there. The file itself knows how much has arrived, so that a crash cannot make two truths.</summary>
internal sealed record UploadPiece(long Offset, int? Refusal)
{
    public static async Task<UploadPiece> AppendAsync(HttpRequest request, string temporary, long total)
    {
        if (!long.TryParse(request.Headers["Upload-Offset"], out var begins)) return new(0, StatusCodes.Status400BadRequest);
        if (OpenAlone(temporary) is not { } target) return new(0, StatusCodes.Status423Locked);

        await using (target)
        {
            if (begins != target.Length) return new(target.Length, StatusCodes.Status409Conflict);
            if (request.ContentLength > total - begins) return new(begins, StatusCodes.Status413PayloadTooLarge);

            // Kestrel's own limit is for pages and forms.
            if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
            target.Seek(0, SeekOrigin.End);
            var fits = await CopyAsync(request, target, total);
            await target.FlushAsync();
            return new(target.Length, fits ? null : StatusCodes.Status413PayloadTooLarge);
        }
    }

    /// <summary>Whether all of the body had room; one buffer of it is in memory at a time.</summary>
    private static async Task<bool> CopyAsync(HttpRequest request, FileStream target, long total)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is > 0 and var read)
            {
                if (target.Position + read > total) return false;

                await target.WriteAsync(buffer.AsMemory(0, read));
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Null while another request writes to it: two at once would mix their bytes.</summary>
    private static FileStream? OpenAlone(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
        }
        catch (IOException busy) when (busy is not FileNotFoundException)
        {
            return null;
        }
    }
}
