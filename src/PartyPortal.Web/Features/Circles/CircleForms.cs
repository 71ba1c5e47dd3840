using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Circles;

public sealed class CircleForm : OnceForm, IForm
{
    [Display(Name = "Title"), Required, StringLength(ReadingCircle.TitleMaxLength)]
    public string? Title { get; set; }

    [Display(Name = "What it is for"), StringLength(ReadingCircle.PurposeMaxLength), DataType(DataType.MultilineText)]
    public string? Purpose { get; set; }

    public Guid? SentKey => KeyOf(Title, Purpose);
}

public sealed class CirclePeopleForm : IForm
{
    [Display(Name = "Who reads along")]
    public List<int> People { get; set; } = [];
}

public sealed class CircleWeekForm : IForm
{
    [Display(Name = "Study material"), ListChoice, Required]
    public int? MaterialId { get; set; }

    [Display(Name = "First day of the week"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "What to talk about"), StringLength(CircleWeek.QuestionMaxLength)]
    public string? Question { get; set; }
}

public sealed class CircleWordForm : OnceForm, IForm
{
    [Display(Name = "What you have to say"), Required, StringLength(CircleWord.TextMaxLength), DataType(DataType.MultilineText)]
    public string? Text { get; set; }

    public Guid? SentKey => KeyOf(Text);
}

public sealed class CircleRemovalForm : IForm
{
    [Display(Name = "Reason"), Required, StringLength(CircleWord.ReasonMaxLength), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }
}
