using SkiaSharp;

namespace PartyPortal.Web.Platform.Printing;

/// <summary>
/// The font of this machine that files are written with: Noto or Source Han, whose outlines go into a file letter by letter, or the one that Portal:PrintFont names.
/// TrueType fonts would be embedded whole, some ten megabytes.
/// </summary>
public sealed class PrintFont(IConfiguration configuration) : IDisposable
{
    private const int MostFaces = 20;

    // The first that is found; of those with several languages in one file the Chinese one.
    private static readonly string[] Files =
    [
        "NotoSerifCJKsc-Regular.otf", "NotoSerifCJK-Regular.ttc", "SourceHanSerifSC-Regular.otf", "SourceHanSerif-Regular.ttc",
        "NotoSansCJKsc-Regular.otf", "NotoSansCJK-Regular.ttc", "SourceHanSansSC-Regular.otf", "SourceHanSans-Regular.ttc",
    ];

    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    private readonly Lazy<SKTypeface?> _face = new(() => Find(configuration["Portal:PrintFont"]));

    /// <summary>Whether every letter of these texts is in the font.</summary>
    public bool Has(params IEnumerable<string> texts)
    {
        if (_face.Value is not { } face) return false;

        using var font = new SKFont(face);
        return texts.All(text => font.ContainsGlyphs(text));
    }

    /// <exception cref="InvalidOperationException">There is none: <see cref="Has"/> says so before.</exception>
    public SKFont Of(float size) => new(_face.Value ?? throw new InvalidOperationException("No font is installed to write files with."), size);

    public void Dispose()
    {
        if (_face.IsValueCreated) _face.Value?.Dispose();
    }

    private static SKTypeface? Find(string? named)
    {
        if (named is not null) return File.Exists(named) ? Chinese(named) : null;

        string[] folders = ["/usr/share/fonts", "/usr/local/share/fonts", Environment.GetFolderPath(Environment.SpecialFolder.Fonts)];
        var found = folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*CJK*", Below).Concat(Directory.EnumerateFiles(folder, "SourceHan*", Below))).ToLookup(Path.GetFileName);
        return Files.SelectMany(name => found[name]).Select(Chinese).FirstOrDefault(face => face is not null);
    }

    private static SKTypeface? Chinese(string file)
    {
        var names = Enumerable.Range(0, MostFaces).Select(face => NameOf(file, face)).TakeWhile(name => name is not null).ToList();
        if (names.Count == 0) return null;

        var chinese = Math.Max(0, names.FindIndex(name => name!.EndsWith(" SC", StringComparison.Ordinal)));
        using var font = SKData.CreateCopy(FontWithoutRadicals.Read(file, chinese));
        return SKTypeface.FromData(font, chinese);
    }

    private static string? NameOf(string file, int face)
    {
        using var font = SKTypeface.FromFile(file, face);
        return font?.FamilyName;
    }
}
