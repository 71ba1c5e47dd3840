using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Notices;

/// <summary>Notices to confirm as a reader, to approve and to finish as an office.</summary>
internal sealed class NoticeTodos : ITodoSource
{
    public string Module => Sentence.Key("Notices").Words;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db)
    {
        if (db.Viewer.Acting is null) return await ToConfirmAsync(db);

        List<Todo> found = [];
        if (db.Viewer.May(Policies.ReviewNotices)) found.AddRange(await ToApproveAsync(db));
        if (db.Viewer.May(Policies.ManageNotices)) found.AddRange([.. await DraftsAsync(db), .. await QuestionsAsync(db)]);
        return found;
    }

    public async Task<IEnumerable<Todo>> FindDaysAsync(PortalDb db, DateOnly from, DateOnly until)
    {
        if (!db.Viewer.May(Policies.ManageNotices)) return [];

        var (begin, end) = (PortalClock.ToUtc(from.ToDateTime(TimeOnly.MinValue)), PortalClock.ToUtc(until.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        var ending = await db.Notices.Where(n => n.Branch.Path.StartsWith(db.Viewer.Path) && n.State == NoticeState.Published && n.ExpiresAt >= begin && n.ExpiresAt < end)
            .OrderBy(n => n.ExpiresAt).ThenBy(n => n.Id).Take(Todo.Most).Select(n => new { n.Id, n.Title, n.ExpiresAt }).ToListAsync();
        return ending.Select(n => new Todo(Sentence.Key("The notice ends: {0}", n.Title), $"/desk/notices/{n.Id}") { Icon = "megaphone", Due = PortalClock.Day(n.ExpiresAt) });
    }

    /// <summary>Reviews; what a reader is asked to confirm is no office's work.</summary>
    public async Task<IEnumerable<LateThing>> FindLateAsync(PortalDb db, DateOnly today)
    {
        var begin = PortalClock.ToUtc(today.ToDateTime(TimeOnly.MinValue));
        var notices = await db.Notices.Where(n => n.State == NoticeState.AwaitingApproval && n.PublishAt < begin)
            .Select(n => new { n.Id, n.BranchId, n.Title, n.PublishAt, n.WrittenBy, n.EditedBy, n.PublishedBy, n.ApprovedBy }).ToListAsync();
        return notices.Select(n => new LateThing(Step.NoticeReview, $"{n.Id}", n.BranchId, PortalClock.Day(n.PublishAt), Policies.RolesOf(Policies.ReviewNotices))
        {
            Title = n.Title,
            NotBy = [n.WrittenBy, n.EditedBy, n.PublishedBy, n.ApprovedBy],
            GoesUp = true,
        });
    }

    private static async Task<IEnumerable<Todo>> ToConfirmAsync(PortalDb db)
    {
        // Compared with a value: for a bare yes or no SQLite uses no index.
        var (me, audiences, asks) = (db.Viewer.AccountId, db.Viewer.Audiences, true);
        var notices = await db.Notices.Where(n => n.State == NoticeState.Published && n.AsksForConfirmation == asks && audiences.Contains(n.AudienceKey)
                && !db.NoticeConfirmations.Any(c => c.NoticeId == n.Id && c.AccountId == me))
            .OrderByDescending(n => n.PublishAt).ThenByDescending(n => n.Id).Take(Todo.Most + 1).Select(n => new { n.Id, n.Title, Branch = n.Branch.Name, n.PublishAt, n.ExpiresAt }).ToListAsync();
        return notices.Select(n => new Todo(Sentence.Key("Confirm the notice: {0}", n.Title), $"/notices/{n.Id}")
        {
            Icon = "megaphone",
            Why = Sentence.Key("It is addressed to you by {0}", n.Branch),
            Since = PortalClock.Day(n.PublishAt),
            Due = PortalClock.Day(n.ExpiresAt),
        });
    }

    private static async Task<IEnumerable<Todo>> ToApproveAsync(PortalDb db)
    {
        var me = db.Viewer.AccountId;
        var notices = await db.Notices.Where(n => n.Branch.Path.StartsWith(db.Viewer.Path) && n.State == NoticeState.AwaitingApproval && n.WrittenBy != me && n.EditedBy != me && n.PublishedBy != me && n.ApprovedBy != me)
            .OrderBy(n => n.PublishAt).ThenBy(n => n.Id).Take(Todo.Most + 1).Select(n => new { n.Id, n.Title, n.PublishAt }).ToListAsync();
        return new Todo(Sentence.Key("Notices to approve"), "/desk/notices/approvals").OrEach(
            [.. notices.Select(n => new Todo(Sentence.Key("Approve the notice: {0}", n.Title), $"/desk/notices/{n.Id}/review") { Due = PortalClock.Day(n.PublishAt) })]);
    }

    private static async Task<IEnumerable<Todo>> DraftsAsync(PortalDb db)
    {
        var me = db.Viewer.AccountId;
        var drafts = await db.Notices.Where(n => n.Branch.Path.StartsWith(db.Viewer.Path)
                && ((n.State == NoticeState.Draft && n.EditedBy == me) || (n.State == NoticeState.SentBack && (n.WrittenBy == me || n.EditedBy == me || n.PublishedBy == me))))
            .OrderBy(n => n.PublishAt).ThenBy(n => n.Id).Take(Todo.Most + 1).Select(n => new { n.Id, n.Title, n.PublishAt, n.State }).ToListAsync();
        var sentBack = drafts.Where(n => n.State is NoticeState.SentBack)
            .Select(n => new Todo(Sentence.Key("Mend the notice: {0}", n.Title), $"/desk/notices/{n.Id}") { Icon = "reply", Why = Sentence.Key("It was sent back to you with a reason"), Due = PortalClock.Day(n.PublishAt) });
        return [.. sentBack, new Todo(Sentence.Key("Your drafts of notices"), "/desk/notices?state=Draft") { Icon = "pencil", Why = Sentence.Key("You began them"), Count = drafts.Count(n => n.State is NoticeState.Draft) }];
    }

    private static async Task<IEnumerable<Todo>> QuestionsAsync(PortalDb db)
    {
        var asked = await db.NoticeQuestions.Where(q => q.Notice.Branch.Path.StartsWith(db.Viewer.Path) && q.Notice.State == NoticeState.Published
                && ((q.Answer == null && q.RemovedBecause == null) || (q.AskedAgainOn != null && q.SecondLook == null)))
            .OrderByDescending(q => q.RemovedBecause != null).ThenBy(q => q.Id).Take(Todo.Most + 1)
            .Select(q => new { q.Id, q.NoticeId, q.Notice.Title, q.AskedOn, q.AskedAgainOn, Removed = q.RemovedBecause == null ? null : new WaitingLook(q.Id, q.Notice.Branch.Path, q.RemovedBy) }).ToListAsync();
        var again = await db.ToTakeAsync([.. asked.Select(q => q.Removed).OfType<WaitingLook>()], Policies.ManageNotices);
        var answers = asked.Where(q => q.Removed is null).GroupBy(q => (q.NoticeId, q.Title)).Select(notice => new Todo(Sentence.Key("Answer what readers ask: {0}", notice.Key.Title), $"/desk/notices/{notice.Key.NoticeId}/questions")
        {
            Icon = "question-circle",
            Count = notice.Count(),
            Since = notice.Min(q => q.AskedOn),
        });
        return answers.Concat(asked.Where(q => again.Contains(q.Id))
            .Select(q => new Todo(Sentence.Key("Take a second look at a question that was turned down: {0}", q.Title), $"/desk/notices/{q.NoticeId}/questions") { Icon = "question-circle", Since = q.AskedAgainOn }));
    }
}
