using PartyPortal.Domain;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace PartyPortal.Web.Platform.Files;

/// <summary>Looks into a PDF, also into its packed objects, for what acts by itself: scripts, programs to start, other files inside.</summary>
internal static class PdfContent
{
    // Of keys and of action types alike.
    private static readonly HashSet<string> Forbidden = ["JS", "JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "Rendition", "ImportData", "SubmitForm"];

    private const int PagesLookedAt = 20;

    public static void Check(Stream bytes, string name)
    {
        // What no table of the file leads to may still be found by a reader that mends broken files.
        if (ByteSearch.Contains(bytes, "/JavaScript"u8) || ByteSearch.Contains(bytes, "/Launch"u8)) throw Acts(name);

        bytes.Position = 0;
        if (FindsForbidden(bytes, name)) throw Acts(name);
    }

    /// <summary>Whether one of the first pages has words; what was scanned has pictures alone. A page that cannot be read is not held against it.</summary>
    public static bool HasWords(Stream bytes)
    {
        try
        {
            using var pdf = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true });
            return Enumerable.Range(1, Math.Min(pdf.NumberOfPages, PagesLookedAt)).Any(page => pdf.GetPage(page).Letters.Count > 0);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return true;
        }
    }

    private static bool FindsForbidden(Stream bytes, string name)
    {
        try
        {
            using var pdf = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true });
            if (pdf.NumberOfPages == 0) throw Damaged(name);

            return pdf.Structure.CrossReferenceTable.ObjectOffsets.Keys.Any(key => IsForbidden(pdf.Structure.GetObject(key)?.Data, depth: 0));
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new RuleBrokenException("“{0}” is locked with a password. Save it without one.", name);
        }
        catch (Exception broken) when (broken is not RuleBrokenException and not OutOfMemoryException)
        {
            // The reader throws whatever it stumbles over.
            throw Damaged(name);
        }
    }

    private static bool IsForbidden(IToken? token, int depth) => depth < 50 && token switch
    {
        StreamToken stream => IsForbidden(stream.StreamDictionary, depth + 1),
        DictionaryToken dictionary => dictionary.Data.Any(entry => Forbidden.Contains(entry.Key) || (entry.Key == "S" && entry.Value is NameToken action && Forbidden.Contains(action.Data)) || IsForbidden(entry.Value, depth + 1)),
        ArrayToken array => array.Data.Any(item => IsForbidden(item, depth + 1)),
        _ => false,
    };

    private static RuleBrokenException Acts(string name) => new RuleBrokenException("“{0}” contains scripts, programs or other files. Print it into a new PDF and send that.", name);

    private static RuleBrokenException Damaged(string name) => new RuleBrokenException("“{0}” is damaged. Save it again as PDF.", name);
}
