using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Access;

/// <summary>Whom a notice or a study material is for.</summary>
public enum AudienceKind
{
    [Display(Name = "The Internet")]
    Internet = 1,

    [Display(Name = "Everyone signed in")]
    Campus,

    [Display(Name = "Applicants, activists and members")]
    Applicants,

    [Display(Name = "Members")]
    Members,

    [Display(Name = "This organisation and all below it")]
    Subtree,

    [Display(Name = "This branch only")]
    Branch,
}

/// <summary>To whom something is published.</summary>
/// <param name="Kind">The audience.</param>
/// <param name="BranchId">The organisation that publishes.</param>
/// <param name="StageBits">Of these stages alone; 0 where none is named and the whole audience is meant.</param>
public readonly record struct Addressees(AudienceKind Kind, int BranchId, int StageBits = 0)
{
    private const int Anybody = -1;

    /// <summary>The stages of those who are meant; all bits where nobody is asked for a stage.</summary>
    internal int Reachable => (StageBits == 0 ? Anybody : StageBits) & Kind switch
    {
        AudienceKind.Applicants => Enum.GetValues<Stage>().Where(stage => stage is >= Stage.Applicant and <= Stage.FullMember).Bits(),
        AudienceKind.Members => new[] { Stage.ProbationaryMember, Stage.FullMember }.Bits(),
        _ => Anybody,
    };
}

/// <summary>
/// The keys by which the visibility gate matches what is published with who is asking: a published row carries one key,
/// a viewer carries the few keys that reach this person.
/// </summary>
public static class Audience
{
    public const string Internet = "internet";
    public const int KeyMaxLength = 40;

    /// <summary>The key of a row. Subtree and branch name the branch that publishes.</summary>
    public static string KeyOf(AudienceKind kind, int branchId) => kind switch
    {
        AudienceKind.Internet => Internet,
        AudienceKind.Campus => "campus",
        AudienceKind.Applicants => "applicants",
        AudienceKind.Members => "members",
        AudienceKind.Subtree => $"subtree:{branchId}",
        _ => $"branch:{branchId}",
    };

    /// <summary>The keys that reach a signed-in account; "members" never reaches an applicant.</summary>
    public static IReadOnlyList<string> KeysFor(Stage? stage, Branch? home)
    {
        List<string> keys = [Internet, "campus"];
        if (stage is >= Stage.Applicant and <= Stage.FullMember) keys.Add("applicants");
        if (stage is Stage.ProbationaryMember or Stage.FullMember) keys.Add("members");
        if (stage is Stage.Former || home is null) return keys;

        keys.Add($"branch:{home.Id}");
        keys.AddRange(home.PathIds.Select(id => $"subtree:{id}"));
        return keys;
    }

    /// <summary>The keys of everything that all of an audience may open, as far as it names no stages.</summary>
    public static IReadOnlyList<string> KeysCovering(Addressees narrow, Branch branch) =>
        [.. Enum.GetValues<AudienceKind>().SelectMany(wide => branch.PathIds.Where(id => Covers(new(wide, id), narrow, branch)).Select(id => KeyOf(wide, id))).Distinct()];

    /// <summary>Whether somebody is among those to whom something is published.</summary>
    public static bool Reaches(Addressees addressees, Person person) =>
        KeysFor(person.Stage, person.Branch).Contains(KeyOf(addressees.Kind, addressees.BranchId)) && (addressees.StageBits == 0 || (addressees.StageBits & person.Stage.Bit()) != 0);

    /// <summary>Whether everybody whom the narrow audience names belongs to the wide one.</summary>
    /// <param name="wide">The audience that is to hold the other.</param>
    /// <param name="narrow">The other.</param>
    /// <param name="narrowBranch">The organisation that publishes to the other.</param>
    public static bool Covers(Addressees wide, Addressees narrow, Branch narrowBranch) => (wide.Reachable & narrow.Reachable) == narrow.Reachable && wide.Kind switch
    {
        AudienceKind.Internet => true,
        AudienceKind.Subtree => narrow.Kind is AudienceKind.Subtree or AudienceKind.Branch && narrowBranch.PathIds.Contains(wide.BranchId),
        AudienceKind.Branch => narrow.Kind is AudienceKind.Branch && narrowBranch.Id == wide.BranchId,
        _ => narrow.Kind is not AudienceKind.Internet,
    };
}
