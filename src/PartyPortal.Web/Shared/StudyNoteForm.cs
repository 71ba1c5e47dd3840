using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Shared;

public sealed class StudyNoteForm : IForm
{
    [Display(Name = "Marked passage"), StringLength(StudyNote.QuoteMaxLength), DataType(DataType.MultilineText)]
    public string? Quote { get; set; }

    [Display(Name = "My note"), StringLength(StudyNote.TextMaxLength), DataType(DataType.MultilineText)]
    public string? Text { get; set; }

    /// <summary>The page on which it was begun.</summary>
    public string? ReturnUrl { get; set; }
}
