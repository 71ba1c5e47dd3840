using Microsoft.AspNetCore.Authorization;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;

namespace PartyPortal.Web.Access;

/// <summary>May this role use this feature? One line each; whoever is not named may not. All controllers want a sign-in unless they say that they are open.</summary>
public static class Policies
{
    public const string SignedIn = nameof(SignedIn);
    public const string ReadPeople = nameof(ReadPeople);
    public const string UnmaskPeople = nameof(UnmaskPeople);
    public const string ManagePeople = nameof(ManagePeople);
    public const string ManageBranches = nameof(ManageBranches);
    public const string KeepOwnPage = nameof(KeepOwnPage);
    public const string ManageNotices = nameof(ManageNotices);
    public const string ReviewNotices = nameof(ReviewNotices);
    public const string ManagePostings = nameof(ManagePostings);
    public const string ReviewPostings = nameof(ReviewPostings);
    public const string SettleProblems = nameof(SettleProblems);
    public const string ManageStudy = nameof(ManageStudy);
    public const string ManageClasses = nameof(ManageClasses);
    public const string ManageCircles = nameof(ManageCircles);
    public const string ManageHours = nameof(ManageHours);
    public const string HelpWithStudy = nameof(HelpWithStudy);
    public const string ManageCollections = nameof(ManageCollections);
    public const string ManageGuides = nameof(ManageGuides);
    public const string UploadFiles = nameof(UploadFiles);
    public const string ReviewStudy = nameof(ReviewStudy);
    public const string AnswerFeedback = nameof(AnswerFeedback);
    public const string KeepTopics = nameof(KeepTopics);
    public const string KeepCalendar = nameof(KeepCalendar);
    public const string IssueSlips = nameof(IssueSlips);
    public const string ManageAccounts = nameof(ManageAccounts);
    public const string GrantRoles = nameof(GrantRoles);
    public const string ReadOpinions = nameof(ReadOpinions);
    public const string ReadAudit = nameof(ReadAudit);
    public const string SetTasks = nameof(SetTasks);
    public const string ReadStepTimes = nameof(ReadStepTimes);
    public const string ReadReminders = nameof(ReadReminders);
    public const string ReplyToTasks = nameof(ReplyToTasks);
    public const string ManageSettings = nameof(ManageSettings);
    public const string AnswerTickets = nameof(AnswerTickets);

    private static readonly Dictionary<string, Role[]> Table = new()
    {
        [ReadPeople] = [Role.StudentAssistant, Role.CommitteeMember, Role.Organiser, Role.DeputySecretary, Role.Secretary, Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [UnmaskPeople] = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [ManagePeople] = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [ManageBranches] = [Role.OrganisationOffice, Role.SystemAdministrator],
        [KeepOwnPage] = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [ManageNotices] = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [ReviewNotices] = [Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [ManagePostings] = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [ReviewPostings] = [Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [SettleProblems] = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [ManageStudy] = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [ManageCircles] = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary],
        [ManageClasses] = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [ManageHours] = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [HelpWithStudy] = [Role.CommitteeMember, Role.DeputySecretary, Role.Secretary, Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [ManageCollections] = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [ManageGuides] = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [UploadFiles] = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [ReviewStudy] = [Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [AnswerFeedback] = [Role.Secretary, Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [KeepTopics] = [Role.OrganisationOffice],
        [KeepCalendar] = [Role.OrganisationOffice, Role.SystemAdministrator],
        [IssueSlips] = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary, Role.OrganisationOffice, Role.SystemAdministrator],
        [ManageAccounts] = [Role.SystemAdministrator],
        [GrantRoles] = [Role.SecurityAdministrator],
        [ReadOpinions] = [Role.OrganisationOffice, Role.SystemAdministrator],
        [ReadAudit] = [Role.Auditor],
        [SetTasks] = [Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [ReadStepTimes] = [Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [ReadReminders] = [Role.Secretary, Role.GeneralBranchSecretary, Role.OrganisationOffice],
        [ReplyToTasks] = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary],
        [ManageSettings] = [Role.SystemAdministrator],
        [AnswerTickets] = [Role.SystemAdministrator],
    };

    /// <summary>Who may; none for a policy that asks for no role.</summary>
    public static IReadOnlyList<Role> RolesOf(string policy) => Table.GetValueOrDefault(policy) ?? [];

    /// <summary>Whether the role in use may use the feature.</summary>
    public static bool May(this Viewer viewer, string policy) => viewer.ActsAs(Table[policy]);

    /// <summary>Whether whoever holds one role may use every feature that another one may use.</summary>
    public static bool Cover(Role own, Role other) => Table.Values.All(roles => !roles.Contains(other) || roles.Contains(own));

    public static void Define(AuthorizationOptions options)
    {
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        foreach (var name in Table.Keys)
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireAssertion(asked => ViewerOf(asked).May(name)));
    }

    // The viewer, never a claim: a role taken away is gone at the next request.
    private static Viewer ViewerOf(AuthorizationHandlerContext asked) =>
        asked.Resource is HttpContext http ? http.RequestServices.GetRequiredService<CurrentViewer>().Viewer : Viewer.Nobody;
}
