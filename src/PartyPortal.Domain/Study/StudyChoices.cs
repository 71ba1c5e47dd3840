using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Files;

namespace PartyPortal.Domain.Study;

/// <summary>In what form something is studied.</summary>
public enum StudyKind
{
    [Display(Name = "Article")]
    Article = 1,

    [Display(Name = "Video")]
    Video,

    [Display(Name = "Audio")]
    Audio,

    [Display(Name = "Document")]
    Document,

    [Display(Name = "Slides")]
    Slides,

    [Display(Name = "Link")]
    Link,
}

public static class StudyKinds
{
    /// <summary>What is played rather than read.</summary>
    public static bool IsMedia(this StudyKind kind) => kind is StudyKind.Video or StudyKind.Audio;

    /// <summary>The file that a material of this form consists of; null for what has none.</summary>
    public static FileUse? NeededFile(this StudyKind kind) => kind switch
    {
        StudyKind.Video => FileUse.Video,
        StudyKind.Audio => FileUse.Audio,
        StudyKind.Document => FileUse.Document,
        StudyKind.Slides => FileUse.Slides,
        _ => null,
    };
}

/// <summary>What something to study is about.</summary>
public enum StudyCategory
{
    [Display(Name = "Constitution and rules")]
    Rules = 1,

    [Display(Name = "Theory")]
    Theory,

    [Display(Name = "Party history")]
    History,

    [Display(Name = "Party work in practice")]
    Practice,

    [Display(Name = "Discipline and conduct")]
    Discipline,

    [Display(Name = "Ethics of teaching")]
    Ethics,

    [Display(Name = "Network safety and digital literacy")]
    Digital,

    [Display(Name = "Other subjects")]
    Other,
}

public enum StudyState
{
    [Display(Name = "Draft")]
    Draft = 1,

    [Display(Name = "Awaiting approval")]
    AwaitingApproval,

    [Display(Name = "Published")]
    Published,

    [Display(Name = "Withdrawn")]
    Withdrawn,
}
