using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace PartyPortal.Web.Tests.Harness;

/// <summary>Files made in memory: honest ones, and ones that pretend.</summary>
public static class SampleFile
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <summary>One page; more objects, numbered from 5 on, may be hung into it.</summary>
    public static byte[] Pdf(string catalogue = "", params string[] objects)
    {
        string[] all =
        [
            $"<< /Type /Catalog /Pages 2 0 R {catalogue} >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << >> >>", "<< /Length 0 >>\nstream\n\nendstream", .. objects,
        ];
        var text = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        foreach (var (body, number) in all.Select((body, index) => (body, index + 1)))
        {
            offsets.Add(text.Length);
            text.Append($"{number} 0 obj\n{body}\nendobj\n");
        }

        var xref = text.Length;
        text.Append($"xref\n0 {all.Length + 1}\n0000000000 65535 f \n{string.Concat(offsets.Select(o => $"{o:D10} 00000 n \n"))}");
        text.Append($"trailer\n<< /Size {all.Length + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>A PDF whose fifth and sixth objects are packed and so invisible to a search of its bytes.</summary>
    public static byte[] PackedPdf(string fifth)
    {
        var packed = Encoding.Latin1.GetBytes($"5 0 {fifth}");
        using var squeezed = new MemoryStream();
        using (var zlib = new ZLibStream(squeezed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(packed);

        var body = new List<byte>();
        var offsets = new Dictionary<int, int>();
        void Add(int number, string text, byte[]? data = null)
        {
            offsets[number] = body.Count;
            body.AddRange(Encoding.Latin1.GetBytes($"{number} 0 obj\n{text}\n"));
            if (data is not null) body.AddRange([.. "stream\n"u8, .. data, .. "\nendstream\n"u8]);
            body.AddRange("endobj\n"u8);
        }

        body.AddRange("%PDF-1.7\n"u8);
        Add(1, "<< /Type /Catalog /Pages 2 0 R /OpenAction 5 0 R >>");
        Add(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << >> >>");
        Add(4, $"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {squeezed.Length} >>", squeezed.ToArray());
        var xref = body.Count;
        byte[] Row(byte kind, int where, byte index) => [kind, (byte)(where >> 8), (byte)where, index];
        byte[] rows = [.. Row(0, 0, 0), .. Row(1, offsets[1], 0), .. Row(1, offsets[2], 0), .. Row(1, offsets[3], 0), .. Row(1, offsets[4], 0), .. Row(2, 4, 0), .. Row(1, xref, 0)];
        Add(6, $"<< /Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R /Length {rows.Length} >>", rows);
        body.AddRange(Encoding.Latin1.GetBytes($"startxref\n{xref}\n%%EOF\n"));
        return [.. body];
    }

    public static byte[] Office(string folder, string contentTypes = Word, params (string Name, string Text)[] more)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in ((string, string)[])[("[Content_Types].xml", $"<Types><Override ContentType=\"{contentTypes}\"/></Types>"), ($"{folder}/document.xml", "<document/>"), .. more])
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(text);
            }
        }

        return file.ToArray();
    }

    /// <summary>Zeros that fold to a thousandth.</summary>
    public static byte[] OfficeBomb(int megabytes)
    {
        using var file = new MemoryStream();
        file.Write(Office("word"));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/media/image1.png", CompressionLevel.SmallestSize).Open();
            var megabyte = new byte[1024 * 1024];
            for (var written = 0; written < megabytes; written++) part.Write(megabyte);
        }

        return file.ToArray();
    }

    public static byte[] OldOffice(string stream) => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[70_000], .. Encoding.Unicode.GetBytes(stream), .. new byte[512]];

    public static byte[] Picture(SKEncodedImageFormat format = SKEncodedImageFormat.Png, int width = 8, int height = 8)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Firebrick);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>A photograph with the place where it was taken, held upright: 16 wide and 8 high in the file, to be turned by a quarter.</summary>
    public static byte[] Photograph()
    {
        var plain = Picture(SKEncodedImageFormat.Jpeg, 16, 8);
        byte[] exif =
        [
            .. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0, 3, 0,
            0x0F, 0x01, 2, 0, 8, 0, 0, 0, 50, 0, 0, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0,
            0x25, 0x88, 4, 0, 1, 0, 0, 0, 58, 0, 0, 0,
            0, 0, 0, 0, .. "DemoCam\0"u8,
            1, 0, 1, 0, 2, 0, 2, 0, 0, 0, (byte)'N', 0, 0, 0, 0, 0, 0, 0,
        ];
        var length = exif.Length + 2;
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. exif, .. plain[2..]];
    }

    /// <summary>A picture that says it is so many pixels wide and high; there need not be any.</summary>
    public static byte[] PictureBomb(int edge)
    {
        var png = Picture();
        byte[] size = [.. BitConverter.GetBytes(edge).Reverse(), .. BitConverter.GetBytes(edge).Reverse()];
        size.CopyTo(png, 16);
        BitConverter.GetBytes(Checksum(png.AsSpan(12, 17))).Reverse().ToArray().CopyTo(png, 29);
        return png;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0xFFFFFFFF;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
        }

        return ~sum;
    }

    /// <summary>Runs as a script and looks like a picture at its beginning.</summary>
    public static byte[] GifScript() => [.. "GIF89a/*"u8, .. new byte[40], .. "*/=1;alert(document.domain)//"u8];

    /// <summary>One real pixel, and a script behind it.</summary>
    public static byte[] GifWithScriptBehind() =>
    [
        .. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B, .. "<script>alert(document.domain)</script>"u8,
    ];

    public static byte[] Mp4(string brand = "isom") => [0, 0, 0, 24, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(brand), 0, 0, 2, 0, .. "isomiso2"u8, 0, 0, 0, 8, .. "free"u8];

    public static byte[] Webm() => [0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42, 0x82, 0x84, .. "webm"u8, .. new byte[60]];

    public static byte[] Mp3() => [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0, 0xFF, 0xFB, 0x90, 0x64, .. new byte[64]];

    public static byte[] Wav() => [.. "RIFF"u8, 36, 0, 0, 0, .. "WAVEfmt "u8, .. new byte[32]];

    public static byte[] Exe() => [.. "MZ"u8, .. new byte[200]];

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
