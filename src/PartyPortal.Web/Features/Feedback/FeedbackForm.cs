using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>Three questions, the rest may stay as it is: anonymous and about no office holder.</summary>
public sealed class FeedbackForm : IForm
{
    /// <summary>Random for each form that is opened: the same form sent twice is one message.</summary>
    public Guid FormKey { get; set; } = Guid.NewGuid();

    /// <summary>For the level above, signed or not: an objection to what the organisation itself has posted.</summary>
    public bool GoesAbove { get; set; }

    [Display(Name = "What is it?"), Required]
    public FeedbackKind? Kind { get; set; }

    [Display(Name = "Which organisation does it concern?"), Required, BranchChoice]
    public int? BranchId { get; set; }

    [Display(Name = "Matter")]
    public int? TopicId { get; set; }

    [Display(Name = "Your message"), Required, StringLength(FeedbackItem.TextMaxLength), DataType(DataType.MultilineText)]
    public string Text { get; set; } = "";

    [Display(Name = "Pictures")]
    public List<IFormFile>? Pictures { get; set; }

    [Display(Name = "Is it about the holder of an office?")]
    public Role? About { get; set; }

    [Display(Name = "What was asked and done may be told to everybody, in the office's own words")]
    public bool MayBeTold { get; set; }

    [Display(Name = "Sign with my name")]
    public bool Named { get; set; }

    [Display(Name = "Name"), StringLength(FeedbackItem.NameMaxLength)]
    public string? Name { get; set; }

    [Display(Name = "Who sees the name")]
    public NameReach Reach { get; set; } = NameReach.Answering;

    [Display(Name = "Answer me by the contact below")]
    public bool AnswerByContact { get; set; }

    [Display(Name = "Telephone or e-mail"), StringLength(FeedbackItem.ContactMaxLength)]
    public string? Contact { get; set; }

    /// <summary>The sender knows that the text seems to name its writer.</summary>
    [Display(Name = "Send the text as it is")]
    public bool SendAsItIs { get; set; }

    /// <summary>Null when anonymous: then a name that was typed is not looked at.</summary>
    public Signature? Sign()
    {
        if (!Named && AnswerByContact) throw new RuleBrokenException("An anonymous message is answered under its receipt code only. Sign it, or leave this empty.") { Field = nameof(AnswerByContact) };
        if (!Named) return null;
        if (string.IsNullOrWhiteSpace(Name)) throw new RuleBrokenException("Enter your name, or send the message without a name.") { Field = nameof(Name) };
        if (AnswerByContact && string.IsNullOrWhiteSpace(Contact)) throw new RuleBrokenException("Enter a telephone number or an e-mail address for the answer.") { Field = nameof(Contact) };

        return new Signature(Name, AnswerByContact ? Contact : null, Reach);
    }
}

/// <summary>The code alone, typed from paper.</summary>
public sealed class ReceiptForm : IForm
{
    [Display(Name = "Receipt code"), Required, StringLength(40)]
    public string Code { get; set; } = "";
}

/// <summary>A further word of the sender, or what the sender thinks of the answer, or both.</summary>
public sealed class ReplyForm : IForm
{
    [Required, StringLength(40)]
    public string Code { get; set; } = "";

    [Display(Name = "Write again"), StringLength(FeedbackItem.TextMaxLength), DataType(DataType.MultilineText)]
    public string? Text { get; set; }

    [Display(Name = "Are you satisfied with the answer?")]
    public Satisfaction? Satisfaction { get; set; }

    [Display(Name = "Send the text as it is")]
    public bool SendAsItIs { get; set; }

    public void Apply(FeedbackItem item, FeedbackClock clock)
    {
        if (string.IsNullOrWhiteSpace(Text) && Satisfaction is null) throw new RuleBrokenException("Write something, or choose whether you are satisfied.") { Field = nameof(Text) };
        if (Satisfaction is { } satisfaction) item.Rate(satisfaction);
        if (!string.IsNullOrWhiteSpace(Text)) item.Reply(Text, clock);
    }
}

/// <summary>Why the office needs longer.</summary>
public sealed class ExtensionForm : IForm
{
    [Display(Name = "Working days more"), Required, Range(1, FeedbackItem.LongestExtension)]
    public int? Days { get; set; }

    [Display(Name = "Reason, which the sender reads"), Required, StringLength(FeedbackItem.TextMaxLength), DataType(DataType.MultilineText)]
    public string Reason { get; set; } = "";
}

/// <summary>What is kept among those who answer.</summary>
public sealed class NoteForm : IForm
{
    [Display(Name = "Private note"), Required, StringLength(FeedbackItem.TextMaxLength), DataType(DataType.MultilineText)]
    public string Text { get; set; } = "";
}

/// <summary>Why the sender is not content.</summary>
public sealed class ReopenForm : IForm
{
    [Required, StringLength(40)]
    public string Code { get; set; } = "";

    [Display(Name = "What is still open"), Required, StringLength(FeedbackItem.TextMaxLength), DataType(DataType.MultilineText)]
    public string Text { get; set; } = "";

    [Display(Name = "Send the text as it is")]
    public bool SendAsItIs { get; set; }
}

/// <summary>The sender asks for a second look at an idea that was taken out of the box.</summary>
public sealed class IdeaAgainForm : IForm
{
    [Required, StringLength(40)]
    public string Code { get; set; } = "";

    public int IdeaId { get; set; }
}

/// <summary>What the office answers.</summary>
public sealed class AnswerForm : IForm
{
    [Display(Name = "Answer"), Required, StringLength(FeedbackItem.TextMaxLength), DataType(DataType.MultilineText)]
    public string Text { get; set; } = "";

    /// <summary>The office knows that a private note stands in the answer.</summary>
    [Display(Name = "Send the text as it is")]
    public bool SendAsItIs { get; set; }
}

/// <summary>The message that this one is answered together with.</summary>
public sealed class MergeForm : IForm
{
    [Display(Name = "Answer together with"), Required]
    public Guid? Into { get; set; }
}
