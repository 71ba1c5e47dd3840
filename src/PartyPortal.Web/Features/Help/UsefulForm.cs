using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Help;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Help;

/// <summary>What is longer is cut, not refused.</summary>
public sealed class UsefulForm : IForm
{
    [Required, StringLength(PageOpinion.PageMaxLength)]
    public string Page { get; set; } = "";

    [Display(Name = "Was this useful?"), Required]
    public bool? Useful { get; set; }

    [Display(Name = "What was missing or wrong?"), DataType(DataType.MultilineText)]
    public string? Text { get; set; }
}
