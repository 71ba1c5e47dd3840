using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Notices;

namespace PartyPortal.Web.Features.Branches;

/// <summary>An organisation in a list, with the number of those in use right below it.</summary>
public sealed record BranchRow(int Id, string Code, string Name, BranchKind Kind, int Below)
{
    public static readonly Expression<Func<Branch, BranchRow>> From = b => new BranchRow(b.Id, b.Code, b.Name, b.Kind, b.Children.Count(c => c.Gone == 0));
}

public sealed record BranchList(string? Words, IReadOnlyList<BranchRow> Rows, bool IsCut);

public sealed record BranchCrumb(int Id, string Name);

public sealed record BranchNotice(int Id, string Title, DateTime PublishAt);

public sealed record BranchDeed(string Said, string Did, DateOnly DoneOn);

/// <param name="Holder">Only where the holder agreed; else the post stands by its title alone.</param>
public sealed record BranchPost(Role Role, string? Holder);

/// <summary>What everybody may read of an organisation.</summary>
public sealed record BranchPage(
    Branch Branch, IReadOnlyList<BranchCrumb> Above, IReadOnlyList<BranchRow> Below, IReadOnlyList<BranchPost> Posts, IReadOnlyList<string> Groups, IReadOnlyList<BranchNotice> Notices,
    IReadOnlyList<BranchDeed> Deeds)
{
    private const int NoticesShown = 5;
    private const int DeedsShown = 3;

    public static async Task<BranchPage?> FindAsync(PortalDb db, int id, DateOnly today)
    {
        if (await db.Branches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id) is not { } branch) return null;

        var above = branch.PathIds.SkipLast(1).ToList();
        return new BranchPage(branch,
            above.Count == 0 ? [] : await db.Branches.Where(b => above.Contains(b.Id)).OrderBy(b => b.Path).Select(b => new BranchCrumb(b.Id, b.Name)).ToListAsync(),
            branch.Kind is BranchKind.Branch ? [] : await db.Branches.Where(b => b.ParentId == id && b.Gone == 0).OrderBy(b => b.CodeKey).Select(BranchRow.From).ToListAsync(),
            await PostsAsync(db, id, today),
            branch.Kind is not BranchKind.Branch ? [] : await db.BranchGroups.Where(g => g.BranchId == id && g.Gone == 0).OrderBy(g => g.Name).Select(g => g.Name).ToListAsync(),
            await db.Notices.Where(n => n.BranchId == id && n.State == NoticeState.Published).OrderByDescending(n => n.PublishAt).ThenByDescending(n => n.Id)
                .Take(NoticesShown).Select(n => new BranchNotice(n.Id, n.Title, n.PublishAt)).ToListAsync(),
            await db.Deeds.Where(d => d.BranchId == id && d.State == DeedState.Published).OrderByDescending(d => d.DoneOn).ThenByDescending(d => d.Id)
                .Take(DeedsShown).Select(d => new BranchDeed(d.Said, d.Did, d.DoneOn)).ToListAsync());
    }

    /// <summary>Each post once: by those of its holders who agreed to be named, else by its title.</summary>
    private static async Task<IReadOnlyList<BranchPost>> PostsAsync(PortalDb db, int id, DateOnly today)
    {
        var held = await db.RoleGrants.Where(g => g.BranchId == id && g.From <= today && (g.Until == null || today < g.Until)).OrderByDescending(g => g.Role).ThenBy(g => g.Id)
            .Select(g => new BranchPost(g.Role, db.Users.Where(a => a.Id == g.AccountId && db.PostConsents.Any(c => c.GrantId == g.Id && c.AccountId == a.Id)).Select(a => a.DisplayName).FirstOrDefault())).ToListAsync();
        return [.. held.Distinct().Where(post => post.Holder is not null || held.TrueForAll(other => other.Role != post.Role || other.Holder is null))];
    }
}
