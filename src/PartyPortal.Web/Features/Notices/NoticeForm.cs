using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Notices;

/// <summary>Times are typed in Beijing time.</summary>
public sealed class NoticeForm : IFormOf<NoticeForm, Notice>
{
    [Display(Name = "Title"), Required, StringLength(Notice.TitleMaxLength)]
    public string? Title { get; set; }

    [Display(Name = "Published by"), BranchChoice, Required]
    public int? BranchId { get; set; }

    [Display(Name = "Kind"), Required, EnumDataType(typeof(NoticeCategory))]
    public NoticeCategory? Category { get; set; } = NoticeCategory.Notice;

    [Display(Name = "For whom"), Required, EnumDataType(typeof(AudienceKind))]
    public AudienceKind? AudienceKind { get; set; } = Domain.Access.AudienceKind.Subtree;

    [Display(Name = "Text"), Required, StringLength(Notice.BodyMaxLength)]
    public string? Body { get; set; }

    [Display(Name = "Publish at")]
    public DateTime? PublishAt { get; set; }

    [Display(Name = "Last day")]
    public DateOnly? ExpiresOn { get; set; }

    [Display(Name = "Keep at the top")]
    public bool IsPinned { get; set; }

    [Display(Name = "Ask readers to confirm")]
    public bool AsksForConfirmation { get; set; }

    [Display(Name = "Let readers ask questions")]
    public bool TakesQuestions { get; set; }

    public AttachmentsForm Attachments { get; set; } = new();

    public Guid Version { get; set; }

    public NoticeContent Content(int monthsByDefault) => new(Title!, RichText.Clean(Body), Category!.Value, AudienceKind!.Value)
    {
        PublishAt = PublishAt is { } at ? PortalClock.ToUtc(at) : null,
        ExpiresAt = ExpiresOn is { } day && day < DateOnly.MaxValue ? PortalClock.ToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue)) : null,
        MonthsByDefault = monthsByDefault,
        IsPinned = IsPinned,
        AsksForConfirmation = AsksForConfirmation,
        TakesQuestions = TakesQuestions,
    };

    public static NoticeForm For(Notice notice) => new()
    {
        Title = notice.Title,
        BranchId = notice.BranchId,
        Category = notice.Category,
        AudienceKind = notice.AudienceKind,
        Body = notice.Body,
        PublishAt = PortalClock.InShanghai(notice.PublishAt),
        ExpiresOn = DateOnly.FromDateTime(PortalClock.InShanghai(notice.ExpiresAt.AddTicks(-1))),
        IsPinned = notice.IsPinned,
        AsksForConfirmation = notice.AsksForConfirmation,
        TakesQuestions = notice.TakesQuestions,
        Attachments = AttachmentsForm.Of(notice.Attachments),
        Version = notice.Version,
    };

    public void TakeTextOf(NoticeVersion earlier) => (Title, Body, Category, AudienceKind) = (earlier.Title, earlier.Body, earlier.Category, earlier.AudienceKind);
}

public sealed class WithdrawForm : IForm
{
    [Display(Name = "Reason"), Required, StringLength(Notice.ReasonMaxLength)]
    public string? Reason { get; set; }
}
