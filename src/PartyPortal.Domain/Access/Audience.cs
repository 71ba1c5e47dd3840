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

    /// <summary>The keys of everything that all of an audience may open.</summary>
    public static IReadOnlyList<string> KeysCovering(AudienceKind narrow, Branch branch) =>
        [.. Enum.GetValues<AudienceKind>().SelectMany(wide => branch.PathIds.Where(id => Covers(wide, id, narrow, branch)).Select(id => KeyOf(wide, id))).Distinct()];

    /// <summary>Whether everybody whom the narrow audience names belongs to the wide one.</summary>
    /// <param name="wide">The audience that is to hold the other.</param>
    /// <param name="wideBranchId">The organisation that publishes to it.</param>
    /// <param name="narrow">The other.</param>
    /// <param name="narrowBranch">The organisation that publishes to the other.</param>
    public static bool Covers(AudienceKind wide, int wideBranchId, AudienceKind narrow, Branch narrowBranch) => wide switch
    {
        AudienceKind.Internet => true,
        AudienceKind.Campus => narrow is not AudienceKind.Internet,
        AudienceKind.Applicants => narrow is AudienceKind.Applicants or AudienceKind.Members,
        AudienceKind.Members => narrow is AudienceKind.Members,
        AudienceKind.Subtree => narrow is AudienceKind.Subtree or AudienceKind.Branch && narrowBranch.PathIds.Contains(wideBranchId),
        _ => narrow is AudienceKind.Branch && narrowBranch.Id == wideBranchId,
    };
}
