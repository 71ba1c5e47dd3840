using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Help;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Help;

/// <summary>A question to the support desk. The kind of page and the number of an error come with it, and nothing else of where it was asked.</summary>
public sealed class TicketForm : TicketText, IForm
{
    [StringLength(Ticket.PageMaxLength)]
    public string? Page { get; set; }

    [StringLength(Ticket.ErrorIdMaxLength), RegularExpression("[A-Za-z0-9:-]*")]
    public string? ErrorId { get; set; }

    public Guid? SentKey => KeyOf(Text);
}

/// <summary>A further word under a question, of whoever asked.</summary>
public sealed class TicketWordForm : TicketText, IForm;

/// <summary>What the desk answers.</summary>
public sealed class TicketAnswerForm : IForm
{
    [Display(Name = "Answer"), Required, StringLength(Ticket.TextMaxLength), DataType(DataType.MultilineText)]
    public string Text { get; set; } = "";
}

public abstract class TicketText : OnceForm
{
    [Display(Name = "Your question"), Required, StringLength(Ticket.TextMaxLength), DataType(DataType.MultilineText)]
    public string Text { get; set; } = "";

    [Display(Name = "Send the text as it is")]
    public bool SendAsItIs { get; set; }

    /// <exception cref="RuleBrokenException">It holds what looks like a number of a person, and this was not said before.</exception>
    public void PointOutPersonalData()
    {
        if (!SendAsItIs && SenderTraces.In(Text) is { Count: > 0 } found)
            throw new RuleBrokenException("The text seems to hold data about a person: {0}. The desk does not need it. Take it out, or tick this box and send it again.", string.Join("; ", found)) { Field = nameof(SendAsItIs) };
    }
}
