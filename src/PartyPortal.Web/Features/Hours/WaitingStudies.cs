using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Study;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Features.Hours;

public sealed record WaitingStudy(int Id, string Person, string Title, DateOnly On, decimal Hours, string Note, string Path, string? AccountId);

internal static class WaitingStudies
{
    /// <summary>What the office in use is to confirm: of its own branch, and where nobody else can there, of those below.</summary>
    public static async Task<IReadOnlyList<WaitingStudy>> StudiesToConfirmAsync(this PortalDb db)
    {
        var (me, office, keepers) = (db.Viewer.PersonId, db.Viewer.Acting?.BranchId, Policies.RolesOf(Policies.ManageHours));
        var waiting = await db.SelfStudies.Where(s => s.State == SelfStudyState.Waiting && s.PersonId != me && s.Person.Branch.Path.StartsWith(db.Viewer.Path))
            .Where(s => s.Person.BranchId == office || !db.RoleGrants.Any(g => g.BranchId == s.Person.BranchId && keepers.Contains(g.Role) && g.Until == null && g.AccountId != s.Person.AccountId))
            .OrderBy(s => s.On).ThenBy(s => s.Id).Take(Todo.Most + 1)
            .Select(s => new WaitingStudy(s.Id, s.Person.Name, s.Title, s.On, s.Hours, s.Note, s.Person.Branch.Path, s.Person.AccountId)).ToListAsync();
        if (waiting.Count == 0) return waiting;

        var holders = await OfficeHolders.OfAsync(db, db.Today);
        return [.. waiting.Where(w => holders.UpwardsFrom(w.Path, keepers, w.AccountId)?.BranchId == office)];
    }
}
