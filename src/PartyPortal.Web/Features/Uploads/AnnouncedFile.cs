using System.Text;
using PartyPortal.Domain.Files;

namespace PartyPortal.Web.Features.Uploads;

/// <summary>What a browser says of a file before it sends it: <c>Upload-Length</c> and <c>Upload-Metadata</c>.</summary>
internal sealed record AnnouncedFile(string Name, FileUse Use, long Bytes)
{
    /// <summary>Null where it is not said as tus wants it.</summary>
    public static AnnouncedFile? Read(IHeaderDictionary headers)
    {
        if (!long.TryParse(headers["Upload-Length"], out var bytes) || bytes < 0) return null;

        var said = headers["Upload-Metadata"].ToString().Split(',').Select(pair => pair.Trim().Split(' ', 2))
            .GroupBy(pair => pair[0]).ToDictionary(pairs => pairs.Key, pairs => Decode(pairs.First()));
        return said.GetValueOrDefault("filename") is { Length: > 0 } name && Enum.TryParse<FileUse>(said.GetValueOrDefault("use"), out var use) && Enum.IsDefined(use)
            ? new AnnouncedFile(name, use, bytes)
            : null;
    }

    private static string Decode(string[] pair)
    {
        var bytes = new byte[pair.Length < 2 ? 0 : pair[1].Length];
        return pair.Length == 2 && Convert.TryFromBase64String(pair[1], bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }
}
