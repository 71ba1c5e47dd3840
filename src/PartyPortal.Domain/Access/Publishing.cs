namespace PartyPortal.Domain.Access;

/// <summary>What holds for everything that is published, notice or study material.</summary>
public static class Publishing
{
    /// <exception cref="RuleBrokenException">The writer may speak to their own organisations and the Internet, not to the whole university.</exception>
    public static void RequireAddressable(AudienceKind audience, Viewer by)
    {
        if (audience is AudienceKind.Internet or AudienceKind.Subtree or AudienceKind.Branch || by.SeesEverything || by.ActsAs(Role.OrganisationOffice)) return;

        throw new RuleBrokenException("Only the organisation office addresses the whole university. Choose your own organisation, or the Internet.") { Field = nameof(AudienceKind) };
    }

    /// <exception cref="RuleBrokenException">The approver wrote it or asked for its approval.</exception>
    public static void RequireSecondPerson(Viewer by, string? editedBy, string? publishedBy)
    {
        if (by.AccountId == editedBy || by.AccountId == publishedBy) throw new RuleBrokenException("Somebody else must approve what you wrote or submitted.");
    }
}
