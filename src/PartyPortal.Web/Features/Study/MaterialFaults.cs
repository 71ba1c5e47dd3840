using PartyPortal.Domain.Files;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Study;

internal static class MaterialFaults
{
    /// <summary>What shuts somebody out of a material: of its text, of its document, of what is said in it.</summary>
    public static IReadOnlyList<AccessFault> FaultsOf(this IFileStore files, StudyMaterial material) =>
    [
        .. AccessibilityCheck.Of(material.Body),
        .. files.IsScanAlone(material) ? [new AccessFault(Key("“{0}” is pictures of pages: nobody can search it or have it read out. Recognise its text, or write the text beside it."), material.File!.Name)] : (AccessFault[])[],
        .. material.LacksCaptions ? [new AccessFault(Key("A film without captions: whoever does not hear it sees people speak and does not know what they say. A transcript does not replace them."))] : (AccessFault[])[],
        .. material is { LacksTranscript: true, LacksCaptions: false } ? [new AccessFault(Key("What is said in it can only be heard: add captions or a transcript."))] : (AccessFault[])[],
    ];

    private static bool IsScanAlone(this IFileStore files, StudyMaterial material)
    {
        if (material is not { File: { Kind: FileKind.Pdf } file, Body: "" } || files.Open(file.StoreName) is not { } bytes) return false;

        using (bytes) return !PdfContent.HasWords(bytes);
    }

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;
}
