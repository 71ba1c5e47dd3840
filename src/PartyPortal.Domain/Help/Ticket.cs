using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Help;

public enum TicketState
{
    [Display(Name = "Received")]
    New = 1,

    [Display(Name = "In work")]
    InWork,

    [Display(Name = "Answered")]
    Answered,

    [Display(Name = "Closed")]
    Closed,
}

/// <summary>A question to the support desk about the portal itself, with the talk that follows. It knows days, no hours.</summary>
public sealed class Ticket : IBelongToAccount, IVersioned, ISentOnce
{
    public const int TextMaxLength = 2000;
    public const int PageMaxLength = 200;
    public const int ErrorIdMaxLength = 60;

    private readonly List<TicketWord> _words = [];

    private Ticket() { }

    /// <param name="accountId">Of whoever asks.</param>
    /// <param name="page">The kind of page it was asked on, as /people/{id}: never whose.</param>
    /// <param name="errorId">The number on the error page.</param>
    public Ticket(string accountId, string text, string? page, string? errorId, DateOnly today)
    {
        (AccountId, Page, ErrorId) = (accountId, page, errorId);
        Ask(text, today);
    }

    public int Id { get; private init; }
    public string AccountId { get; private init; } = "";
    public string? Page { get; private init; }
    public string? ErrorId { get; private init; }
    public Guid? SentKey { get; init; }
    public TicketState State { get; private set; }

    /// <summary>The day of the asker's last word.</summary>
    public DateOnly AskedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The account that has taken it up.</summary>
    public string? TakenBy { get; private set; }

    public Guid Version { get; private set; }
    public IReadOnlyList<TicketWord> Words => _words;

    public bool WaitsForAnswer => State is TicketState.New or TicketState.InWork;

    public bool IsClosed => State is TicketState.Closed;

    /// <summary>The asker writes, again where there was talk before: a closed question is open again.</summary>
    public void Ask(string text, DateOnly today)
    {
        (State, AskedOn, ClosedOn) = (TakenBy is null ? TicketState.New : TicketState.InWork, today, null);
        _words.Add(new TicketWord(AccountId, _words.Count + 1, isFromDesk: false, text, today));
    }

    /// <exception cref="RuleBrokenException">Somebody has it, or it needs nobody.</exception>
    public void TakeUp(Viewer by)
    {
        if (State is not TicketState.New) throw new RuleBrokenException("This question is taken up already.");

        (State, TakenBy) = (TicketState.InWork, by.AccountId);
    }

    /// <exception cref="RuleBrokenException">It is closed.</exception>
    public void Answer(string text, Viewer by, DateOnly today)
    {
        if (IsClosed) throw new RuleBrokenException("This question is closed. Reopen it first.") { Field = "Text" };

        (State, TakenBy) = (TicketState.Answered, by.AccountId);
        _words.Add(new TicketWord(AccountId, _words.Count + 1, isFromDesk: true, text, today));
    }

    /// <exception cref="RuleBrokenException">The desk has not answered.</exception>
    public void Close(DateOnly today)
    {
        if (State is not TicketState.Answered) throw new RuleBrokenException("Answer the question first. Nothing is closed without an answer.");

        (State, ClosedOn) = (TicketState.Closed, today);
    }

    /// <summary>The asker needs no answer any more.</summary>
    /// <exception cref="RuleBrokenException">It is closed already.</exception>
    public void Settle(DateOnly today)
    {
        if (IsClosed) throw new RuleBrokenException("This question is closed already.");

        (State, ClosedOn) = (TicketState.Closed, today);
    }

    /// <exception cref="RuleBrokenException">It is open.</exception>
    public void Reopen()
    {
        if (!IsClosed) throw new RuleBrokenException("This question is open.");

        (State, ClosedOn) = (TicketState.InWork, null);
    }
}

/// <summary>A word of the asker or of the desk.</summary>
public sealed class TicketWord : IBelongToAccount
{
    private TicketWord() { }

    internal TicketWord(string accountId, int number, bool isFromDesk, string text, DateOnly on) => (AccountId, Number, IsFromDesk, Text, On) = (accountId, number, isFromDesk, text, on);

    /// <summary>Of whoever asked.</summary>
    public string AccountId { get; private init; } = "";

    public int Number { get; private init; }
    public bool IsFromDesk { get; private init; }
    public string Text { get; private init; } = "";
    public DateOnly On { get; private init; }
}
