using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Messages;
using PartyPortal.Web.Platform.Mail;

namespace PartyPortal.Web.Features.Messages;

/// <summary>What stands beside the choices of what one follows, whichever form of the page is shown.</summary>
internal sealed record FollowedNotices(IReadOnlyList<FollowedBranch> Branches, MailRhythm Rhythm, MailTrouble? Trouble)
{
    public static async Task<FollowedNotices> OfAsync(PortalDb db, MailSettings mail)
    {
        var me = db.Viewer.AccountId;
        return new(
            await db.BranchSubscriptions.Where(s => s.AccountId == me).OrderBy(s => s.Branch.Path).Select(s => new FollowedBranch(s.BranchId, s.Branch.Name)).ToListAsync(),
            await db.MailChoices.Where(c => c.AccountId == me && c.Topic == MessageTopic.Followed).Select(c => (MailRhythm?)c.Rhythm).SingleOrDefaultAsync() ?? MessageTopic.Followed.UsualRhythm(),
            mail.TroubleOf(await db.Users.AsNoTracking().SingleAsync(a => a.Id == me)));
    }
}

internal sealed record FollowedBranch(int Id, string Name);
