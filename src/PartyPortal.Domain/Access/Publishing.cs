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

    /// <param name="authors">Who wrote it, changed it or asked for its approval.</param>
    /// <exception cref="RuleBrokenException">The approver is one of them.</exception>
    public static void RequireSecondPerson(Viewer by, params ReadOnlySpan<string?> authors)
    {
        if (authors.Contains(by.AccountId)) throw new RuleBrokenException("Somebody else must approve what you wrote or submitted.");
    }
}
