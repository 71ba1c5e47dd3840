using PartyPortal.Domain.Access;
using PartyPortal.Domain.Files;

namespace PartyPortal.Domain.Study;

/// <summary>What the portal itself made of a material's file, so that it can be looked at in the page. Where nothing could be made of it, there is nothing in it.</summary>
public sealed class StudyRendition : IBelongToBranch
{
    private StudyRendition() { }

    public StudyRendition(StudyMaterial material) => (MaterialId, BranchId) = (material.Id, material.BranchId);

    public int MaterialId { get; private init; }
    public StudyMaterial Material { get; private init; } = null!;
    public int BranchId { get; private init; }

    /// <summary>Of the file that this was made of.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The pages of slides or of a text document, as a PDF.</summary>
    public StoredFile? Pages { get; private set; }

    /// <summary>A picture out of a film.</summary>
    public StoredFile? Still { get; private set; }

    /// <summary>How long a film or recording is, in whole seconds.</summary>
    public int? Seconds { get; private set; }

    /// <summary>False once the material has another file.</summary>
    public bool IsOf(StoredFile? file) => file?.Sha256 == Sha256;

    public void Take(StoredFile of, StoredFile? pages, StoredFile? still, int? seconds) => (Sha256, Pages, Still, Seconds) = (of.Sha256, pages, still, seconds);
}
