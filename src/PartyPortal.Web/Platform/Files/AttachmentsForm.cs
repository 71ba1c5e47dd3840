using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Files;

namespace PartyPortal.Web.Platform.Files;

/// <summary>The attachments of something in its form: those it has, to be kept, ordered or dropped, and new ones.</summary>
public sealed class AttachmentsForm
{
    public List<AttachmentRow> Rows { get; set; } = [];
    public ChosenFiles Added { get; set; } = new();

    /// <summary>The ids that stay, in their new order.</summary>
    public IReadOnlyList<int> Kept => [.. Rows.Where(r => !r.IsDropped).OrderBy(r => r.Position).Select(r => r.Id)];

    public static AttachmentsForm Of(IEnumerable<AttachedFile> files) => new()
    {
        Rows = [.. files.OrderBy(f => f.Position).Select(f => new AttachmentRow { Id = f.Id, Name = f.File.Name, Position = f.Position })],
    };
}

public sealed class AttachmentRow
{
    public int Id { get; set; }

    /// <summary>Only to be shown again.</summary>
    public string? Name { get; set; }

    [Display(Name = "Place"), Range(1, 99)]
    public int Position { get; set; }

    [Display(Name = "Remove the file")]
    public bool IsDropped { get; set; }
}
