using System.Buffers.Binary;

namespace PartyPortal.Web.Platform.Printing;

/// <summary>
/// A font in which radicals (U+2E80 to U+2FDF) have no glyph. They share theirs with characters and come before them: whoever searches or copies a file
/// would find ⽣, the radical, where 生 was written.
/// </summary>
internal static class FontWithoutRadicals
{
    private const uint Collection = 0x74746366;
    private const uint OpenType = 0x4F54544F;
    private const uint TrueType = 0x00010000;
    private const uint CharacterMap = 0x636D6170;
    private const int WholeUnicode = 12;
    private const uint NoGlyph = 0x00FFFFFF;

    public static byte[] Read(string path, int face)
    {
        var font = File.ReadAllBytes(path);
        var at = Long(font, 0) is Collection ? (int)Long(font, 12 + (4 * face)) : 0;
        if (Long(font, at) is not (OpenType or TrueType)) return font;

        foreach (var table in Entries(Short(font, at + 4), at + 12, 16).Where(entry => Long(font, entry) is CharacterMap).Select(entry => (int)Long(font, entry + 8)))
            foreach (var map in Entries(Short(font, table + 2), table + 4, 8).Select(entry => table + (int)Long(font, entry + 4)).Where(map => Short(font, map) == WholeUnicode))
                foreach (var group in Entries((int)Long(font, map + 12), map + 16, 12).Where(group => Long(font, group) >= 0x2E80 && Long(font, group + 4) <= 0x2FDF))
                    BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(group + 8), NoGlyph);
        return font;
    }

    private static IEnumerable<int> Entries(int count, int first, int length) => Enumerable.Range(0, count).Select(i => first + (i * length));

    private static uint Long(byte[] font, int at) => BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(at));

    private static int Short(byte[] font, int at) => BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(at));
}
