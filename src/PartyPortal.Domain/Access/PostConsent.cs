namespace PartyPortal.Domain.Access;

/// <summary>The holder of a post agrees that their name stands beside it on the public page of the organisation. The row is the consent: taking it back deletes it, and a new grant asks anew.</summary>
public sealed class PostConsent : IBelongToAccount, IAudited
{
    private PostConsent() { }

    /// <exception cref="RuleBrokenException">The post is held in no organisation, or no more.</exception>
    public PostConsent(RoleGrant grant, DateOnly on)
    {
        if (grant.BranchId is null && grant.Branch is null) throw new RuleBrokenException("This post is held for the whole portal: no organisation's page names it.");
        if (!grant.HoldsOn(on)) throw new RuleBrokenException("You do not hold this post any more.");

        (AccountId, Grant, GrantId) = (grant.AccountId, grant, grant.Id);
    }

    public int Id { get; private init; }
    public string AccountId { get; private init; } = "";
    public int GrantId { get; private init; }
    public RoleGrant Grant { get; private init; } = null!;
}
