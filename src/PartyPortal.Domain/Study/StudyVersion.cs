using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Study;

/// <summary>The words of a material as it was published or saved after that. It names the office that saved them, never who.</summary>
public sealed class StudyVersion : IBelongToBranch
{
    private StudyVersion() { }

    internal StudyVersion(StudyMaterial material, int number, Role? office, DateTime at)
    {
        (Material, BranchId, Number, Office, At) = (material, material.BranchId, number, office, at);
        (Title, Summary, Body, Transcript, Source, Regulation) = material.Words;
    }

    public int Id { get; private init; }
    public int MaterialId { get; private init; }
    public StudyMaterial Material { get; private init; } = null!;
    public int BranchId { get; private init; }

    /// <summary>From 1 within the material.</summary>
    public int Number { get; private init; }

    public string Title { get; private init; } = "";
    public string Summary { get; private init; } = "";
    public string Body { get; private init; } = "";
    public string? Transcript { get; private init; }
    public string Source { get; private init; } = "";
    public string? Regulation { get; private init; }

    /// <summary>Null where the portal itself wrote, or nobody knows any more.</summary>
    public Role? Office { get; private init; }

    public DateTime At { get; private init; }
}
