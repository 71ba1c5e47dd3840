using System.ComponentModel.DataAnnotations;

namespace PartyPortal.Domain.Search;

/// <summary>What the search finds.</summary>
public enum SearchKind
{
    [Display(Name = "Notices")]
    Notice = 1,

    [Display(Name = "Study")]
    Material,

    [Display(Name = "Guides and downloads")]
    Guide,

    [Display(Name = "Organisation")]
    Branch,

    [Display(Name = "Help")]
    Help,

    [Display(Name = "Courses")]
    Course,

    [Display(Name = "Training classes")]
    TrainingClass = 20,
}
