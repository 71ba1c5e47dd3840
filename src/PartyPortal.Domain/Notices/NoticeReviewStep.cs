using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Notices;

public enum NoticeReviewKind
{
    [Display(Name = "Handed in for review")]
    HandedIn = 1,

    [Display(Name = "Sent back")]
    SentBack,

    [Display(Name = "Approved")]
    Approved,
}

/// <summary>A step of the talk between author and reviewer. It names the side that speaks, never who.</summary>
public sealed class NoticeReviewStep : IBelongToBranch
{
    public const int TextMaxLength = 1_000;

    private NoticeReviewStep() { }

    internal NoticeReviewStep(Notice notice, NoticeReviewKind kind, string? text, DateTime at) =>
        (Notice, BranchId, Kind, Text, At) = (notice, notice.BranchId, kind, string.IsNullOrWhiteSpace(text) ? null : text, at);

    public int Id { get; private init; }
    public int NoticeId { get; private init; }
    public Notice Notice { get; private init; } = null!;
    public int BranchId { get; private init; }
    public NoticeReviewKind Kind { get; private init; }
    public string? Text { get; private init; }
    public DateTime At { get; private init; }
}
