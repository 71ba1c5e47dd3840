using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Notices;
using PartyPortal.Domain.Notices;

namespace PartyPortal.Web.Features.Notices;

public sealed record NoticeRow(int Id, string Title, string Branch, NoticeCategory Category, NoticeState State, DateTime PublishAt, bool IsPinned);

/// <param name="Found">What is pinned, newest first, then the others, newest first.</param>
/// <param name="Category">The kind asked for; null for all.</param>
public sealed record NoticeList(Slice<NoticeRow> Found, NoticeCategory? Category)
{
    // Before a cursor inside the pinned ones, should they fill more than a page.
    private const char InPinned = 'p';

    public static async Task<NoticeList> LoadAsync(IQueryable<Notice> notices, NoticeCategory? category, string? after)
    {
        var isPinned = after is [InPinned, ..];
        var page = after is null
            ? await NoticeSearch.ListAsync(notices, null, n => n.IsPinned)
            : await NoticeSearch.ListAsync(NoticeSearch.ThatAre(isPinned, notices), after.TrimStart(InPinned));
        if (isPinned && page.Next is null)
        {
            var others = await NoticeSearch.ListAsync(NoticeSearch.ThatAre(false, notices), null);
            page = new([.. page.Rows, .. others.Rows], others.Next);
        }

        return new(page.Next is not null && page.Rows[^1].IsPinned ? page with { Next = InPinned + page.Next } : page, category);
    }
}

public sealed record NoticePage(Notice Notice, bool IsConfirmed, int Confirmed, IReadOnlyList<string> Waiting)
{
    public IReadOnlyList<NoticeQuestion> Questions { get; init; } = [];
}

internal static class NoticeSearch
{
    private const int NamesShown = 200;

    /// <summary>Compared with a value: for a bare yes or no SQLite uses no index.</summary>
    public static IQueryable<Notice> ThatAre(bool pinned, IQueryable<Notice> notices) => notices.Where(n => n.IsPinned == pinned);

    /// <param name="notices">Those to choose from.</param>
    /// <param name="after">The cursor; null for the first page.</param>
    /// <param name="before">What stands before all others, on a first page alone.</param>
    public static Task<Slice<NoticeRow>> ListAsync(IQueryable<Notice> notices, string? after, Expression<Func<Notice, bool>>? before = null) => notices.NewestFirstAsync(
        n => n.PublishAt, n => n.Id, after, 20, n => new NoticeRow(n.Id, n.Title, n.Branch.Name, n.Category, n.State, n.PublishAt, n.IsPinned), before);

    public static async Task<NoticePage> PageAsync(PortalDb db, Notice notice)
    {
        var me = db.Viewer.AccountId;
        var confirmed = db.NoticeConfirmations.Where(c => c.NoticeId == notice.Id);
        return new(notice, await confirmed.AnyAsync(c => c.AccountId == me), await confirmed.CountAsync(), notice.AsksForConfirmation ? await WaitingAsync(db, notice) : []);
    }

    /// <summary>The names, never the times, of those in the viewer's own organisations who have not confirmed yet.</summary>
    private static Task<List<string>> WaitingAsync(PortalDb db, Notice notice)
    {
        var path = notice.Branch.Path;
        return db.People.Where(p => p.Branch.Path.StartsWith(path)).ReachedBy(notice)
            .Where(p => !db.NoticeConfirmations.Any(c => c.NoticeId == notice.Id && c.AccountId == p.AccountId))
            .OrderBy(p => p.NameKey).ThenBy(p => p.Id).Select(p => p.Name).Take(NamesShown).ToListAsync();
    }
}
