using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using PartyPortal.Domain.Files;

namespace PartyPortal.Web.Platform.Files;

/// <summary>Who may read a file, as far as caches need to know.</summary>
public enum Readers
{
    /// <summary>Anybody: a cache may keep it, but asks each time whether it is still there.</summary>
    Everybody = 1,

    /// <summary>Some: no cache keeps it.</summary>
    Some,
}

/// <summary>Serves a file. Each owner's action asks for its row first, so that who may not see the row gets 404 and not a byte.</summary>
public static class FileAnswers
{
    // A file is data: no script, no form, no frame, wherever it is opened. Browsers show a PDF only without "sandbox".
    private const string Sandbox = "default-src 'none'; media-src 'self'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";
    private const string Viewer = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    /// <summary>The bytes, whole or in ranges; pages, documents and sheets are only saved, media and PDF also shown.</summary>
    public static IActionResult StoredFile(this Controller controller, StoredFile file, Readers readers)
    {
        if (controller.HttpContext.RequestServices.GetRequiredService<IFileStore>().Open(file.StoreName) is not { } bytes) return controller.NotFound();

        var headers = controller.Response.Headers;
        headers.ContentSecurityPolicy = file.Kind is FileKind.Pdf ? Viewer : Sandbox;
        headers.CacheControl = readers is Readers.Everybody ? "public, no-cache" : "no-store";
        headers.ContentDisposition = Disposition(file);
        return new FileStreamResult(bytes, file.MediaType)
        {
            EnableRangeProcessing = true,
            EntityTag = new EntityTagHeaderValue($"\"{file.Sha256[..32]}\""),
        };
    }

    private static string Disposition(StoredFile file)
    {
        var type = file.Kind is FileKind.Pdf or FileKind.Picture or FileKind.Video or FileKind.Audio ? "inline" : "attachment";
        return $"{type}; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}";
    }
}
