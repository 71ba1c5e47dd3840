using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Courses;

public sealed class CourseForm : IFormOf<CourseForm, Course>
{
    [Display(Name = "Title"), Required, StringLength(Course.TitleMaxLength)]
    public string? Title { get; set; }

    [Display(Name = "Published by"), BranchChoice, Required]
    public int? BranchId { get; set; }

    [Display(Name = "Subject"), Required, EnumDataType(typeof(StudyCategory))]
    public StudyCategory? Category { get; set; }

    [Display(Name = "For whom"), Required, EnumDataType(typeof(AudienceKind))]
    public AudienceKind? AudienceKind { get; set; } = Domain.Access.AudienceKind.Subtree;

    [Display(Name = "Only these stages")]
    public List<Stage> Stages { get; set; } = [];

    [Display(Name = "Summary"), StringLength(Course.SummaryMaxLength), DataType(DataType.MultilineText)]
    public string? Summary { get; set; }

    [Display(Name = "Outline"), StringLength(Course.OutlineMaxLength), DataType(DataType.MultilineText)]
    public string? Outline { get; set; }

    [Display(Name = "Who answers for it"), StringLength(Course.ResponsibleMaxLength)]
    public string? Responsible { get; set; }

    [Display(Name = "A lesson opens only when those before it are done")]
    public bool IsInOrder { get; set; }

    [Display(Name = "Class hours"), StringLength(ClassHours.TextMaxLength)]
    public string? Hours { get; set; }

    public Guid Version { get; set; }

    public CourseContent Content() => new(Title!, Category!.Value, AudienceKind!.Value)
    {
        Stages = Stages,
        Summary = Summary,
        Outline = Outline,
        Responsible = Responsible,
        IsInOrder = IsInOrder,
        Hours = string.IsNullOrWhiteSpace(Hours) ? null : ClassHours.Read(Hours),
    };

    public static CourseForm For(Course course) => new()
    {
        Title = course.Title,
        BranchId = course.BranchId,
        Category = course.Category,
        AudienceKind = course.AudienceKind,
        Stages = [.. StageBits.StagesIn(course.StageBits)],
        Summary = course.Summary,
        Outline = course.Outline,
        Responsible = course.Responsible,
        IsInOrder = course.IsInOrder,
        Hours = course.Hours is { } hours ? ClassHours.Text(hours) : null,
        Version = course.Version,
    };
}

public sealed class WithdrawCourseForm : IForm
{
    [Display(Name = "Reason"), Required, StringLength(Course.ReasonMaxLength)]
    public string? Reason { get; set; }
}

public sealed class ReturnCourseForm : IForm
{
    [Display(Name = "What is to be mended"), Required, StringLength(Course.ReasonMaxLength), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }
}

public sealed class TakeawayForm : IForm
{
    [Display(Name = "What I want to remember"), StringLength(StudyProgress.TakeawayMaxLength)]
    public string? Takeaway { get; set; }
}

/// <summary>The courses that come before a course.</summary>
public sealed class NeedsForm : IForm
{
    [Display(Name = "These come first")]
    public List<int> Needs { get; set; } = [];
}
