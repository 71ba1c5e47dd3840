using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;

namespace PartyPortal.Web.Platform;

/// <summary>Why words of somebody are taken out.</summary>
public sealed class RemovalForm : IForm
{
    [Display(Name = "Reason"), Required, StringLength(RemovableWords.ReasonMaxLength), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }
}

/// <summary>What came of a second look.</summary>
public sealed class SecondLookForm : IForm
{
    [Display(Name = "What came of it"), Required, EnumDataType(typeof(SecondLook))]
    public SecondLook? Outcome { get; set; }

    [Display(Name = "Reason"), Required, StringLength(RemovableWords.ReasonMaxLength), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }
}
