using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Messages;
using PartyPortal.Data.Notices;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Platform.Robots;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Tells people what the outbox holds. Killed in the middle it begins again, and nobody is told twice.</summary>
[Display(Name = "Deliver messages")]
internal sealed class DeliverMessages(RobotSettings robots) : IPortalJob
{
    private const int AtOnce = 500;

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        foreach (var cause in await db.Outbox.AsNoTracking().OrderBy(o => o.Id).Take(AtOnce).ToListAsync())
        {
            await DeliverAsync(db, cause, now);
            db.Remove(cause);
            await db.SaveChangesAsync();
        }
    }

    private Task DeliverAsync(PortalDb db, OutboxMessage cause, DateTime now) => cause.Kind.Topic() switch
    {
        _ when cause.Kind is MessageKind.QuestionRemoved or MessageKind.QuestionLookedAt => TellAuthorAsync(db, cause, PortalClock.Day(now)),
        MessageTopic.Collections => CollectionLetters.TellAsync(db, cause, PortalClock.Day(now)),
        MessageTopic.Hours => HourLetters.TellAsync(db, cause, PortalClock.Day(now)),
        MessageTopic.Courses => CourseLetters.TellAsync(db, cause, PortalClock.Day(now)),
        MessageTopic.Quizzes => QuizLetters.TellAsync(db, cause, PortalClock.Day(now)),
        _ when cause.Kind is MessageKind.NoteShown => NoteLetters.TellAsync(db, cause, PortalClock.Day(now)),
        MessageTopic.Circles => CircleLetters.TellAsync(db, cause, PortalClock.Day(now)),
        MessageTopic.Classes => ClassLetters.TellAsync(db, cause, PortalClock.Day(now)),
        _ => TellOfNoticeAsync(db, cause, now),
    };

    /// <summary>Of a question that was turned down, or looked at a second time.</summary>
    private static async Task TellAuthorAsync(PortalDb db, OutboxMessage cause, DateOnly today)
    {
        var question = await db.NoticeQuestions.Where(q => q.Id == cause.SubjectId).Select(q => new { q.AskedBy, q.NoticeId, q.Notice.Title }).SingleOrDefaultAsync();
        if (question?.AskedBy is { } author) await db.TellAsync([author], new Letter(cause.Kind, $"{cause.Kind}:{cause.SubjectId}", today, question.NoticeId, question.Title));
    }

    private async Task TellOfNoticeAsync(PortalDb db, OutboxMessage cause, DateTime now)
    {
        var today = PortalClock.Day(now);
        var notice = await db.Notices.AsNoTracking().Include(n => n.Branch).SingleAsync(n => n.Id == cause.SubjectId);
        await (cause.Kind switch
        {
            MessageKind.ConfirmNotice => AskReadersAsync(db, notice, new Letter(cause.Kind, $"confirm:{notice.Id}", today, notice.Id, notice.Title)),
            MessageKind.ConfirmNoticeAgain => AskReadersAsync(db, notice, new Letter(cause.Kind, $"{cause.Id:N}", today, notice.Id, notice.Title)),
            MessageKind.ApproveNotice => AskApproversAsync(db, notice, new Letter(cause.Kind, $"{cause.Id:N}", today, notice.Id, notice.Title)),
            MessageKind.NoticeFollowed => new Followers(db).TellAsync(notice, cause.CausedBy, today),
            MessageKind.QuestionAnswered => TellAskersAsync(db, notice, today),
            MessageKind.NoticePublished => TellRobotsAsync(db, notice, now),
            _ => db.TellAsync(await WritersAsync(db, notice, cause.CausedBy), new Letter(cause.Kind, $"{cause.Id:N}", today, notice.Id, notice.Title)),
        });
    }

    /// <summary>Everybody whom the notice is for and who has not confirmed it; page by page, for that may be the whole university.</summary>
    private static async Task AskReadersAsync(PortalDb db, Notice notice, Letter letter)
    {
        if (notice.State is not NoticeState.Published) return;

        var waiting = db.People.ReachedBy(notice).Where(p => !db.NoticeConfirmations.Any(c => c.NoticeId == notice.Id && c.AccountId == p.AccountId));
        for (var last = 0; ;)
        {
            var page = await waiting.Where(p => p.Id > last).OrderBy(p => p.Id).Take(AtOnce).Select(p => new { p.Id, p.AccountId }).ToListAsync();
            if (page.Count == 0) return;

            await db.TellAsync([.. page.Select(p => p.AccountId!)], letter);
            last = page[^1].Id;
        }
    }

    private async Task TellRobotsAsync(PortalDb db, Notice notice, DateTime now)
    {
        var key = $"published:{notice.Id}";
        var told = await db.Deliveries.Where(d => d.Key == key).Select(d => d.Channel).ToListAsync();
        db.AddRange(robots.Channels.Except(told).Select(channel => new Delivery(channel, MessageKind.NoticePublished, key, now) { NoticeId = notice.Id }));
    }

    /// <summary>Whoever asked is told of the answer, and then forgotten.</summary>
    private static async Task TellAskersAsync(PortalDb db, Notice notice, DateOnly today)
    {
        foreach (var id in await db.NoticeQuestions.Where(q => q.NoticeId == notice.Id && q.Answer != null && q.AskedBy != null).OrderBy(q => q.Id).Select(q => q.Id).ToListAsync())
        {
            var question = await db.NoticeQuestions.AsNoTracking().SingleAsync(q => q.Id == id);
            await db.TellAsync([question.AskedBy!], new Letter(MessageKind.QuestionAnswered, $"answer:{id}", today, notice.Id, notice.Title));
            (await db.NoticeQuestions.SingleAsync(q => q.Id == id)).ForgetAsker();
            await db.SaveChangesAsync();
        }
    }

    /// <summary>Those who may approve it and neither wrote nor submitted it.</summary>
    private static async Task AskApproversAsync(PortalDb db, Notice notice, Letter letter)
    {
        if (notice.State is not NoticeState.AwaitingApproval) return;

        var above = notice.Branch.PathIds.ToList();
        var grants = await db.RoleGrants.AsNoTracking()
            .Where(g => g.Role == Role.OrganisationOffice || (g.Role == Role.GeneralBranchSecretary && above.Contains(g.BranchId!.Value))).ToListAsync();
        var approvers = grants.Where(g => g.HoldsOn(letter.On)).Select(g => g.AccountId).Where(a => a != notice.WrittenBy && a != notice.EditedBy && a != notice.PublishedBy);
        await db.TellAsync([.. approvers.Distinct()], letter);
    }

    /// <summary>Who wrote and who submitted it, but not the one whose deed this is.</summary>
    private static Task<List<string>> WritersAsync(PortalDb db, Notice notice, string? butNot) =>
        db.Users.Where(u => (u.Id == notice.EditedBy || u.Id == notice.PublishedBy) && u.Id != butNot).Select(u => u.Id).ToListAsync();
}
