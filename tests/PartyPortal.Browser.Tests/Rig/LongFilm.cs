using System.Buffers.Binary;
using System.Text;

namespace PartyPortal.Browser.Tests.Rig;

/// <summary>
/// The demo's film with a gigabyte of nothing between its first and its second half: who watches the second half has sought past it.
/// Where a sample lies stands in the boxes "stco" as offsets from the file's beginning, so that those behind the gap are moved.
/// </summary>
internal static class LongFilm
{
    public const int Gap = 1024 * 1024 * 1024;

    private static readonly string Clip = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/PartyPortal.Web/Demo/Assets/clip.mp4"));

    public static void Write(string path)
    {
        var film = File.ReadAllBytes(Clip);
        var media = Find(film, "mdat", 0);
        var middle = media + ((film.Length - media) / 2);
        List<(int At, uint Offset)> chunks = [];
        for (var table = Find(film, "stco", 0); table >= 0; table = Find(film, "stco", table + 4))
        {
            var count = (int)Read(film, table + 8);
            chunks.AddRange(Enumerable.Range(0, count).Select(n => table + 12 + (4 * n)).Select(at => (at, Read(film, at))));
        }

        var cut = chunks.Select(c => c.Offset).Where(o => o > middle).Min();
        foreach (var (at, offset) in chunks.Where(c => c.Offset >= cut)) Write(film, at, offset + Gap);
        Write(film, media - 4, Read(film, media - 4) + Gap);

        using var file = File.Create(path);
        file.Write(film, 0, (int)cut);
        file.Position = cut + (long)Gap;
        file.Write(film, (int)cut, film.Length - (int)cut);
    }

    private static int Find(byte[] film, string box, int from)
    {
        var found = film.AsSpan(from).IndexOf(Encoding.ASCII.GetBytes(box));
        return found < 0 ? -1 : from + found;
    }

    private static uint Read(byte[] film, int at) => BinaryPrimitives.ReadUInt32BigEndian(film.AsSpan(at));

    private static void Write(byte[] film, int at, uint number) => BinaryPrimitives.WriteUInt32BigEndian(film.AsSpan(at), number);
}
