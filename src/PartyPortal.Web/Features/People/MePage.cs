using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Sealing;

namespace PartyPortal.Web.Features.People;

/// <summary>Everything about one person that this person may see of themselves.</summary>
public sealed record MePage(AccountFacts Account, IReadOnlyList<ActingRole> Offices, PersonPage? Person, IReadOnlyList<LookRow> Looks, IReadOnlyList<PostRow> Posts)
{
    private const int MostLooks = 100;

    internal static async Task<MePage> ReadAsync(PortalDb db, FieldSealer sealer)
    {
        var me = db.Viewer.AccountId!;
        var since = await db.Users.Where(a => a.Id == me).Select(a => a.CreatedAt).SingleAsync();
        var names = await db.SignInNames.Where(n => n.AccountId == me).OrderBy(n => n.Id).Select(n => n.Normalized).ToListAsync();
        var account = new AccountFacts(since, names, await db.NoticeConfirmations.CountAsync(c => c.AccountId == me));
        var person = await db.OwnRecord().Select(PersonPage.Of).SingleOrDefaultAsync();
        var looks = await db.PersonLooks.Where(l => l.PersonId == db.Viewer.PersonId).OrderByDescending(l => l.At).Take(MostLooks)
            .Select(l => new LookRow(l.At, l.Name, l.Role, l.Field, l.Reason)).ToListAsync();

        return new MePage(account, db.Viewer.Roles, person?.MaskedFor(db.Viewer, sealer), looks, await PostsAsync(db));
    }

    private static async Task<IReadOnlyList<PostRow>> PostsAsync(PortalDb db)
    {
        var posts = db.Viewer.Roles.Where(r => r.BranchId is not null).ToList();
        if (posts.Count == 0) return [];

        var me = db.Viewer.AccountId;
        var named = await db.PostConsents.Where(c => c.AccountId == me).Select(c => c.GrantId).ToListAsync();
        return [.. posts.Select(p => new PostRow(p.GrantId, p.Role, p.BranchId!.Value, p.BranchName, named.Contains(p.GrantId)))];
    }
}

/// <summary>A post in an organisation, and whether its holder is named on that organisation's public page.</summary>
public sealed record PostRow(int GrantId, Role Role, int BranchId, string Branch, bool IsNamed);

public sealed record AccountFacts(DateTime Since, IReadOnlyList<string> SignInNames, int Confirmations);

public sealed record LookRow(DateTime At, string Name, Role Role, SealedField Field, string Reason);
