using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Study;

public sealed class NoteForm : IForm
{
    [Display(Name = "Marked passage"), StringLength(StudyNote.QuoteMaxLength), DataType(DataType.MultilineText)]
    public string? Quote { get; set; }

    [Display(Name = "My note"), StringLength(StudyNote.TextMaxLength), DataType(DataType.MultilineText)]
    public string? Text { get; set; }
}
