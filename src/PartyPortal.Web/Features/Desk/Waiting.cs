using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Guides;
using PartyPortal.Domain.Help;
using PartyPortal.Domain.Jobs;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Features.Desk;

public sealed record DeskNotice(int Id, string Title, string Branch, DateTime PublishAt);

/// <summary>Something to do, and where. More than <see cref="Most"/> are not counted.</summary>
public sealed record DeskTask(string Words, string Path, string Icon, int Count)
{
    public const int Most = 99;

    public string Figure => Count > Most ? $"{Most}+" : $"{Count}";
}

public sealed record DeskPage(Viewer Viewer, IReadOnlyList<DeskNotice> ToConfirm, IReadOnlyList<DeskTask> Tasks, IReadOnlyList<DeskNotice> Latest)
{
    public bool IsClear => ToConfirm.Count == 0 && Tasks.Count == 0;
}

/// <summary>What waits for the viewer: looked up when the desk is opened, kept nowhere.</summary>
internal sealed class Waiting(PortalDb db)
{
    private const int NoticesShown = 5;

    private readonly Viewer _viewer = db.Viewer;

    private IQueryable<Notice> ForMe => db.Notices.Where(n => n.State == NoticeState.Published && _viewer.Audiences.Contains(n.AudienceKey));

    private IQueryable<Notice> OfMine => db.Notices.Where(n => n.Branch.Path.StartsWith(_viewer.Path));

    public async Task<DeskPage> FindAsync() => new(
        _viewer,
        await TopAsync(ForMe.Where(n => n.AsksForConfirmation && !db.NoticeConfirmations.Any(c => c.NoticeId == n.Id && c.AccountId == _viewer.AccountId))),
        [.. (await TasksAsync()).Where(task => task.Count > 0)],
        await TopAsync(ForMe));

    private static Task<List<DeskNotice>> TopAsync(IQueryable<Notice> notices) => notices.OrderByDescending(n => n.PublishAt).ThenByDescending(n => n.Id)
        .Select(n => new DeskNotice(n.Id, n.Title, n.Branch.Name, n.PublishAt)).Take(NoticesShown).ToListAsync();

    private async Task<List<DeskTask>> TasksAsync()
    {
        List<DeskTask> tasks = [];
        if (_viewer.May(Policies.ReviewNotices)) tasks.Add(new(Key("Notices to approve"), "/desk/notices/approvals", "check-circle", await CountAsync(ToApprove)));
        if (_viewer.May(Policies.ReviewStudy)) tasks.Add(new(Key("Study materials to approve"), "/desk/study/approvals", "book", await CountAsync(MaterialsToApprove)));
        if (_viewer.May(Policies.ManageGuides) && _viewer.May(Policies.ReviewNotices)) tasks.Add(new(Key("Guides to approve"), "/desk/guides?state=AwaitingApproval", "signpost-split", await CountAsync(GuidesToApprove)));
        if (_viewer.May(Policies.AnswerFeedback)) tasks.Add(new(Key("Feedback to answer"), "/desk/feedback", "inbox", await CountAsync(db.FeedbackItems.Where(f => f.MergedIntoId == null && (f.State == FeedbackState.Received || f.State == FeedbackState.InWork)))));
        if (_viewer.May(Policies.ManageNotices)) tasks.Add(new(Key("Your drafts"), "/desk/notices?state=Draft", "pencil", await CountAsync(OfMine.Where(n => n.State == NoticeState.Draft && n.EditedBy == _viewer.AccountId))));
        if (_viewer.May(Policies.ManagePeople)) tasks.Add(new(Key("People without an account"), "/slips", "qr-code", await CountAsync(WithoutAccount)));
        if (_viewer.May(Policies.AnswerTickets)) tasks.Add(new(Key("Questions to the support desk"), "/desk/tickets", "chat-dots", await CountAsync(db.Tickets.Where(t => t.State == TicketState.New || t.State == TicketState.InWork))));
        if (_viewer.May(Policies.ManageSettings)) tasks.Add(new(Key("Tasks of the portal that fail"), "/admin/jobs", "exclamation-triangle", await CountAsync(db.Jobs.Where(j => j.State == JobState.Failed))));
        return tasks;
    }

    private IQueryable<Notice> ToApprove => OfMine.Where(n => n.State == NoticeState.AwaitingApproval && n.WrittenBy != _viewer.AccountId && n.EditedBy != _viewer.AccountId && n.PublishedBy != _viewer.AccountId);

    private IQueryable<StudyMaterial> MaterialsToApprove => db.StudyMaterials.Where(m => m.Branch.Path.StartsWith(_viewer.Path)
        && m.State == StudyState.AwaitingApproval && m.EditedBy != _viewer.AccountId && m.PublishedBy != _viewer.AccountId);

    private IQueryable<Guide> GuidesToApprove => db.Guides.Where(g => g.Branch.Path.StartsWith(_viewer.Path)
        && g.State == GuideState.AwaitingApproval && g.EditedBy != _viewer.AccountId && g.PublishedBy != _viewer.AccountId);

    // With one branch in reach its own index serves the count.
    private IQueryable<Person> WithoutAccount =>
        (_viewer.OnlyBranchId is { } only ? db.People.Where(p => p.BranchId == only) : db.People).Where(p => p.AccountId == null && p.Stage != Stage.Former);

    private static Task<int> CountAsync<T>(IQueryable<T> rows) => rows.Take(DeskTask.Most + 1).CountAsync();

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;
}
