using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Access;

/// <summary>A role held somewhere, as the viewer may act in it. Path is the subtree that it opens; "-" opens nothing.</summary>
public sealed record ActingRole(int GrantId, Role Role, int? BranchId, string BranchName, string Path);

/// <summary>Who is asking: decides which rows exist for this person and which may be written. Built once, kept in memory.</summary>
public sealed record Viewer
{
    /// <summary>A path that is the beginning of none. An empty path would be the beginning of every path.</summary>
    public const string NoPath = "-";

    /// <summary>Not set: sees nothing, so that forgetting to set the viewer is safe.</summary>
    public static readonly Viewer Nobody = new();

    /// <summary>A stranger: sees what is published for the Internet.</summary>
    public static readonly Viewer Public = new() { Audiences = [Audience.Internet] };

    /// <summary>Background work and the portal's own book-keeping.</summary>
    public static readonly Viewer System = new() { SeesEverything = true };

    public string? AccountId { get; init; }
    public string Name { get; init; } = "";
    public int? PersonId { get; init; }
    public Stage? Stage { get; init; }
    public int? HomeBranchId { get; init; }
    public bool SeesEverything { get; private init; }
    public IReadOnlyList<string> Audiences { get; init; } = [];
    public IReadOnlyList<ActingRole> Roles { get; init; } = [];

    /// <summary>The one role this request is done in; null for a plain member, applicant or guest.</summary>
    public ActingRole? Acting { get; init; }

    /// <summary>Holds a role that needs a second factor, and has none: may do nothing but set it up, and the roles sleep.</summary>
    public bool OwesSecondFactor { get; init; }

    /// <summary>The subtree that may be read and written in the role in use.</summary>
    public string Path => Acting?.Path ?? NoPath;

    public bool IsSignedIn => AccountId is not null;

    /// <summary>The own stage, as <see cref="StageBits"/> name it; 0 for who has none.</summary>
    public int StageBit => Stage?.Bit() ?? 0;

    public bool IsMember => Stage is People.Stage.ProbationaryMember or People.Stage.FullMember;

    /// <summary>The branch whose feedback this viewer answers in the role in use.</summary>
    public int? AnswersForBranchId => ActsAs(Role.Secretary, Role.GeneralBranchSecretary) ? Acting!.BranchId : null;

    /// <summary>The branch in whose name this viewer asks for material, and hands it in, in the role in use.</summary>
    public int? SpeaksForBranchId => ActsAs(Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary) ? Acting!.BranchId : null;

    /// <summary>Asks in the name of the whole university.</summary>
    public bool SpeaksForTop => ActsAs(Role.OrganisationOffice);

    /// <summary>Answers what came to the university, and may help with whatever is about no office holder.</summary>
    public bool AnswersForAll => ActsAs(Role.OrganisationOffice);

    /// <summary>Sits at the support desk, which answers questions about the portal itself.</summary>
    public bool AnswersTickets => ActsAs(Role.SystemAdministrator);

    /// <summary>Where this person holds any office, whichever is in use.</summary>
    public IReadOnlyList<int> OfficeBranchIds => [.. Roles.Select(r => r.BranchId).OfType<int>()];

    /// <summary>Offices whose work may need a masked ID number. A student assistant's never does.</summary>
    public bool SeesIdNumbers => ActsAs(Role.CommitteeMember, Role.Organiser, Role.DeputySecretary, Role.Secretary, Role.GeneralBranchSecretary, Role.OrganisationOffice);

    public bool ActsAs(params ReadOnlySpan<Role> roles) => Acting is { } acting && roles.Contains(acting.Role);

    public bool Manages(string path) => SeesEverything || path.StartsWith(Path, StringComparison.Ordinal);

    /// <summary>The only branch in reach, where there is just one: lists add it for speed, never for safety.</summary>
    public int? OnlyBranchId => Acting is { Role: not Role.GeneralBranchSecretary and not Role.OrganisationOffice } ? Acting.BranchId : null;
}
