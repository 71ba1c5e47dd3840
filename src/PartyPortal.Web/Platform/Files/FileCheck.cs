using PartyPortal.Domain;
using PartyPortal.Domain.Files;

namespace PartyPortal.Web.Platform.Files;

/// <summary>Whether a sent file may be taken: extension, beginning and inside must agree with what it is sent for.</summary>
internal static class FileCheck
{
    /// <param name="path">Where the bytes are.</param>
    /// <param name="name">The cleaned name.</param>
    /// <param name="use">What it is sent for.</param>
    /// <exception cref="RuleBrokenException">It is of another kind, pretends to be what it is not, or would do something when opened.</exception>
    public static FileType Inspect(string path, string name, FileUse use)
    {
        var type = FileTypes.Find(name, use);
        using var bytes = File.OpenRead(path);
        if (!type.Signature(Head(bytes))) throw new RuleBrokenException("The content of “{0}” is not what its name says. Save it again in the program that made it.", name);

        if (type.Kind is FileKind.Pdf) PdfContent.Check(bytes, name);
        if (FileTypes.IsOldOffice(Head(bytes))) OldOfficeContent.Check(bytes, name);
        if (type.Kind is FileKind.Document or FileKind.Spreadsheet or FileKind.Slides && FileTypes.IsZip(Head(bytes))) OfficeContent.Check(bytes, name, type);
        return type;
    }

    private static byte[] Head(FileStream bytes)
    {
        bytes.Position = 0;
        var head = new byte[(int)Math.Min(bytes.Length, FileTypes.HeadBytes)];
        bytes.ReadExactly(head);
        bytes.Position = 0;
        return head;
    }
}
