using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Messages;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Tells whoever appealed what was decided, and those who are asked to pass a quiz and have not.</summary>
internal static class QuizLetters
{
    private const int AtOnce = 500;

    public static async Task TellAsync(PortalDb db, OutboxMessage cause, DateOnly today)
    {
        if (cause.Kind is MessageKind.AppealDecided) await db.TellAsync([await db.Appeals.Where(a => a.Id == cause.SubjectId).Select(a => a.AccountId).SingleAsync()], new Letter(cause.Kind, $"appeal:{cause.SubjectId}", today));
        else if (await db.Quizzes.AsNoTracking().Include(q => q.Branch).SingleAsync(q => q.Id == cause.SubjectId) is { AsksToPass: true } quiz) await RemindAsync(db, quiz, new Letter(cause.Kind, $"{cause.Id:N}", today, Title: $"{quiz.Title} ({quiz.DueOn:yyyy-MM-dd})"));
    }

    private static async Task RemindAsync(PortalDb db, Quiz quiz, Letter letter)
    {
        for (var last = 0; ;)
        {
            var page = await db.NotPassed(quiz).Where(p => p.AccountId != null && p.Id > last).OrderBy(p => p.Id).Take(AtOnce).Select(p => new { p.Id, p.AccountId }).ToListAsync();
            if (page.Count == 0) return;

            await db.TellAsync([.. page.Select(p => p.AccountId!)], letter);
            last = page[^1].Id;
        }
    }
}
