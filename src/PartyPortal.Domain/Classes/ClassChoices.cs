using System.ComponentModel.DataAnnotations;

namespace PartyPortal.Domain.Classes;

public enum ClassState
{
    [Display(Name = "Draft")]
    Draft = 1,

    [Display(Name = "Published")]
    Announced,

    [Display(Name = "Cancelled")]
    Cancelled,
}

/// <summary>How it was with one person at one session.</summary>
public enum AttendanceMark
{
    [Display(Name = "Present")]
    Present = 1,

    [Display(Name = "Absent")]
    Absent,

    [Display(Name = "Made up")]
    MadeUp,
}
