using PartyPortal.Domain.Files;
using PartyPortal.Domain.Settings;

namespace PartyPortal.Web.Platform.Files;

/// <summary>How large files may be, from the settings, and what must stay free on the disk, from the configuration.</summary>
public sealed class FileLimits(CurrentSettings settings, IConfiguration configuration)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>A picture is worked on in memory, and a document looked into as a whole: no setting goes beyond these.</summary>
    private const int MostOfPicture = 20;
    private const int MostOfDocument = 200;

    private PortalSettings Now => settings.Now;

    /// <summary>A form sent without JavaScript, all its files together: it cannot go on where it broke off.</summary>
    public long PlainFormBytes => Now.PlainUploadMegabytes * Megabyte;

    /// <summary>So that uploads never take the database's room.</summary>
    public long KeepFreeBytes => configuration.GetValue("Portal:Files:KeepFreeMegabytes", 256L) * Megabyte;

    /// <summary>What a study file may have at most, whatever its kind.</summary>
    public long MostBytes => Math.Max(Now.StudyFileMegabytes, Now.AttachmentMegabytes) * Megabyte;

    public long BytesOf(FileUse use, FileKind kind)
    {
        var byUse = use switch { FileUse.Attachment => Now.AttachmentMegabytes, FileUse.Answer => Now.CollectionFileMegabytes, _ => Now.StudyFileMegabytes };
        return Megabyte * kind switch
        {
            FileKind.Picture => Math.Min(byUse, MostOfPicture),
            FileKind.Video or FileKind.Audio => byUse,
            _ => Math.Min(byUse, MostOfDocument),
        };
    }
}
