using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Feedback;

/// <summary>Who signs a message. An anonymous one has no signature at all.</summary>
public sealed record Signature(string Name, string? Contact, NameReach Reach = NameReach.Answering);

/// <summary>
/// A message to the organisation. It knows its day, never its hour, and nothing of its sender but the signature.
/// The key is random, because a number or a time in it would tell when the message came.
/// </summary>
public sealed partial class FeedbackItem : IOpenToPublic
{
    public const int TextMaxLength = 3000;
    public const int NameMaxLength = 60;
    public const int ContactMaxLength = 100;
    public const int MostExtensions = 2;
    public const int LongestExtension = 15;

    private readonly List<FeedbackMessage> _messages = [];

    private FeedbackItem() { }

    /// <param name="about">The office whose holder it is about; null when it is about no office holder.</param>
    public FeedbackItem(FeedbackKind kind, string text, Branch concerned, Role? about, Signature? signature, string codeHash, FeedbackClock clock, FeedbackTopic? topic = null, FeedbackRoute? route = null)
    {
        Kind = kind;
        Text = text;
        Concerned = FeedbackRoute.SeatOf(about, concerned);
        About = about;
        Topic = topic;
        Handling = (route ?? FeedbackRoute.Filled).HandlerOf(Concerned, about, signature?.Reach, topic?.Office);
        Name = signature?.Name;
        Contact = signature?.Contact;
        CodeHash = codeHash;
        ReceivedOn = clock.Today;
        Ask(clock);
    }

    public Guid Id { get; private init; } = Guid.NewGuid();
    public FeedbackKind Kind { get; private init; }
    public string Text { get; private init; } = "";
    public int ConcernedId { get; private init; }
    public Branch Concerned { get; private init; } = null!;
    public Role? About { get; private init; }

    public int? TopicId { get; private init; }
    public FeedbackTopic? Topic { get; private init; }

    /// <summary>The organisation that answers.</summary>
    public int HandlingId { get; private init; }
    public Branch Handling { get; private init; } = null!;

    [Personal]
    public string? Name { get; private init; }

    [Personal]
    public string? Contact { get; private init; }

    /// <summary>The sender agrees that the office tells, in its own words, what was asked and what was done.</summary>
    public bool MayBeTold { get; init; }

    public string CodeHash { get; private init; } = "";
    public DateOnly ReceivedOn { get; private init; }

    /// <summary>The day of the sender's last word: the terms run from it.</summary>
    public DateOnly AskedOn { get; private set; }

    /// <summary>The last day for the next thing the office has to do: take up, answer or close.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>How often the office took more time.</summary>
    public int Extensions { get; private set; }

    public FeedbackState State { get; private set; } = FeedbackState.Received;
    public DateOnly? ClosedOn { get; private set; }
    public bool WasReopened { get; private set; }
    public Satisfaction? Satisfaction { get; private set; }
    public IReadOnlyList<FeedbackMessage> Messages => _messages;

    public bool IsAnswered => _messages.Any(m => m.IsAnswer);

    public bool IsLate(DateOnly today) => !IsClosed && DueOn < today;

    public bool IsClosed => State is FeedbackState.Closed;

    public bool WaitsForAnswer => State is FeedbackState.Received or FeedbackState.InWork;

    public void TakeUp(FeedbackClock clock)
    {
        if (State is not FeedbackState.Received) throw new RuleBrokenException("This message is taken up already.");

        State = FeedbackState.InWork;
        DueOn = clock.Days.After(AskedOn, clock.AnswerDays);
        foreach (var item in _merged.Where(m => m.State is FeedbackState.Received)) item.TakeUp(clock);
    }

    /// <summary>The office needs longer: at most twice, and the sender reads why and until when.</summary>
    public void Extend(int days, string reason, FeedbackClock clock)
    {
        if (!WaitsForAnswer) throw new RuleBrokenException("Only a message that waits for an answer can be given more time.");
        if (Extensions >= MostExtensions) throw new RuleBrokenException("More time is taken twice at most. Answer with what is known.") { Field = "Days" };

        if (State is FeedbackState.Received) TakeUp(clock);
        DueOn = clock.Days.After(DueOn > clock.Today ? DueOn : clock.Today, days);
        Extensions++;
        Add(isFromOffice: true, reason, clock.Today, DueOn);
        foreach (var item in _merged) item.FollowTo(DueOn, reason, clock);
    }

    public void Answer(string text, FeedbackClock clock)
    {
        RefuseClosed();
        Add(isFromOffice: true, text, clock.Today);
        State = FeedbackState.Answered;
        DueOn = clock.Days.After(AskedOn, clock.CloseDays);
        foreach (var item in _merged) item.Answer(text, clock);
    }

    /// <summary>The sender writes again; an office then has something to answer again.</summary>
    public void Reply(string text, FeedbackClock clock)
    {
        RefuseClosed();
        Add(isFromOffice: false, text, clock.Today);
        StandAlone();
        Ask(clock);
    }

    /// <summary>The sender is not content with how it was closed: once, within the days of the settings.</summary>
    public void Reopen(string text, FeedbackClock clock)
    {
        if (!IsClosed) throw new RuleBrokenException("This message is not closed. Write again below.");
        if (WasReopened) throw new RuleBrokenException("A message is reopened once. If you are still not content, turn to the next higher body: {0}.", (Handling.Parent ?? Handling).Name);
        if (!MayReopen(clock)) throw new RuleBrokenException("A message can be reopened within {0} days after it was closed. Send a new one.", clock.ReopenDays);

        WasReopened = true;
        ClosedOn = null;
        Satisfaction = null;
        Add(isFromOffice: false, text, clock.Today);
        StandAlone();
        Ask(clock);
    }

    public bool MayReopen(FeedbackClock clock) => IsClosed && !WasReopened && ClosedOn is { } day && clock.Today <= day.AddDays(clock.ReopenDays);

    public void Rate(Satisfaction satisfaction)
    {
        if (!IsAnswered) throw new RuleBrokenException("There is no answer to rate yet.") { Field = "Satisfaction" };

        Satisfaction = satisfaction;
    }

    public void Close(FeedbackClock clock)
    {
        RefuseClosed();
        if (State is not FeedbackState.Answered) throw new RuleBrokenException("Answer the message first. Nothing is closed without an answer.");

        State = FeedbackState.Closed;
        ClosedOn = clock.Today;
        foreach (var item in _merged) item.Close(clock);
    }

    /// <summary>For a message from before there were terms: they run from its sender's last word, as with every other.</summary>
    public void StartClock(FeedbackClock clock)
    {
        AskedOn = _messages.LastOrDefault(m => !m.IsFromOffice)?.On ?? ReceivedOn;
        DueOn = clock.Days.After(AskedOn, State switch { FeedbackState.Received => clock.TakeUpDays, FeedbackState.InWork => clock.AnswerDays, _ => clock.CloseDays });
    }

    private void Ask(FeedbackClock clock)
    {
        State = FeedbackState.Received;
        AskedOn = clock.Today;
        DueOn = clock.Days.After(AskedOn, clock.TakeUpDays);
    }

    private void Add(bool isFromOffice, string text, DateOnly on, DateOnly? until = null) => _messages.Add(new FeedbackMessage(_messages.Count + 1, isFromOffice, text, on, until));

    private void RefuseClosed()
    {
        if (IsClosed) throw new RuleBrokenException("This message is closed. Send a new one.");
    }
}
