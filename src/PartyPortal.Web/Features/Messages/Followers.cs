using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Messages;
using PartyPortal.Data.Notices;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Notices;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Those who follow a notice's kind, or its organisation, and may read it.</summary>
internal sealed class Followers(PortalDb db)
{
    private const int AtOnce = 500;

    /// <summary>Tells each of them once, however often the notice is published again.</summary>
    public async Task TellAsync(Notice notice, string? butNot, DateOnly today)
    {
        if (notice.State is not NoticeState.Published) return;

        var letter = new Letter(MessageKind.NoticeFollowed, $"followed:{notice.Id}", today, notice.Id, notice.Title);
        var untold = Of(notice).Where(a => a != butNot && !db.Messages.Any(m => m.AccountId == a && m.Key == letter.Key));
        while (await untold.OrderBy(a => a).Take(AtOnce).ToListAsync() is { Count: > 0 } page) await db.TellAsync(page, letter);
    }

    private IQueryable<string> Of(Notice notice)
    {
        var above = notice.Branch.PathIds.ToList();
        var ofKind = db.CategorySubscriptions.Where(s => s.Category == notice.Category).Select(s => s.AccountId);
        var ofBranch = db.BranchSubscriptions.Where(s => above.Contains(s.BranchId)).Select(s => s.AccountId);
        var reached = db.People.ReachedBy(notice).Select(p => p.AccountId);
        return notice.AudienceKind switch
        {
            AudienceKind.Internet => ofKind.Union(ofBranch),
            AudienceKind.Campus => ofKind,
            _ => ofKind.Where(a => reached.Contains(a)),
        };
    }
}
