using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Tasks;

public enum TaskScope
{
    [Display(Name = "Organisations directly below")]
    DirectlyBelow = 1,

    [Display(Name = "All branches below")]
    BranchesBelow,
}

public sealed class TaskForm : OnceForm, IForm
{
    [Display(Name = "Who asks"), BranchChoice, Required]
    public int? BranchId { get; set; }

    [Display(Name = "Who is asked"), Required, EnumDataType(typeof(TaskScope))]
    public TaskScope? Scope { get; set; } = TaskScope.DirectlyBelow;

    [Display(Name = "Title"), Required, StringLength(BranchTask.TitleMaxLength)]
    public string Title { get; set; } = "";

    [Display(Name = "What is to be done"), Required, StringLength(BranchTask.TextMaxLength), DataType(DataType.MultilineText)]
    public string Text { get; set; } = "";

    [Display(Name = "Last day"), Required]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "Ask again all the same")]
    public bool AskAgain { get; set; }

    public Guid? SentKey => KeyOf(BranchId, Scope, Title, Text, DueOn);
}

public sealed class ReplyForm : IForm
{
    [Display(Name = "Reply"), Required, StringLength(BranchReply.TextMaxLength), DataType(DataType.MultilineText)]
    public string? Text { get; set; }
}

public sealed class SendBackTaskForm : IForm
{
    [Display(Name = "Why it is sent back"), Required, StringLength(BranchReply.WordMaxLength), DataType(DataType.MultilineText)]
    public string? Text { get; set; }
}

public sealed class AskAgainForm : IForm
{
    [Display(Name = "What is to be mended"), Required, StringLength(BranchReply.WordMaxLength), DataType(DataType.MultilineText)]
    public string? Word { get; set; }
}
