using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Files;

namespace PartyPortal.Domain.Guides;

public enum GuideTopic
{
    [Display(Name = "Joining and member development")]
    Joining = 1,

    [Display(Name = "Transfer of the membership")]
    Transfer,

    [Display(Name = "Party dues")]
    Dues,

    [Display(Name = "Meetings and activities")]
    Meetings,

    [Display(Name = "Work of a branch")]
    BranchWork,

    [Display(Name = "Other matters")]
    Other,
}

public enum GuideState
{
    [Display(Name = "Draft")]
    Draft = 1,

    [Display(Name = "Awaiting approval")]
    AwaitingApproval,

    [Display(Name = "Published")]
    Published,

    [Display(Name = "Withdrawn")]
    Withdrawn,
}

/// <summary>What a writer puts into a guide. Steps are one a line; notes are rich text.</summary>
public sealed record GuideContent(string Title, GuideTopic Topic, string Summary, string Steps)
{
    public string? Notes { get; init; }

    /// <summary>Other words by which people look for it.</summary>
    public string? Keywords { get; init; }

    public string? Office { get; init; }
    public string? Hours { get; init; }
    public string? Telephone { get; init; }
}

/// <summary>How something is done at this university: steps, forms to download, where and when. For the Internet, and so approved by a second person.</summary>
public sealed class Guide : IBelongToBranch, IVersioned, IAudited
{
    public const int TitleMaxLength = 120;
    public const int SummaryMaxLength = 300;
    public const int StepsMaxLength = 8_000;
    public const int NotesMaxLength = 20_000;
    public const int LineMaxLength = 200;
    public const int ReasonMaxLength = 1_000;
    public const int SearchKeyMaxLength = TitleMaxLength + SummaryMaxLength + LineMaxLength + 2;

    private readonly List<GuideDownload> _downloads = [];

    private Guide() { }

    /// <exception cref="RuleBrokenException">As for <see cref="Revise"/>.</exception>
    public Guide(int branchId, GuideContent content, Viewer by, DateOnly on)
    {
        BranchId = branchId;
        Revise(content, by, on);
    }

    public int Id { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public string Title { get; private set; } = "";
    public GuideTopic Topic { get; private set; }
    public string Summary { get; private set; } = "";
    public string Steps { get; private set; } = "";
    public string? Notes { get; private set; }
    public string? Keywords { get; private set; }
    public string? Office { get; private set; }
    public string? Hours { get; private set; }
    public string? Telephone { get; private set; }

    /// <summary>Title, summary and keywords in lower case, to be searched.</summary>
    public string SearchKey { get; private set; } = "";

    public GuideState State { get; private set; } = GuideState.Draft;

    /// <summary>When it was last published; before that, when it was first written down.</summary>
    public DateTime PublishedAt { get; private set; }

    /// <summary>The day on which somebody last said that it holds.</summary>
    public DateOnly ConfirmedOn { get; private set; }

    public string? EditedBy { get; private set; }
    public string? PublishedBy { get; private set; }
    public string? ApprovedBy { get; private set; }

    /// <summary>What the reviewer wants mended; null once it was handed in again.</summary>
    public string? SentBackBecause { get; private set; }

    public Guid Version { get; private set; }
    public IReadOnlyList<GuideDownload> Downloads => _downloads;

    public IEnumerable<string> StepLines => Lines(Steps);

    /// <summary>Changes the content; what was public or waited for approval is a draft again.</summary>
    /// <exception cref="RuleBrokenException">Title, summary or steps are missing.</exception>
    public void Revise(GuideContent content, Viewer by, DateOnly on)
    {
        if (string.IsNullOrWhiteSpace(content.Title)) throw new RuleBrokenException("Write a title.") { Field = nameof(Title) };
        if (string.IsNullOrWhiteSpace(content.Summary)) throw new RuleBrokenException("Say in one sentence for whom and for what this is.") { Field = nameof(Summary) };
        if (!Lines(content.Steps).Any()) throw new RuleBrokenException("Write at least one step.") { Field = nameof(Steps) };

        (Title, Topic, Summary, Notes, Keywords) = (content.Title, content.Topic, content.Summary, content.Notes, content.Keywords);
        (Office, Hours, Telephone) = (content.Office, content.Hours, content.Telephone);
        Steps = string.Join('\n', Lines(content.Steps));
        SearchKey = $"{Title} {Summary} {Keywords}".ToLowerInvariant();
        (EditedBy, ConfirmedOn, State) = (by.AccountId, on, GuideState.Draft);
    }

    /// <summary>Part of a revision: keeps the files named, in that order, and puts others behind them; answers those dropped.</summary>
    /// <exception cref="RuleBrokenException">There would be too many.</exception>
    public IReadOnlyList<GuideDownload> ChangeDownloads(IReadOnlyList<int> kept, IReadOnlyList<StoredFile> added) =>
        AttachedFile.Change(_downloads, kept, added.Select(file => new GuideDownload(this, file)));

    /// <summary>Asks a second person to publish it.</summary>
    /// <exception cref="RuleBrokenException">It is no draft.</exception>
    public void Submit(Viewer by)
    {
        if (State is not (GuideState.Draft or GuideState.Withdrawn)) throw new RuleBrokenException("This guide is not a draft any more.");

        (State, PublishedBy, SentBackBecause) = (GuideState.AwaitingApproval, by.AccountId, null);
    }

    /// <exception cref="RuleBrokenException">It does not wait for approval, or the approver wrote or submitted it.</exception>
    public void Approve(Viewer by, DateTime now)
    {
        RequireReviewer(by);
        (State, ApprovedBy, PublishedAt) = (GuideState.Published, by.AccountId, now);
    }

    /// <summary>Gives it back to be mended and handed in again.</summary>
    /// <exception cref="RuleBrokenException">As for <see cref="Approve"/>, or no reason is given.</exception>
    public void SendBack(string? reason, Viewer by)
    {
        RequireReviewer(by);
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException("Say what is to be mended.") { Field = "Reason" };

        (State, SentBackBecause) = (GuideState.Draft, reason);
    }

    /// <exception cref="RuleBrokenException">It is withdrawn already.</exception>
    public void Withdraw()
    {
        if (State is GuideState.Withdrawn) throw new RuleBrokenException("This guide is withdrawn already.");

        State = GuideState.Withdrawn;
    }

    /// <summary>Its owner has looked: it still holds.</summary>
    public void ConfirmStillValid(DateOnly on) => ConfirmedOn = on > ConfirmedOn ? on : ConfirmedOn;

    private void RequireReviewer(Viewer by)
    {
        if (State is not GuideState.AwaitingApproval) throw new RuleBrokenException("This guide does not wait for approval.");
        Publishing.RequireSecondPerson(by, EditedBy, PublishedBy);
    }

    private static IEnumerable<string> Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A form or another file to download, beside its guide.</summary>
public sealed class GuideDownload : AttachedFile
{
    private GuideDownload() { }

    internal GuideDownload(Guide guide, StoredFile file) => (Guide, BranchId, File) = (guide, guide.BranchId, file);

    public int GuideId { get; private init; }
    public Guide Guide { get; private init; } = null!;
}
