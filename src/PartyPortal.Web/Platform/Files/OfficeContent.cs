using System.Buffers;
using System.IO.Compression;
using System.Text;
using PartyPortal.Domain;
using PartyPortal.Domain.Files;

namespace PartyPortal.Web.Platform.Files;

/// <summary>Looks into docx, xlsx and pptx: no macros, no programs, nothing fetched from elsewhere, nothing that unfolds without end.</summary>
internal static class OfficeContent
{
    private const int MostParts = 10_000;
    private const long MostUnfolded = 1024L * 1024 * 1024;

    // Honest sheets shrink to a fortieth at most; bombs to a thousandth.
    private const int MostRatio = 150;
    private const long RatioFrom = 16 * 1024 * 1024;
    private const int MostRelations = 4 * 1024 * 1024;

    private static readonly string[] Programs = [".exe", ".dll", ".js", ".vbs", ".hta", ".bat", ".cmd", ".ps1", ".jar", ".scr", ".msi", ".lnk", ".html", ".htm", ".svg", ".zip"];

    public static void Check(Stream bytes, string name, FileType type)
    {
        try
        {
            using var parts = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true);
            if (parts.Entries.Count > MostParts || parts.Entries.Sum(p => p.Length) > MostUnfolded) throw Damaged(name);
            if (parts.GetEntry("[Content_Types].xml") is null || !parts.Entries.Any(p => p.FullName.StartsWith(FolderOf(type), StringComparison.Ordinal)))
                throw new RuleBrokenException("The content of “{0}” is not what its name says. Save it again in the program that made it.", name);

            foreach (var part in parts.Entries) CheckPart(part, name);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            throw Damaged(name);
        }
    }

    private static string FolderOf(FileType type) => type.Kind switch { FileKind.Document => "word/", FileKind.Spreadsheet => "xl/", _ => "ppt/" };

    private static void CheckPart(ZipArchiveEntry part, string name)
    {
        var path = part.FullName;
        if (path.Contains("..", StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal) || path.StartsWith('/')) throw Damaged(name);
        if (path.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || Programs.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)) throw HasPrograms(name);

        var isXml = path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        var isRelations = path.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || path == "[Content_Types].xml";
        var text = Unfold(part, name, isRelations ? MostRelations : isXml ? FileTypes.HeadBytes : 0);
        if (text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || text.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase)) throw Damaged(name);
        if (isRelations && (text.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || IsFetched(text))) throw HasPrograms(name);
    }

    /// <summary>A template or an object from another address is opened without asking.</summary>
    private static bool IsFetched(string relations) => relations.Contains("TargetMode=\"External\"", StringComparison.OrdinalIgnoreCase)
        && (relations.Contains("/attachedTemplate\"", StringComparison.OrdinalIgnoreCase) || relations.Contains("/oleObject\"", StringComparison.OrdinalIgnoreCase));

    /// <summary>Unfolds a part to its end, for the sizes it states need not be true, and gives its beginning.</summary>
    private static string Unfold(ZipArchiveEntry part, string name, int keep)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            using var content = part.Open();
            using var head = new MemoryStream();
            long unfolded = 0;
            while (content.Read(buffer) is > 0 and var read)
            {
                unfolded += read;
                if (unfolded > MostUnfolded || (unfolded > RatioFrom && unfolded / MostRatio > part.CompressedLength)) throw Damaged(name);
                if (head.Length < keep) head.Write(buffer, 0, (int)Math.Min(read, keep - head.Length));
            }

            return Encoding.UTF8.GetString(head.GetBuffer(), 0, (int)head.Length).Replace("\0", "", StringComparison.Ordinal);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static RuleBrokenException Damaged(string name) => new RuleBrokenException("“{0}” is damaged, or unfolds into far too much. Save it again in the program that made it.", name);

    private static RuleBrokenException HasPrograms(string name) => new RuleBrokenException("“{0}” contains macros or other programs. Save it without them, as a plain document or PDF.", name);
}

/// <summary>Looks into doc, xls, ppt and wps: their macros lie in a part of a fixed name.</summary>
internal static class OldOfficeContent
{
    private static readonly byte[][] Marks = [Encoding.Unicode.GetBytes("_VBA_PROJECT"), Encoding.Unicode.GetBytes("EncryptedPackage")];

    public static void Check(Stream bytes, string name)
    {
        if (Marks.Any(mark => ByteSearch.Contains(bytes, mark)))
            throw new RuleBrokenException("“{0}” contains macros or is locked with a password. Save it without them, as a plain document or PDF.", name);
    }
}
