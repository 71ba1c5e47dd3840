using System.Buffers.Binary;
using System.Text;
using PartyPortal.Domain;
using PartyPortal.Domain.Files;

namespace PartyPortal.Web.Platform.Files;

/// <summary>A type that is taken: by its extension, and by how its bytes begin.</summary>
internal sealed record FileType(string Extension, FileKind Kind, string MediaType, FileTypes.Signature Signature);

/// <summary>The closed list of what is taken. A name proves nothing and neither do first bytes; both must agree with the use.</summary>
internal static class FileTypes
{
    public delegate bool Signature(ReadOnlySpan<byte> head);

    /// <summary>So many bytes are looked at.</summary>
    public const int HeadBytes = 4096;

    private const string Office = "application/vnd.openxmlformats-officedocument.";

    private static readonly FileType[] All =
    [
        new(".pdf", FileKind.Pdf, "application/pdf", head => head.StartsWith("%PDF-"u8)),
        new(".docx", FileKind.Document, Office + "wordprocessingml.document", IsZip),
        new(".xlsx", FileKind.Spreadsheet, Office + "spreadsheetml.sheet", IsZip),
        new(".pptx", FileKind.Slides, Office + "presentationml.presentation", IsZip),
        new(".doc", FileKind.Document, "application/msword", IsOldOffice),
        new(".wps", FileKind.Document, "application/vnd.ms-works", IsOldOffice),
        new(".xls", FileKind.Spreadsheet, "application/vnd.ms-excel", IsOldOffice),
        new(".ppt", FileKind.Slides, "application/vnd.ms-powerpoint", IsOldOffice),
        new(".txt", FileKind.Text, "text/plain", IsText),
        new(".csv", FileKind.Text, "text/csv", IsText),
        // Pictures are made anew from their pixels, so that any of the four may hide behind any of the names.
        new(".jpg", FileKind.Picture, "image/jpeg", IsPicture),
        new(".jpeg", FileKind.Picture, "image/jpeg", IsPicture),
        new(".png", FileKind.Picture, "image/png", IsPicture),
        new(".gif", FileKind.Picture, "image/png", IsPicture),
        new(".webp", FileKind.Picture, "image/webp", IsPicture),
        new(".mp4", FileKind.Video, "video/mp4", IsMpeg4),
        new(".m4v", FileKind.Video, "video/mp4", IsMpeg4),
        new(".webm", FileKind.Video, "video/webm", head => head.StartsWith(Bytes(0x1A, 0x45, 0xDF, 0xA3)) && head[..Math.Min(64, head.Length)].IndexOf("webm"u8) > 0),
        new(".m4a", FileKind.Audio, "audio/mp4", IsMpeg4),
        new(".mp3", FileKind.Audio, "audio/mpeg", head => head.StartsWith("ID3"u8) || (head.Length > 2 && head[0] == 0xFF && (head[1] & 0xE6) == 0xE2)),
        new(".wav", FileKind.Audio, "audio/wav", head => head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WAVE"u8)),
    ];

    /// <summary>By its extension alone.</summary>
    /// <exception cref="RuleBrokenException">Such a thing is not taken for this use.</exception>
    public static FileType Find(string name, FileUse use)
    {
        var extension = FileName.Extension(name);
        return Array.Find(All, t => t.Extension.Equals(extension, StringComparison.OrdinalIgnoreCase) && KindsFor(use).Contains(t.Kind))
            ?? throw new RuleBrokenException("“{0}” is of a kind that is not taken here. These are: {1}.", name, ExtensionsFor(use));
    }

    /// <summary>The extensions that are taken, as a browser's <c>accept</c> and as a person reads them.</summary>
    public static string ExtensionsFor(FileUse use) => ExtensionsOf(KindsFor(use));

    public static string ExtensionsOf(IReadOnlyCollection<FileKind> kinds) => string.Join(", ", All.Where(t => kinds.Contains(t.Kind)).Select(t => t.Extension));

    public static FileKind[] KindsFor(FileUse use) => use switch
    {
        FileUse.Attachment or FileUse.Answer => Enum.GetValues<FileKind>(),
        FileUse.Picture => [FileKind.Picture],
        FileUse.Video => [FileKind.Video],
        FileUse.Audio => [FileKind.Audio],
        FileUse.Document => [FileKind.Pdf, FileKind.Document],
        FileUse.Slides => [FileKind.Slides, FileKind.Pdf],
        _ => [],
    };

    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8);

    public static bool IsOldOffice(ReadOnlySpan<byte> head) => head.StartsWith(Bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1));

    private static ReadOnlySpan<byte> Bytes(params byte[] bytes) => bytes;

    private static bool IsPicture(ReadOnlySpan<byte> head) =>
        head.StartsWith(Bytes(0xFF, 0xD8, 0xFF)) || head.StartsWith(Bytes(0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A)) || head.StartsWith("GIF8"u8)
        || (head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WEBP"u8));

    private static bool IsMpeg4(ReadOnlySpan<byte> head) =>
        head.Length > 12 && head[4..].StartsWith("ftyp"u8) && BinaryPrimitives.ReadUInt32BigEndian(head) is >= 16 and < HeadBytes && !head[8..].StartsWith("qt  "u8);

    /// <summary>No control characters, and no beginning that a careless program would take for a page.</summary>
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        foreach (var letter in head)
        {
            if (letter is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r')) return false;
        }

        return !head.TrimStart([.. Encoding.UTF8.Preamble, .. " \t\r\n"u8]).StartsWith("<"u8);
    }
}
