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

/// <summary>Where somebody stands who is to complete a class and has not.</summary>
public enum ClassPlace
{
    /// <summary>A seat can be had.</summary>
    Free = 1,

    /// <summary>A place on the waiting list can be had.</summary>
    Full,

    Waiting,
    Seated,

    /// <summary>Has a seat, and a session to make up.</summary>
    Behind,

    /// <summary>Signing up has ended, or is for others; whoever waited waits in vain.</summary>
    Closed,
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
