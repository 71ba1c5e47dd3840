using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Notices;

namespace PartyPortal.Web.Features.Notices;

public sealed record QuestionRow(int Id, string Text, DateOnly AskedOn, string? Answer, DateOnly? AnsweredOn)
{
    private const int Shown = 100;

    private static readonly Expression<Func<NoticeQuestion, QuestionRow>> Of = q => new QuestionRow(q.Id, q.Text, q.AskedOn, q.Answer, q.AnsweredOn);

    /// <summary>What is answered, and the reader's own that wait.</summary>
    public static Task<List<QuestionRow>> ForReadersAsync(PortalDb db, int noticeId)
    {
        var me = db.Viewer.AccountId;
        return db.NoticeQuestions.Where(q => q.NoticeId == noticeId && (q.Answer != null || (me != null && q.AskedBy == me))).OrderBy(q => q.Id).Take(Shown).Select(Of).ToListAsync();
    }

    /// <summary>All, those that wait first.</summary>
    public static Task<List<QuestionRow>> ForDeskAsync(PortalDb db, int noticeId) =>
        db.NoticeQuestions.Where(q => q.NoticeId == noticeId).OrderBy(q => q.Answer != null).ThenBy(q => q.Id).Take(Shown).Select(Of).ToListAsync();
}
