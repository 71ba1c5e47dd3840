using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Notices;

/// <summary>An account wants to be told of each new notice of a kind, as far as it may read it.</summary>
public sealed class CategorySubscription : IBelongToAccount
{
    private CategorySubscription() { }

    public CategorySubscription(string accountId, NoticeCategory category) => (AccountId, Category) = (accountId, category);

    public string AccountId { get; private init; } = "";
    public NoticeCategory Category { get; private init; }
}

/// <summary>An account wants to be told of each new public notice of an organisation and of those below it.</summary>
public sealed class BranchSubscription : IBelongToAccount
{
    private BranchSubscription() { }

    public BranchSubscription(string accountId, int branchId) => (AccountId, BranchId) = (accountId, branchId);

    public string AccountId { get; private init; } = "";
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
}
