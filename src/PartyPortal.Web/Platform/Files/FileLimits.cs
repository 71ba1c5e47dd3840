using PartyPortal.Domain.Files;

namespace PartyPortal.Web.Platform.Files;

/// <summary>How large files may be, in megabytes: the section <c>Portal:Files</c> of the settings.</summary>
public sealed class FileLimits
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>A form sent without JavaScript, all its files together: it cannot go on where it broke off.</summary>
    public const long PlainFormBytes = 50 * Megabyte;

    public int PictureMegabytes { get; set; } = 20;
    public int DocumentMegabytes { get; set; } = 100;
    public int MediaMegabytes { get; set; } = 2048;

    /// <summary>What must stay free on the disk, so that uploads never take the database's room.</summary>
    public int KeepFreeMegabytes { get; set; } = 256;

    public long KeepFreeBytes => KeepFreeMegabytes * Megabyte;

    public long BytesOf(FileKind kind) => Megabyte * kind switch
    {
        FileKind.Picture => PictureMegabytes,
        FileKind.Video or FileKind.Audio => MediaMegabytes,
        _ => DocumentMegabytes,
    };
}
