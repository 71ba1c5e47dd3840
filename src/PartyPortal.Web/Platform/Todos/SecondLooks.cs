using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Platform.Todos;

/// <param name="Path">Of the organisation whose words they are.</param>
internal sealed record WaitingLook(int Id, string Path, string? RemovedBy);

internal static class SecondLooks
{
    /// <summary>Those that the viewer is to take: in the organisation itself somebody else than who took the words out, where there is nobody the first above.</summary>
    public static async Task<IReadOnlyList<int>> ToTakeAsync(this PortalDb db, IReadOnlyList<WaitingLook> waiting, string policy)
    {
        if (waiting.Count == 0) return [];

        var (holders, roles) = (await OfficeHolders.OfAsync(db, db.Today), Policies.RolesOf(policy));
        return [.. waiting.Where(w => w.RemovedBy != db.Viewer.AccountId && holders.UpwardsFrom(w.Path, roles, w.RemovedBy)?.BranchId == db.Viewer.Acting?.BranchId).Select(w => w.Id)];
    }
}
