using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Guides;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;
using PartyPortal.Web.Shared.TagHelpers;

namespace PartyPortal.Web.Features.Guides;

public sealed class GuideForm : IFormOf<GuideForm, Guide>
{
    [Display(Name = "Title"), Required, StringLength(Guide.TitleMaxLength)]
    public string? Title { get; set; }

    [Display(Name = "Published by"), BranchChoice, Required]
    public int? BranchId { get; set; }

    [Display(Name = "Topic"), Required, EnumDataType(typeof(GuideTopic))]
    public GuideTopic? Topic { get; set; }

    [Display(Name = "For whom and for what"), Required, StringLength(Guide.SummaryMaxLength)]
    public string? Summary { get; set; }

    [Display(Name = "Steps"), Required, StringLength(Guide.StepsMaxLength), DataType(DataType.MultilineText)]
    public string? Steps { get; set; }

    [Display(Name = "Notes"), StringLength(Guide.NotesMaxLength)]
    public string? Notes { get; set; }

    [Display(Name = "Search words"), StringLength(Guide.LineMaxLength)]
    public string? Keywords { get; set; }

    [Display(Name = "Office"), StringLength(Guide.LineMaxLength)]
    public string? Office { get; set; }

    [Display(Name = "Office hours"), StringLength(Guide.LineMaxLength)]
    public string? Hours { get; set; }

    [Display(Name = "Telephone of the office"), StringLength(Guide.LineMaxLength)]
    public string? Telephone { get; set; }

    public AttachmentsForm Downloads { get; set; } = new();

    public Guid Version { get; set; }

    public GuideContent Content() => new(Title!, Topic!.Value, Summary!, Steps!)
    {
        Notes = RichText.Clean(Notes) is { Length: > 0 } notes ? notes : null,
        Keywords = Keywords,
        Office = Office,
        Hours = Hours,
        Telephone = Telephone,
    };

    public static GuideForm For(Guide guide) => new()
    {
        Title = guide.Title,
        BranchId = guide.BranchId,
        Topic = guide.Topic,
        Summary = guide.Summary,
        Steps = guide.Steps,
        Notes = guide.Notes,
        Keywords = guide.Keywords,
        Office = guide.Office,
        Hours = guide.Hours,
        Telephone = guide.Telephone,
        Downloads = AttachmentsForm.Of(guide.Downloads),
        Version = guide.Version,
    };
}
