using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Settings;

namespace PartyPortal.Domain.Notices;

public enum NoticeCategory
{
    [Display(Name = "Notice")]
    Notice = 1,

    [Display(Name = "Public announcement")]
    Announcement,

    [Display(Name = "News")]
    News,

    [Display(Name = "Activity")]
    Activity,
}

public enum NoticeState
{
    [Display(Name = "Draft")]
    Draft = 1,

    [Display(Name = "Awaiting approval")]
    AwaitingApproval,

    [Display(Name = "Scheduled")]
    Scheduled,

    [Display(Name = "Published")]
    Published,

    [Display(Name = "Expired")]
    Expired,

    [Display(Name = "Withdrawn")]
    Withdrawn,

    /// <summary>The reviewer wants something mended: a draft in every other respect.</summary>
    [Display(Name = "Sent back")]
    SentBack,
}

/// <summary>What an editor writes. Times are UTC; without an end a notice lasts so many months.</summary>
public sealed record NoticeContent(string Title, string Body, NoticeCategory Category, AudienceKind Audience)
{
    public DateTime? PublishAt { get; init; }
    public DateTime? ExpiresAt { get; init; }
    public int MonthsByDefault { get; init; } = new PortalSettings().NoticeMonths;
    public bool IsPinned { get; init; }
    public bool AsksForConfirmation { get; init; }
    public bool TakesQuestions { get; init; }
}

/// <summary>A notice of one organisation. What goes to the Internet needs the approval of a second person.</summary>
public sealed class Notice : IBelongToBranch, IVersioned, IAudited
{
    public const int TitleMaxLength = 120;
    public const int BodyMaxLength = 50_000;
    public const int ReasonMaxLength = 300;

    private readonly List<NoticeAttachment> _attachments = [];
    private readonly List<NoticeReviewStep> _steps = [];
    private readonly List<NoticeVersion> _versions = [];

    private Notice() { }

    /// <exception cref="RuleBrokenException">As for <see cref="Revise"/>.</exception>
    public Notice(int branchId, NoticeContent content, Viewer by, DateTime now)
    {
        (BranchId, WrittenBy) = (branchId, by.AccountId);
        Revise(content, by, now);
    }

    public int Id { get; private init; }
    public int BranchId { get; private set; }
    public Branch Branch { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public string Body { get; private set; } = "";
    public NoticeCategory Category { get; private set; }
    public AudienceKind AudienceKind { get; private set; }
    public string AudienceKey { get; private set; } = "";
    public NoticeState State { get; private set; } = NoticeState.Draft;

    /// <summary>From when it is, or was, to be read.</summary>
    public DateTime PublishAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }
    public bool IsPinned { get; private set; }
    public bool AsksForConfirmation { get; private set; }
    public bool TakesQuestions { get; private set; }
    public string? WrittenBy { get; private init; }
    public string? EditedBy { get; private set; }
    public string? PublishedBy { get; private set; }
    public string? ApprovedBy { get; private set; }

    /// <summary>Where two must approve: the other one.</summary>
    public string? AlsoApprovedBy { get; private set; }

    public string? WithdrawnBecause { get; private set; }

    /// <summary>When somebody last changed it or said that it holds, after it was first published.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>The last day on which those who had not confirmed were reminded.</summary>
    public DateOnly? RemindedOn { get; private set; }

    /// <summary>How many versions are kept: none until it is first handed in or published.</summary>
    public int VersionsKept { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<NoticeAttachment> Attachments => _attachments;

    public IReadOnlyList<NoticeReviewStep> Steps => _steps;

    public IReadOnlyList<NoticeVersion> Versions => _versions;

    public bool IsDraft => State is NoticeState.Draft or NoticeState.SentBack;

    public bool MayBeChanged => State is not (NoticeState.Expired or NoticeState.Withdrawn);

    /// <summary>Whether the viewer wrote, changed or handed it in, and so may not decide on it.</summary>
    public bool IsWorkOf(Viewer viewer) => viewer.AccountId == WrittenBy || viewer.AccountId == EditedBy || viewer.AccountId == PublishedBy;

    /// <summary>Changes the content. What was approved for the Internet, or waits for it, becomes a draft again.</summary>
    /// <exception cref="RuleBrokenException">It is over, lacks a text, ends before it begins or addresses whom the writer may not address.</exception>
    public void Revise(NoticeContent content, Viewer by, DateTime now)
    {
        Refuse(!MayBeChanged, Key("What is over cannot be changed. Write a new notice."));
        Refuse(string.IsNullOrWhiteSpace(content.Title), Key("Write a title."), nameof(Title));
        Refuse(string.IsNullOrWhiteSpace(content.Body), Key("Write the text."), nameof(Body));
        var begin = State is NoticeState.Published ? PublishAt : content.PublishAt ?? now;
        var end = content.ExpiresAt ?? begin.AddMonths(content.MonthsByDefault);
        Refuse(end <= begin, Key("The end must be later than the beginning."), "ExpiresOn");
        Publishing.RequireAddressable(content.Audience, by);

        // A notice of the time before versions were kept.
        if (VersionsKept == 0 && !IsDraft) Keep(null, PublishAt);
        var before = (Title, Body, Category, AudienceKind);
        (Title, Body, Category, IsPinned) = (content.Title, content.Body, content.Category, content.IsPinned);
        (AsksForConfirmation, TakesQuestions) = (content.AsksForConfirmation, content.TakesQuestions);
        if (State is NoticeState.Published) ConfirmedAt = now;
        (AudienceKind, AudienceKey) = (content.Audience, Audience.KeyOf(content.Audience, BranchId));
        (PublishAt, ExpiresAt, EditedBy) = (begin, end, by.AccountId);
        if (State is not NoticeState.SentBack && (AudienceKind is AudienceKind.Internet || State is NoticeState.AwaitingApproval)) State = NoticeState.Draft;
        if (VersionsKept > 0 && before != (Title, Body, Category, AudienceKind)) Keep(by.Acting?.Role, now);
    }

    /// <summary>Part of a revision: keeps the attachments named, in that order, and puts others behind them; answers those dropped.</summary>
    /// <exception cref="RuleBrokenException">There would be too many.</exception>
    public IReadOnlyList<NoticeAttachment> ChangeAttachments(IReadOnlyList<int> kept, IReadOnlyList<StoredFile> added) =>
        AttachedFile.Change(_attachments, kept, added.Select(file => new NoticeAttachment(this, file)));

    /// <summary>Publishes or schedules it; for the Internet, hands it in for review first.</summary>
    /// <exception cref="RuleBrokenException">It is no draft, or its end is past.</exception>
    public void Publish(Viewer by, DateTime now)
    {
        if (AudienceKind is AudienceKind.Internet)
        {
            HandIn(null, by, now);
            return;
        }

        RequireDraft();
        PublishedBy = by.AccountId;
        if (VersionsKept == 0) Keep(by.Acting?.Role, now);
        Release(now);
    }

    /// <summary>Asks a second person to look at it first, with a word to that person or without.</summary>
    /// <exception cref="RuleBrokenException">It is no draft.</exception>
    public void HandIn(string? word, Viewer by, DateTime now)
    {
        RequireDraft();
        (State, PublishedBy, ApprovedBy, AlsoApprovedBy) = (NoticeState.AwaitingApproval, by.AccountId, null, null);
        if (VersionsKept == 0) Keep(by.Acting?.Role, now);
        _steps.Add(new NoticeReviewStep(this, NoticeReviewKind.HandedIn, word, now));
    }

    /// <param name="needed">How many must approve what is for the Internet: two, in whichever order, where the organisation wants it so.</param>
    /// <exception cref="RuleBrokenException">It does not wait for approval, or the approver wrote, submitted or approved it.</exception>
    public void Approve(Viewer by, DateTime now, int needed = 1)
    {
        RequireReviewer(by);
        Refuse(ApprovedBy is not null && ApprovedBy == by.AccountId, Key("You have approved it already. Somebody else gives the second approval."));
        if (ApprovedBy is null) ApprovedBy = by.AccountId;
        else AlsoApprovedBy = by.AccountId;
        _steps.Add(new NoticeReviewStep(this, NoticeReviewKind.Approved, null, now));
        if (AudienceKind is not AudienceKind.Internet || needed == 1 || AlsoApprovedBy is not null) Release(now);
    }

    /// <summary>Gives it back to be mended and handed in again.</summary>
    /// <exception cref="RuleBrokenException">As for <see cref="Approve"/>, or no reason is given.</exception>
    public void SendBack(string? reason, Viewer by, DateTime now)
    {
        RequireReviewer(by);
        Refuse(string.IsNullOrWhiteSpace(reason), Key("Say what is to be mended."), "Reason");
        State = NoticeState.SentBack;
        _steps.Add(new NoticeReviewStep(this, NoticeReviewKind.SentBack, reason, now));
    }

    /// <exception cref="RuleBrokenException">It is over already, or no reason is given.</exception>
    public void Withdraw(string? reason)
    {
        Refuse(!MayBeChanged, Key("This notice is over already."));
        Refuse(string.IsNullOrWhiteSpace(reason), Key("Say why it is withdrawn."), "Reason");
        (State, WithdrawnBecause) = (NoticeState.Withdrawn, reason);
    }

    /// <summary>Reminds those who have not confirmed.</summary>
    /// <exception cref="RuleBrokenException">It asks for no confirmation now, or they were reminded today.</exception>
    public void Remind(DateOnly today)
    {
        Refuse(State is not NoticeState.Published || !AsksForConfirmation, Key("This notice asks for no confirmation."));
        Refuse(RemindedOn == today, Key("They were reminded today already. Remind them again tomorrow."));
        RemindedOn = today;
    }

    /// <summary>Its office has looked: it still holds.</summary>
    /// <exception cref="RuleBrokenException">It is not published.</exception>
    public void ConfirmStillValid(DateTime now)
    {
        Refuse(State is not NoticeState.Published, Key("Only what is published is confirmed."));
        ConfirmedAt = now;
    }

    /// <summary>Moves it on when its time has come; whether anything changed.</summary>
    public bool KeepTime(DateTime now)
    {
        var before = State;
        if (State is NoticeState.Scheduled && PublishAt <= now) State = NoticeState.Published;
        if (State is NoticeState.Published && ExpiresAt <= now) State = NoticeState.Expired;
        return State != before;
    }

    private void RequireDraft() => Refuse(!IsDraft, Key("This notice is not a draft any more."));

    private void RequireReviewer(Viewer by)
    {
        Refuse(State is not NoticeState.AwaitingApproval, Key("This notice does not wait for approval."));
        Publishing.RequireSecondPerson(by, WrittenBy, EditedBy, PublishedBy);
    }

    private void Keep(Role? office, DateTime at) => _versions.Add(new NoticeVersion(this, ++VersionsKept, office, at));

    private void Release(DateTime now)
    {
        Refuse(ExpiresAt <= now, Key("The end must be later than the beginning."));
        if (PublishAt < now) PublishAt = now;
        State = PublishAt > now ? NoticeState.Scheduled : NoticeState.Published;
    }

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;

    private static void Refuse(bool isBroken, string sentence, string? field = null)
    {
        if (isBroken) throw new RuleBrokenException(sentence) { Field = field };
    }
}

/// <summary>Somebody has confirmed a notice that asks for it. No time is kept; deleted when the notice is over.</summary>
public sealed class NoticeConfirmation : IBelongToAccount
{
    private NoticeConfirmation() { }

    public NoticeConfirmation(int noticeId, string accountId) => (NoticeId, AccountId) = (noticeId, accountId);

    public int Id { get; private init; }
    public int NoticeId { get; private init; }
    public Notice Notice { get; private init; } = null!;
    public string AccountId { get; private init; } = "";
}
