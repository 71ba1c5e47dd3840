using PartyPortal.Domain;
using PartyPortal.Domain.Access;

namespace PartyPortal.Web.Access;

/// <param name="Words">What to do.</param>
/// <param name="Path">Where it is done.</param>
public sealed record FirstStep(Sentence Words, string Path);

/// <summary>What somebody does first in an office, or without one: a few pages to look at, in an order that helps.</summary>
public static class Beginnings
{
    private static readonly FirstStep[] Own =
    [
        new(Sentence.Key("See what the portal keeps about you"), "/me"),
        new(Sentence.Key("Read the notices for you"), "/notices"),
        new(Sentence.Key("Choose which messages also come by e-mail"), "/messages/choices"),
        new(Sentence.Key("Look what there is to study"), "/study"),
        new(Sentence.Key("Choose colours and the size of letters"), "/display"),
    ];

    private static readonly FirstStep[] OfBranch =
    [
        new(Sentence.Key("Look through the people of your organisation"), "/people"),
        new(Sentence.Key("Print slips for those who have no account"), "/slips"),
        new(Sentence.Key("Write a notice as a draft: nobody reads it before you publish it"), "/desk/notices/new"),
        new(Sentence.Key("See which feedback waits for an answer"), "/desk/feedback"),
        new(Sentence.Key("Read what is masked, and who sees whom"), "/help/people"),
        new(Sentence.Key("Choose which messages also come by e-mail"), "/messages/choices"),
    ];

    private static readonly FirstStep[] OfOffice =
    [
        new(Sentence.Key("Check the tree of organisations, or import it"), "/admin/branches"),
        new(Sentence.Key("Enter the holidays of this year"), "/admin/calendar"),
        new(Sentence.Key("Say which matters of feedback go to which office"), "/admin/feedback-topics"),
        new(Sentence.Key("Approve what is to go to the Internet"), "/desk/notices/approvals"),
        new(Sentence.Key("See which feedback waits for an answer"), "/desk/feedback"),
    ];

    private static readonly FirstStep[] OfSystem =
    [
        new(Sentence.Key("Name the portal, its host and its contacts"), "/admin/settings"),
        new(Sentence.Key("Make accounts; roles are granted by somebody else"), "/admin/accounts"),
        new(Sentence.Key("See whether the tasks in the background go well"), "/admin/jobs"),
        new(Sentence.Key("Send yourself a test e-mail"), "/admin/deliveries"),
        new(Sentence.Key("Look into the support desk"), "/desk/tickets"),
    ];

    private static readonly FirstStep[] OfSecurity =
    [
        new(Sentence.Key("See who holds which role"), "/admin/roles"),
        new(Sentence.Key("Read how the three powers are kept apart"), "/help/administration"),
        new(Sentence.Key("See where you are signed in"), "/account"),
    ];

    private static readonly FirstStep[] OfAuditor =
    [
        new(Sentence.Key("Read what was done in the portal"), "/admin/audit"),
        new(Sentence.Key("Check the chain of the audit"), "/admin/audit/chain"),
        new(Sentence.Key("Read what the audit keeps and for how long"), "/help/audit"),
    ];

    /// <summary>In an office, or without one; what its holder may not open is left out.</summary>
    public static IReadOnlyList<FirstStep> Of(Viewer viewer, OpenPages pages) => [.. Of(viewer.Acting?.Role).Where(step => pages.IsOpenTo(viewer, step.Path))];

    private static FirstStep[] Of(Role? role) => role switch
    {
        null or Role.GroupLeader => Own,
        Role.OrganisationOffice => OfOffice,
        Role.SystemAdministrator => OfSystem,
        Role.SecurityAdministrator => OfSecurity,
        Role.Auditor => OfAuditor,
        _ => OfBranch,
    };
}
