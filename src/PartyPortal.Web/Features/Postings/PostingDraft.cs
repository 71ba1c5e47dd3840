using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Postings;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Postings;

/// <summary>Reads a form against the roster and the offices of the branch.</summary>
internal sealed class PostingDraft(PortalDb db, CurrentSettings settings)
{
    public Task<PostingClock> ClockAsync() => db.PostingClockAsync(settings.Now);

    /// <summary>A branch in reach with the level above it; null where it is none of the viewer's own.</summary>
    public Task<Branch?> BranchAsync(int? id) =>
        db.Branches.Include(b => b.Parent).SingleOrDefaultAsync(b => b.Id == id && b.Gone == 0 && b.Path.StartsWith(db.Viewer.Path));

    public async Task<Posting> BeginAsync(PostingForm form)
    {
        var branch = await BranchAsync(form.BranchId) ?? throw new RuleBrokenException("Choose an organisation of your own.") { Field = nameof(form.BranchId) };
        return new Posting(branch, form.Kind!.Value, await ContentAsync(form, branch.Id, form.Kind.Value), db.Viewer, await ClockAsync());
    }

    public async Task ReviseAsync(Posting posting, PostingForm form)
    {
        db.Expect(posting, form.Version);
        await db.Entry(posting).Reference(p => p.Branch).LoadAsync();
        posting.Revise(await ContentAsync(form, posting.BranchId, posting.Kind), db.Viewer, await ClockAsync());
    }

    private async Task<PostingContent> ContentAsync(PostingForm form, int branchId, PostingKind kind)
    {
        var names = form.AllNames();
        await RefuseOtherStageAsync(names, branchId, PostingRule.Of(kind));
        await RefuseOwnOfficeAsync(form.ContactEmail, branchId);
        return new PostingContent(names, form.FirstOn!.Value, form.Days!.Value, settings.Now.PostsOnInternet ? form.Reach : PostingReach.Unit, form.Contact());
    }

    /// <summary>A name that the roster knows in another stage alone.</summary>
    private async Task RefuseOtherStageAsync(IReadOnlyList<string> names, int branchId, PostingRule rule)
    {
        var known = await db.People.Where(p => p.BranchId == branchId && names.Contains(p.Name)).Select(p => new { p.Name, p.Stage }).ToListAsync();
        if (known.GroupBy(p => p.Name).FirstOrDefault(same => same.All(p => p.Stage != rule.Stage)) is { } other)
            throw new RuleBrokenException("By the roster {0} stands in another stage than this posting is about.", other.Key) { Field = nameof(PostingForm.OtherNames) };
    }

    private async Task RefuseOwnOfficeAsync(string? email, int branchId)
    {
        if (email?.ToUpperInvariant() is { } sought && await db.RoleGrants.AnyAsync(g => g.BranchId == branchId && db.Users.Any(a => a.Id == g.AccountId && a.NormalizedEmail == sought)))
            throw new RuleBrokenException("This is the e-mail of an office holder of the branch itself. Objections go to the level above.") { Field = nameof(PostingForm.ContactEmail) };
    }
}
