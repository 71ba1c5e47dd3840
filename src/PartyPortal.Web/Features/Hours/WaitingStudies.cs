using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Study;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Features.Hours;

public sealed record WaitingStudy(int Id, string Person, string Title, DateOnly On, decimal Hours, string Note, string Path, string? AccountId);

internal static class WaitingStudies
{
    /// <summary>What the office in use is to confirm: of its own branch, and where nobody else can there, of those below.</summary>
    /// <param name="db">Whose viewer confirms.</param>
    /// <param name="id">This one alone; null for all.</param>
    public static async Task<IReadOnlyList<WaitingStudy>> StudiesToConfirmAsync(this PortalDb db, int? id = null)
    {
        var (me, office, keepers, today) = (db.Viewer.PersonId, db.Viewer.Acting?.BranchId, Policies.RolesOf(Policies.ManageHours), db.Today);
        var waiting = await db.SelfStudies.Where(s => (id == null || s.Id == id) && s.State == SelfStudyState.Waiting && s.PersonId != me && s.Person.Branch.Path.StartsWith(db.Viewer.Path))
            .Where(s => s.Person.BranchId == office || !db.RoleGrants.Any(g => g.BranchId == s.Person.BranchId && keepers.Contains(g.Role) && g.From <= today && (g.Until == null || g.Until > today) && g.AccountId != s.Person.AccountId
                && db.Users.Any(a => a.Id == g.AccountId && a.State == AccountState.Active)))
            .OrderBy(s => s.On).ThenBy(s => s.Id)
            .Select(s => new WaitingStudy(s.Id, s.Person.Name, s.Title, s.On, s.Hours, s.Note, s.Person.Branch.Path, s.Person.AccountId)).ToListAsync();
        if (waiting.Count == 0) return waiting;

        var holders = await OfficeHolders.OfAsync(db, today);
        return [.. waiting.Where(w => holders.UpwardsFrom(w.Path, keepers, w.AccountId)?.BranchId == office).Take(Todo.Most + 1)];
    }
}
