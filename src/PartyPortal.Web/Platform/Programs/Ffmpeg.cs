using System.Globalization;
using PartyPortal.Domain.Files;

namespace PartyPortal.Web.Platform.Programs;

/// <summary>Reads how long a film or recording is and takes a picture out of a film, where ffprobe and ffmpeg are installed. The form is named to them, and they read that one file alone.</summary>
internal sealed class Ffmpeg(IConfiguration configuration)
{
    private readonly OutsideProgram _probe = new("ffprobe", configuration["Portal:Programs:Ffprobe"]);
    private readonly OutsideProgram _film = new("ffmpeg", configuration["Portal:Programs:Ffmpeg"]);

    public bool IsInstalled => _probe.IsInstalled && _film.IsInstalled;

    /// <returns>Whole seconds; null for what cannot be read.</returns>
    public async Task<int?> SecondsAsync(string folder, string path, StoredFile file)
    {
        var said = await _probe.RunAsync(folder, ["-v", "error", .. Source(path, file), "-show_entries", "format=duration", "-of", "csv=p=0"]);
        return double.TryParse(said, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < int.MaxValue ? (int)Math.Round(seconds) : null;
    }

    /// <returns>Where a picture of the film's tenth part is: its beginning is often black. Null where none came of it.</returns>
    public async Task<string?> MakeStillAsync(string folder, string path, StoredFile file, int seconds)
    {
        var target = Path.Combine(folder, "still.jpg");
        var said = await _film.RunAsync(folder, ["-v", "error", "-nostdin", "-ss", (seconds / 10).ToString(CultureInfo.InvariantCulture), .. Source(path, file), "-frames:v", "1", "-vf", "scale='min(1280,iw)':-2", target]);
        return said is not null && File.Exists(target) ? target : null;
    }

    private static IEnumerable<string> Source(string path, StoredFile file) => ["-protocol_whitelist", "file", "-f", FormatOf(file.MediaType), "-i", "file:" + path];

    private static string FormatOf(string mediaType) => mediaType switch { "video/webm" => "matroska", "audio/mpeg" => "mp3", "audio/wav" => "wav", _ => "mov" };
}
