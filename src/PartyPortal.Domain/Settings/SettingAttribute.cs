using System.ComponentModel.DataAnnotations;

namespace PartyPortal.Domain.Settings;

/// <summary>The headings of the settings page, in its order.</summary>
public enum SettingGroup
{
    [Display(Name = "The site")]
    Site = 1,

    [Display(Name = "Files")]
    Files,

    [Display(Name = "Notices")]
    Notices,

    [Display(Name = "Public postings of persons")]
    Postings,

    [Display(Name = "Collections")]
    Collections,

    [Display(Name = "Study")]
    Study,

    [Display(Name = "Reminders")]
    Reminders,

    [Display(Name = "By e-mail")]
    Mail,

    [Display(Name = "Accounts and sessions")]
    Accounts,

    [Display(Name = "People")]
    People,

    [Display(Name = "Feedback")]
    Feedback,

    [Display(Name = "Support desk")]
    Support,

    [Display(Name = "Limits against misuse")]
    Limits,
}

/// <summary>What a number of a setting counts.</summary>
public enum SettingUnit
{
    [Display(Name = "megabytes")]
    Megabytes = 1,

    [Display(Name = "months")]
    Months,

    [Display(Name = "days")]
    Days,

    [Display(Name = "working days")]
    WorkingDays,

    [Display(Name = "hours")]
    Hours,

    [Display(Name = "minutes")]
    Minutes,

    [Display(Name = "o'clock, Beijing time")]
    HourOfDay,

    [Display(Name = "characters")]
    Characters,

    [Display(Name = "attempts")]
    Attempts,

    [Display(Name = "per minute and address")]
    PerMinute,

    [Display(Name = "times")]
    Times,

    [Display(Name = "class hours a year")]
    ClassHours,

    [Display(Name = "class hours in all")]
    ClassHoursInAll,
}

/// <summary>Explains one value of <see cref="PortalSettings"/> to whoever changes it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(SettingGroup group) : Attribute
{
    public SettingGroup Group { get; } = group;

    /// <summary>What changes when the value does: an English sentence and a key of the dictionary.</summary>
    public required string Why { get; init; }

    /// <summary>Zero for a text or a yes or no.</summary>
    public SettingUnit Unit { get; init; }

    /// <summary>The regulation or standard behind the default; null where it is the portal's own choice.</summary>
    public string? Source { get; init; }
}
