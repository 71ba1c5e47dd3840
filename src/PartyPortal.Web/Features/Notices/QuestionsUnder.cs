using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Notices;

namespace PartyPortal.Web.Features.Notices;

/// <summary>The questions under a notice. Who asked stands on no page.</summary>
internal static class QuestionsUnder
{
    private const int Shown = 100;

    /// <summary>What is answered, and the reader's own that wait or were turned down.</summary>
    public static Task<List<NoticeQuestion>> ForReadersAsync(PortalDb db, int noticeId)
    {
        var me = db.Viewer.AccountId;
        return db.NoticeQuestions.AsNoTracking().Where(q => q.NoticeId == noticeId && (q.Answer != null || (me != null && q.AskedBy == me))).OrderBy(q => q.Id).Take(Shown).ToListAsync();
    }

    /// <summary>All, those that wait first.</summary>
    public static Task<List<NoticeQuestion>> ForDeskAsync(PortalDb db, int noticeId) =>
        db.NoticeQuestions.AsNoTracking().Where(q => q.NoticeId == noticeId).OrderBy(q => q.Answer != null).ThenBy(q => q.RemovedBecause != null && q.AskedAgainOn == null).ThenBy(q => q.Id).Take(Shown).ToListAsync();
}
