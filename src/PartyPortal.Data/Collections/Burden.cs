using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Notices;

namespace PartyPortal.Data.Collections;

/// <summary>How often branches were asked for something, by whomever: figures, and nothing of what was asked.</summary>
public static class Burden
{
    /// <returns>For each branch the notices to confirm that reached it and the collections that asked it or its people, since an instant.</returns>
    public static async Task<Dictionary<int, int>> BurdenAsync(this PortalDb db, IReadOnlyCollection<int> branchIds, DateTime since)
    {
        var asked = await db.CollectionAnswers.IgnoreQueryFilters([Visibility.Filter]).Where(a => branchIds.Contains(a.OfBranchId) && a.Collection.OpenedAt >= since)
            .Select(a => new { a.OfBranchId, a.CollectionId }).Distinct().GroupBy(a => a.OfBranchId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var notices = await db.Notices.IgnoreQueryFilters([Visibility.Filter])
            .Where(n => n.AsksForConfirmation && n.PublishAt >= since && (n.State == NoticeState.Published || n.State == NoticeState.Expired))
            .Select(n => new { n.BranchId, n.Branch.Path, n.AudienceKind }).ToListAsync();
        var branches = await db.Branches.Where(b => branchIds.Contains(b.Id)).Select(b => new { b.Id, b.Path }).ToListAsync();

        return branches.ToDictionary(b => b.Id, b => asked.GetValueOrDefault(b.Id) + notices.Count(n => n.AudienceKind switch
        {
            AudienceKind.Branch => n.BranchId == b.Id,
            AudienceKind.Subtree => b.Path.StartsWith(n.Path, StringComparison.Ordinal),
            _ => true,
        }));
    }
}
