using System.Text.RegularExpressions;
using SkiaSharp;

namespace PartyPortal.Web.Platform.Printing;

/// <summary>One page of A4, written from its top to its bottom, in points.</summary>
internal sealed partial class PdfPage(SKCanvas canvas, PrintFont fonts)
{
    public const float Width = 595;
    public const float Height = 842;
    public const float Margin = 64;
    private const float LineHeight = 1.6f;

    private static readonly SKColor Black = SKColors.Black;

    /// <summary>Where the next line goes.</summary>
    public float Y { get; set; } = Margin;

    /// <summary>A whole document of one page.</summary>
    public static byte[] Write(string title, string author, PrintFont fonts, Action<PdfPage> write)
    {
        using var bytes = new MemoryStream();
        using (var document = SKDocument.CreatePdf(bytes, new SKDocumentPdfMetadata { Title = title, Author = author }))
        {
            write(new PdfPage(document.BeginPage(Width, Height), fonts));
            document.EndPage();
            document.Close();
        }

        return bytes.ToArray();
    }

    /// <summary>A text in as many lines as it needs, in the middle of the page or from a left edge on.</summary>
    public void Text(string text, float size, SKColor? color = null, float? left = null)
    {
        using var font = fonts.Of(size);
        using var paint = new SKPaint { Color = color ?? Black, IsAntialias = true };
        foreach (var line in Lines(text, font, Width - Margin - (left ?? Margin)))
        {
            Y += size * LineHeight;
            canvas.DrawText(line, left ?? (Width / 2), Y, left is null ? SKTextAlign.Center : SKTextAlign.Left, font, paint);
        }
    }

    public void Bar(float height, SKColor color)
    {
        using var paint = new SKPaint { Color = color };
        canvas.DrawRect(0, 0, Width, height, paint);
    }

    /// <summary>A QR code, square by square: nothing of it is a picture.</summary>
    public void Squares(IReadOnlyList<System.Collections.BitArray> rows, float left, float top, float edge)
    {
        using var paint = new SKPaint { Color = Black, IsAntialias = false };
        var square = edge / rows.Count;
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
                if (rows[y][x]) canvas.DrawRect(left + (x * square), top + (y * square), square, square, paint);
    }

    private static IEnumerable<string> Lines(string text, SKFont font, float width)
    {
        var line = "";
        foreach (var piece in Pieces().Matches(text).SelectMany(piece => font.MeasureText(piece.Value) > width ? [.. piece.Value.Select(letter => $"{letter}")] : (string[])[piece.Value]))
        {
            if (line.Length > 0 && font.MeasureText(line + piece.TrimEnd()) > width)
            {
                yield return line.TrimEnd();
                line = "";
            }

            line += piece;
        }

        yield return line.TrimEnd();
    }

    /// <summary>What stays together: a Latin word, or a Chinese character with the signs that may not begin a line.</summary>
    [GeneratedRegex(@"[!-~À-ɏ]+\s*|(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^!-~])[、，。；：！？）》”’…]*", RegexOptions.Singleline)]
    private static partial Regex Pieces();
}
