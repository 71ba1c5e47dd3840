using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Hours;

public sealed class SelfStudyForm : IForm
{
    [Display(Name = "What was studied"), Required, StringLength(SelfStudy.TitleMaxLength)]
    public string? Title { get; set; }

    [Display(Name = "Day"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "Class hours"), Required, StringLength(ClassHours.TextMaxLength)]
    public string? Hours { get; set; }

    [Display(Name = "What it was, in a line"), Required, StringLength(SelfStudy.NoteMaxLength)]
    public string? Note { get; set; }

    public SelfStudyContent Content() => new(Title!, On!.Value, ClassHours.Read(Hours!), Note!);
}

/// <summary>What a helper writes down for somebody else.</summary>
public sealed class HelpedStudyForm : IForm
{
    [Display(Name = "For which member"), ListChoice, Required]
    public int? PersonId { get; set; }

    [BranchChoice]
    public int? BranchId { get; set; }

    [Display(Name = "What was studied"), Required, StringLength(SelfStudy.TitleMaxLength)]
    public string? Title { get; set; }

    [Display(Name = "It was a course of the portal"), ListChoice]
    public int? CourseId { get; set; }

    [Display(Name = "Day"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "Class hours"), Required, StringLength(ClassHours.TextMaxLength)]
    public string? Hours { get; set; }

    [Display(Name = "What it was, in a line"), Required, StringLength(SelfStudy.NoteMaxLength)]
    public string? Note { get; set; }

    public SelfStudyContent Content() => new(Title!, On!.Value, ClassHours.Read(Hours!), Note!) { CourseId = CourseId };
}

/// <summary>What is studied in place of a meeting, by whom and until when.</summary>
public sealed class MakeUpForm : IForm
{
    [Display(Name = "Study material"), ListChoice, Required]
    public int? MaterialId { get; set; }

    [Display(Name = "Last day"), Required]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "Who was not there")]
    public List<int> People { get; set; } = [];
}

public sealed class SignatureForm : IForm
{
    [Display(Name = "Day of the signature"), Required]
    public DateOnly? SignedOn { get; set; }
}

public sealed class TurnDownForm : IForm
{
    [Display(Name = "Reason"), Required, StringLength(SelfStudy.ReasonMaxLength), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }
}

public sealed class HourEventForm : OnceForm, IForm
{
    [Display(Name = "What it was"), Required]
    public HourSource? Source { get; set; }

    [Display(Name = "Title"), Required, StringLength(HourEvent.TitleMaxLength)]
    public string? Title { get; set; }

    [Display(Name = "Day"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "Class hours"), Required, StringLength(ClassHours.TextMaxLength)]
    public string? Hours { get; set; }

    [Display(Name = "It is the offline form of a course"), ListChoice]
    public int? CourseId { get; set; }

    [Display(Name = "Organisation"), BranchChoice]
    public int? BranchId { get; set; }

    [Display(Name = "Who was there")]
    public List<int> People { get; set; } = [];

    [Display(Name = "Everybody whom I did not mark was present")]
    public bool OthersCame { get; set; }

    /// <summary>Whose people stood in the form to be marked.</summary>
    public int? ShownBranchId { get; set; }

    public Guid? SentKey => KeyOf(Source, Title, On, Hours, CourseId, BranchId, OthersCame, string.Join(',', People));

    public HourEventContent Content() => new(Source!.Value, Title!, On!.Value, ClassHours.Read(Hours!)) { CourseId = CourseId };
}

/// <summary>People to be added to an event.</summary>
public sealed class AttendeesForm : IForm
{
    [BranchChoice]
    public int? BranchId { get; set; }

    [Display(Name = "Who was there")]
    public List<int> People { get; set; } = [];
}
