using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PartyPortal.Domain.Development;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Development;

/// <summary>The days that are known or tried out; each is named as its step.</summary>
public sealed class DevelopmentForm : IForm
{
    [Display(Name = "Application handed in")]
    public DateOnly? Application { get; set; }

    [Display(Name = "Accepted as activist")]
    public DateOnly? Activist { get; set; }

    [Display(Name = "First day of the public posting")]
    public DateOnly? Posting { get; set; }

    [Display(Name = "Listed as candidate for development")]
    public DateOnly? Candidate { get; set; }

    [Display(Name = "Pre-review passed")]
    public DateOnly? PreReview { get; set; }

    [Display(Name = "Branch meeting on the admission")]
    public DateOnly? Meeting { get; set; }

    [Display(Name = "Approval of the admission")]
    public DateOnly? Approval { get; set; }

    [Display(Name = "Branch meeting on the conversion")]
    public DateOnly? ConversionMeeting { get; set; }

    [BindNever]
    public IReadOnlyList<DevelopmentDay> Terms { get; set; } = [];

    public Dictionary<DevelopmentStep, DateOnly> Known() => Enum.GetValues<DevelopmentStep>()
        .Select(step => (step, Day: GetType().GetProperty(step.ToString())?.GetValue(this) as DateOnly?))
        .Where(known => known.Day is not null).ToDictionary(known => known.step, known => known.Day!.Value);
}
