using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Access;

/// <summary>What holds for everything that is published, notice or study material.</summary>
public static class Publishing
{
    /// <summary>The stages that can be named.</summary>
    public static readonly IReadOnlyList<Stage> Stages = [.. Enum.GetValues<Stage>().Where(stage => stage is not Stage.Former)];

    /// <summary>Whether the writer may address it: everybody their own organisations and the Internet, the organisation office the whole university too.</summary>
    public static bool MayAddress(AudienceKind audience, Viewer by) =>
        audience is AudienceKind.Internet or AudienceKind.Subtree or AudienceKind.Branch || by.SeesEverything || by.ActsAs(Role.OrganisationOffice);

    /// <exception cref="RuleBrokenException">The writer may speak to their own organisations and the Internet, not to the whole university.</exception>
    public static void RequireAddressable(AudienceKind audience, Viewer by)
    {
        if (MayAddress(audience, by)) return;

        throw new RuleBrokenException("Only the organisation office addresses the whole university. Choose your own organisation, or the Internet.") { Field = nameof(AudienceKind) };
    }

    /// <summary>The named stages as the gate compares them; 0 for none, which means everybody.</summary>
    /// <exception cref="RuleBrokenException">The audience knows no stages, or says them itself.</exception>
    public static int StageBits(AudienceKind audience, IEnumerable<Stage> named)
    {
        var bits = named.Where(Stages.Contains).Bits();
        if (bits != 0 && audience is not (AudienceKind.Campus or AudienceKind.Subtree or AudienceKind.Branch))
            throw new RuleBrokenException("Stages are named within an organisation or among everyone signed in. Choose one of these, or name no stage.") { Field = nameof(Stages) };

        // Within an organisation all of them are everybody; among all who are signed in there are also those without a record.
        return bits == Stages.Bits() && audience is not AudienceKind.Campus ? 0 : bits;
    }

    /// <param name="authors">Who wrote it, changed it or asked for its approval.</param>
    /// <exception cref="RuleBrokenException">The approver is one of them.</exception>
    public static void RequireSecondPerson(Viewer by, params ReadOnlySpan<string?> authors)
    {
        if (authors.Contains(by.AccountId)) throw new RuleBrokenException("Somebody else must approve what you wrote or submitted.");
    }
}
