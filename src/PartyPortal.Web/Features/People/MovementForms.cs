using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.People;

public sealed class TransferForm : IForm
{
    [Display(Name = "Branch"), Required]
    public int? BranchId { get; set; }

    [Display(Name = "From the day"), Required]
    public DateOnly? On { get; set; }
}

public sealed class StageForm : IForm
{
    [Display(Name = "Stage"), Required]
    public Stage? Stage { get; set; }

    [Display(Name = "From the day"), Required]
    public DateOnly? On { get; set; }
}
