using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Classes;

public sealed class ClassForm : IFormOf<ClassForm, TrainingClass>
{
    [Display(Name = "Title"), Required, StringLength(TrainingClass.TitleMaxLength)]
    public string? Title { get; set; }

    [Display(Name = "Organised by"), BranchChoice]
    public int? BranchId { get; set; }

    [Display(Name = "What it is for"), Required, StringLength(TrainingClass.PurposeMaxLength), DataType(DataType.MultilineText)]
    public string? Purpose { get; set; }

    [Display(Name = "Who may sign up"), Required, EnumDataType(typeof(AudienceKind))]
    public AudienceKind? AudienceKind { get; set; } = Domain.Access.AudienceKind.Subtree;

    [Display(Name = "Of these only")]
    public List<Stage> Stages { get; set; } = [];

    [Display(Name = "Seats"), Required]
    public int? Quota { get; set; }

    [Display(Name = "Last day of signing up"), Required]
    public DateOnly? LastSignUpOn { get; set; }

    [Display(Name = "Who answers for it"), Required, StringLength(TrainingClass.ResponsibleMaxLength)]
    public string? Responsible { get; set; }

    public Guid Version { get; set; }

    public ClassContent Content() => new(Title!, Purpose!, AudienceKind!.Value, Quota!.Value, LastSignUpOn!.Value, Responsible!) { Stages = Stages };

    public static ClassForm For(TrainingClass of) => new()
    {
        Title = of.Title,
        BranchId = of.BranchId,
        Purpose = of.Purpose,
        AudienceKind = of.AudienceKind,
        Stages = [.. of.Stages],
        Quota = of.Quota,
        LastSignUpOn = of.LastSignUpOn,
        Responsible = of.Responsible,
        Version = of.Version,
    };
}

public sealed class SessionForm : IForm
{
    [Display(Name = "Day"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "Begins at"), Required]
    public TimeOnly? From { get; set; }

    [Display(Name = "Ends at"), Required]
    public TimeOnly? Until { get; set; }

    [Display(Name = "Where it is held"), Required, StringLength(ClassSession.WhereMaxLength)]
    public string? Where { get; set; }

    [Display(Name = "Topic of the session"), StringLength(ClassSession.TopicMaxLength)]
    public string? Topic { get; set; }

    [Display(Name = "Class hours"), Required]
    public decimal? Hours { get; set; }

    public SessionContent Content() => new(On!.Value, From!.Value, Until!.Value, Where!, Hours!.Value) { Topic = Topic };

    public static SessionForm For(ClassSession session) => new()
    {
        On = session.On,
        From = session.From,
        Until = session.Until,
        Where = session.Where,
        Topic = session.Topic,
        Hours = session.Hours,
    };
}

public sealed class CancelClassForm : IForm
{
    [Display(Name = "Reason"), Required, StringLength(TrainingClass.ReasonMaxLength)]
    public string? Reason { get; set; }
}

/// <summary>Who came to a session: a line a person.</summary>
public sealed class AttendanceForm : IForm
{
    // With a title it stands in the message of whoever had the certificate.
    private const int ReasonMaxLength = 100;

    public List<AttendanceLine> Lines { get; set; } = [];

    [Display(Name = "Everybody whom I did not mark was present")]
    public bool OthersCame { get; set; }

    [Display(Name = "Take these certificates back")]
    public bool TakesBack { get; set; }

    /// <summary>Of how many certificates the organiser has read that they are taken back.</summary>
    public int SeenTakenBack { get; set; }

    [Display(Name = "Why they are taken back"), StringLength(ReasonMaxLength)]
    public string? Because { get; set; }

    /// <summary>What saving would take back; null where that is nothing, or not known yet.</summary>
    [BindNever]
    public int? TakenBack { get; set; }
}

public sealed class AttendanceLine
{
    public int SignUpId { get; set; }

    /// <summary>For the organiser's eyes, so that a refused list still says whom each line is about.</summary>
    public string? Name { get; set; }

    [EnumDataType(typeof(AttendanceMark))]
    public AttendanceMark? Mark { get; set; }

    [Display(Name = "Made up by"), StringLength(ClassAttendance.MadeUpByMaxLength)]
    public string? MadeUpBy { get; set; }
}
