using System.ComponentModel.DataAnnotations;

namespace PartyPortal.Domain.Files;

/// <summary>What a file is, by its content. Nothing else is taken.</summary>
public enum FileKind
{
    [Display(Name = "PDF")]
    Pdf = 1,

    [Display(Name = "Document")]
    Document,

    [Display(Name = "Spreadsheet")]
    Spreadsheet,

    [Display(Name = "Slides")]
    Slides,

    [Display(Name = "Plain text")]
    Text,

    [Display(Name = "Picture")]
    Picture,

    [Display(Name = "Video")]
    Video,

    [Display(Name = "Audio")]
    Audio,
}

/// <summary>What a file is sent for: decides which kinds are taken and how large they may be.</summary>
public enum FileUse
{
    /// <summary>Beside a notice or a guide: any kind.</summary>
    Attachment = 1,

    Picture,
    Video,
    Audio,
    /// <summary>A text document, or a PDF.</summary>
    Document,

    /// <summary>A presentation, or a PDF made of one.</summary>
    Slides,

    /// <summary>To be handed in for a collection: any kind here, the question says which.</summary>
    Answer,
}
