using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Study;

public sealed class StudyForm : IForm
{
    /// <summary>Chosen before the form; afterwards it only decides which fields are shown.</summary>
    [EnumDataType(typeof(StudyKind))]
    public StudyKind Kind { get; set; }

    [Display(Name = "Title"), Required, StringLength(StudyMaterial.TitleMaxLength)]
    public string? Title { get; set; }

    [Display(Name = "Published by"), BranchChoice, Required]
    public int? BranchId { get; set; }

    [Display(Name = "Subject"), Required, EnumDataType(typeof(StudyCategory))]
    public StudyCategory? Category { get; set; }

    [Display(Name = "For whom"), Required, EnumDataType(typeof(AudienceKind))]
    public AudienceKind? AudienceKind { get; set; } = Domain.Access.AudienceKind.Subtree;

    [Display(Name = "Only these stages")]
    public List<Stage> Stages { get; set; } = [];

    [Display(Name = "Summary"), StringLength(StudyMaterial.SummaryMaxLength)]
    public string? Summary { get; set; }

    [Display(Name = "Text"), StringLength(StudyMaterial.BodyMaxLength)]
    public string? Body { get; set; }

    [Display(Name = "Address"), StringLength(StudyMaterial.LinkMaxLength)]
    public string? Link { get; set; }

    [Display(Name = "Source"), Required, StringLength(StudyMaterial.SourceMaxLength)]
    public string? Source { get; set; }

    [Display(Name = "Date of the source")]
    public DateOnly? SourceDate { get; set; }

    [Display(Name = "Regulation and article"), StringLength(StudyMaterial.RegulationMaxLength)]
    public string? Regulation { get; set; }

    [Display(Name = "Tags"), StringLength(StudyMaterial.MostTags * (StudyTag.NameMaxLength + 2))]
    public string? Tags { get; set; }

    [Display(Name = "May not be passed on")]
    public bool MayNotBePassedOn { get; set; }

    [Display(Name = "Captions"), StringLength(StudyMaterial.CaptionsMaxLength)]
    public string? Captions { get; set; }

    [Display(Name = "Captions from a file")]
    public IFormFile? CaptionsFile { get; set; }

    [Display(Name = "Transcript"), StringLength(StudyMaterial.CaptionsMaxLength)]
    public string? Transcript { get; set; }

    [Display(Name = "Chapters"), StringLength(StudyMaterial.ChaptersMaxLength)]
    public string? Chapters { get; set; }

    public ChosenFiles Files { get; set; } = new();

    [Display(Name = "Add it all the same")]
    public bool AddAnyway { get; set; }

    /// <summary>A material that has the very same file already: said beside the field.</summary>
    [BindNever]
    public StudyTwin? Twin { get; set; }

    /// <summary>The name of the file it has, while another one may be chosen.</summary>
    [BindNever]
    public string? FileName { get; set; }

    public Guid Version { get; set; }

    public StudyContent Content() => new(Title!, Category!.Value, AudienceKind!.Value, Source!)
    {
        Stages = Stages,
        Summary = Summary,
        Body = RichText.Clean(Body),
        Link = Link?.Trim(),
        SourceDate = SourceDate,
        Regulation = Regulation,
        MayNotBePassedOn = MayNotBePassedOn,
        Captions = Captions,
        Transcript = Transcript,
        Chapters = Chapters,
        Tags = TagWords.Split(Tags),
    };

    public void TakeWordsOf(StudyVersion earlier)
    {
        (Title, Summary, Body, Source, Regulation) = (earlier.Title, earlier.Summary, earlier.Body, earlier.Source, earlier.Regulation);
        Transcript = WrittenTranscript(Captions, earlier.Transcript);
    }

    public static StudyForm Of(StudyMaterial material) => new()
    {
        Kind = material.Kind,
        Title = material.Title,
        BranchId = material.BranchId,
        Category = material.Category,
        AudienceKind = material.AudienceKind,
        Stages = [.. StageBits.StagesIn(material.StageBits)],
        Summary = material.Summary,
        Body = material.Body,
        Link = material.Link,
        Source = material.Source,
        SourceDate = material.SourceDate,
        Regulation = material.Regulation,
        MayNotBePassedOn = material.MayNotBePassedOn,
        Captions = material.Captions,
        Transcript = WrittenTranscript(material.Captions, material.Transcript),
        Chapters = material.Chapters,
        Tags = string.Join('、', material.Tags.Select(t => t.Name)),
        FileName = material.File?.Name,
        Version = material.Version,
    };

    /// <summary>Null for one that was made from the captions: it follows them when they are changed.</summary>
    private static string? WrittenTranscript(string? captions, string? transcript) =>
        captions is not null && Domain.Study.Captions.Read(captions).Transcript == transcript ? null : transcript;
}

public sealed class PublishStudyForm : IForm
{
    [Display(Name = "Why it is published all the same"), StringLength(StudyMaterial.ReasonMaxLength)]
    public string? Exemption { get; set; }

    /// <summary>What the check found.</summary>
    [BindNever]
    public IReadOnlyList<AccessFault> Faults { get; set; } = [];
}

public sealed class WithdrawStudyForm : IForm
{
    [Display(Name = "Reason"), Required, StringLength(StudyMaterial.ReasonMaxLength)]
    public string? Reason { get; set; }
}
