using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Postings;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Postings;

/// <summary>The two answers on which everything else depends.</summary>
public sealed class PostingStart
{
    [Display(Name = "Posted by"), BranchChoice]
    public int? BranchId { get; set; }

    [Display(Name = "Before which decision"), EnumDataType(typeof(PostingKind))]
    public PostingKind? Kind { get; set; }
}

public sealed class PostingForm : IFormOf<PostingForm, Posting>
{
    [Display(Name = "Posted by"), BranchChoice, Required]
    public int? BranchId { get; set; }

    [Display(Name = "Before which decision"), Required, EnumDataType(typeof(PostingKind))]
    public PostingKind? Kind { get; set; }

    [Display(Name = "Persons on the roster")]
    public List<string>? Names { get; set; }

    [Display(Name = "Other persons, one a line"), StringLength(2000), DataType(DataType.MultilineText)]
    public string? OtherNames { get; set; }

    [Display(Name = "First day"), Required]
    public DateOnly? FirstOn { get; set; }

    [Display(Name = "Number of working days"), Required]
    public int? Days { get; set; }

    [Display(Name = "Who may read it"), EnumDataType(typeof(PostingReach))]
    public PostingReach Reach { get; set; } = PostingReach.Unit;

    [Display(Name = "Where to go"), StringLength(Posting.ContactMaxLength)]
    public string? ContactPlace { get; set; }

    [Display(Name = "Telephone"), StringLength(Posting.ContactMaxLength)]
    public string? ContactTelephone { get; set; }

    [Display(Name = "E-mail"), StringLength(Posting.ContactMaxLength), EmailAddress]
    public string? ContactEmail { get; set; }

    public Guid Version { get; set; }

    /// <summary>Whom it names: each name once.</summary>
    public IReadOnlyList<string> AllNames() =>
        [.. (Names ?? []).Concat((OtherNames ?? "").Split('\n')).Select(name => name.Trim()).Where(name => name.Length > 0).Distinct()];

    public ObjectionContact Contact() => new(ContactPlace, ContactTelephone, ContactEmail);

    /// <summary>A new one: five working days from today, objections to the office of the level above.</summary>
    public static PostingForm Of(Branch branch, PostingKind kind, DateOnly today) => new()
    {
        BranchId = branch.Id,
        Kind = kind,
        FirstOn = today,
        Days = PostingRule.Of(kind).LeastDays,
        ContactPlace = branch.Parent?.Office,
        ContactTelephone = branch.Parent?.Telephone,
    };

    public static PostingForm For(Posting posting) => new()
    {
        BranchId = posting.BranchId,
        Kind = posting.Kind,
        Names = [.. posting.People.Select(p => p.Name)],
        FirstOn = posting.FirstOn,
        Days = posting.Days,
        Reach = posting.Reach,
        ContactPlace = posting.ContactPlace,
        ContactTelephone = posting.ContactTelephone,
        ContactEmail = posting.ContactEmail,
        Version = posting.Version,
    };
}

public sealed class PostingResultForm : IForm
{
    [Display(Name = "Result"), Required, EnumDataType(typeof(PostingResult))]
    public PostingResult? Result { get; set; }

    [Display(Name = "What was examined, or why it is withdrawn"), StringLength(Posting.NoteMaxLength), DataType(DataType.MultilineText)]
    public string? Note { get; set; }
}
