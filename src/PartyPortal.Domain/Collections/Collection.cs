using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Collections;

/// <summary>What an office writes. The due time is UTC.</summary>
public sealed record CollectionContent(string Title, string Body, CollectionReach Reach, DateTime DueAt)
{
    public AskedStages Stages { get; init; } = AskedStages.Everybody;

    /// <summary>Names, numbers or codes, one a line.</summary>
    public string? Chosen { get; init; }

    public bool TakesLate { get; init; } = true;
}

/// <summary>Somebody who is to be asked: a person, or an organisation.</summary>
public sealed record Asked(int BranchId, int? PersonId, string Name, string? Number);

/// <summary>Texts, choices and files that an office asks people or organisations for, by a day. Whoever was asked stays asked, wherever they move.</summary>
#pragma warning disable CA1711 // The office's own word, 材料收集; nobody takes it for a list.
public sealed class Collection : IBelongToBranch, IVersioned, IAudited
#pragma warning restore CA1711
{
    public const int TitleMaxLength = 120;
    public const int BodyMaxLength = 20_000;
    public const int ChosenMaxLength = 20_000;
    public const int ReasonMaxLength = 300;
    public const int MostQuestions = 10;
    public const int MostAsked = 5_000;

    /// <summary>A collection that nobody closes ends so long after its date.</summary>
    public const int DaysUntilItEnds = 60;

    private readonly List<CollectionQuestion> _questions = [];
    private readonly List<CollectionAnswer> _answers = [];

    private Collection() { }

    /// <exception cref="RuleBrokenException">As for <see cref="Revise"/>.</exception>
    public Collection(int branchId, CollectionContent content, Viewer by, DateTime now)
    {
        BranchId = branchId;
        Revise(content, by, now);
    }

    public int Id { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public string Title { get; private set; } = "";
    public string Body { get; private set; } = "";
    public CollectionReach Reach { get; private set; }
    public AskedStages Stages { get; private set; }

    /// <summary>Names of people while it is a draft; emptied when they are asked.</summary>
    [Personal]
    public string? Chosen { get; private set; }

    public DateTime DueAt { get; private set; }
    public bool TakesLate { get; private set; }
    public CollectionState State { get; private set; } = CollectionState.Draft;
    public DateTime? OpenedAt { get; private set; }
    public DateOnly? RemindedOn { get; private set; }

    /// <summary>With everything that was answered; known once it is closed.</summary>
    public DateOnly? DeleteOn { get; private set; }

    /// <summary>Why branches that were asked often this month are asked once more.</summary>
    public string? BurdenReason { get; private set; }

    public string? EditedBy { get; private set; }
    public Guid Version { get; private set; }

    public IReadOnlyList<CollectionQuestion> Questions => [.. _questions.OrderBy(q => q.Position)];

    public IReadOnlyList<CollectionAnswer> Answers => _answers;

    public CollectionQuestion? Question(int number) => _questions.Find(q => q.Number == number);

    /// <exception cref="RuleBrokenException">It was sent already, lacks a text, or is due in the past.</exception>
    public void Revise(CollectionContent content, Viewer by, DateTime now)
    {
        RequireDraft();
        Refuse(string.IsNullOrWhiteSpace(content.Title), Key("Write a title."), nameof(Title));
        Refuse(string.IsNullOrWhiteSpace(content.Body), Key("Write what is asked for and why."), nameof(Body));
        Refuse(content.Reach.IsChosen() && string.IsNullOrWhiteSpace(content.Chosen), Key("Write whom you ask, one a line."), nameof(Chosen));
        Refuse(content.DueAt <= now, Key("The date must lie ahead."), nameof(DueAt));

        (Title, Body, Reach, Stages, Chosen) = (content.Title, content.Body, content.Reach, content.Stages, content.Reach.IsChosen() ? content.Chosen : null);
        (DueAt, TakesLate, EditedBy) = (content.DueAt, content.TakesLate, by.AccountId);
    }

    /// <exception cref="RuleBrokenException">It was sent already, has enough questions, or the question is not whole.</exception>
    public void AddQuestion(QuestionContent content)
    {
        RequireDraft();
        if (_questions.Count >= MostQuestions) throw new RuleBrokenException("A collection has {0} questions at most.", MostQuestions);

        _questions.Add(new CollectionQuestion(BranchId, _questions.Select(q => q.Number).DefaultIfEmpty().Max() + 1, content));
        Place(_questions.Count, _questions[^1]);
    }

    /// <exception cref="RuleBrokenException">It was sent already, or the question is not whole.</exception>
    public void ChangeQuestion(CollectionQuestion question, QuestionContent content, int place)
    {
        RequireDraft();
        question.Revise(content);
        Place(place, question);
    }

    /// <exception cref="RuleBrokenException">It was sent already.</exception>
    public void RemoveQuestion(CollectionQuestion question)
    {
        RequireDraft();
        _questions.Remove(question);
    }

    /// <summary>Asks: from now on each of them has an answer to give.</summary>
    /// <exception cref="RuleBrokenException">It was sent already, asks nothing or nobody or too many, is due in the past, or burdens somebody too much without saying why.</exception>
    public void Open(IReadOnlyList<Asked> asked, bool isBurden, string? reason, Viewer by, DateTime now)
    {
        RequireDraft();
        Refuse(_questions.Count == 0, Key("Add a question first."));
        Refuse(DueAt <= now, Key("The date must lie ahead."));
        Refuse(asked.Count == 0, Key("Nobody would be asked. Choose others."));
        if (asked.Count > MostAsked) throw new RuleBrokenException("At most {0} can be asked at once.", MostAsked);
        Refuse(isBurden && string.IsNullOrWhiteSpace(reason), Key("Say why they are asked once more this month."), "Reason");

        _answers.AddRange(asked.Select(one => new CollectionAnswer(this, one)));
        (State, OpenedAt, EditedBy, Chosen, BurdenReason) = (CollectionState.Open, now, by.AccountId, null, isBurden ? reason : null);
    }

    /// <exception cref="RuleBrokenException">It is not under way, or the date lies in the past.</exception>
    public void Postpone(DateTime dueAt, bool takesLate, DateTime now)
    {
        RequireOpen();
        Refuse(dueAt <= now && dueAt != DueAt, Key("The date must lie ahead."), nameof(DueAt));
        (DueAt, TakesLate) = (dueAt, takesLate);
    }

    /// <summary>Reminds those whose answer is missing.</summary>
    /// <exception cref="RuleBrokenException">It is not under way, or they were reminded today.</exception>
    public void Remind(DateOnly today)
    {
        RequireOpen();
        Refuse(RemindedOn == today, Key("They were reminded today already. Remind them again tomorrow."));
        RemindedOn = today;
    }

    /// <exception cref="RuleBrokenException">It is not under way.</exception>
    public void Close(DateOnly today, int monthsKept)
    {
        RequireOpen();
        (State, DeleteOn) = (CollectionState.Closed, today.AddMonths(monthsKept));
    }

    /// <exception cref="RuleBrokenException">It is not closed.</exception>
    public void Reopen()
    {
        Refuse(State is not CollectionState.Closed, Key("This collection is not closed."));
        (State, DeleteOn) = (CollectionState.Open, null);
    }

    /// <summary>The same questions once more, for another time.</summary>
    public Collection Copy(Viewer by, DateTime now)
    {
        var copy = new Collection(BranchId, new CollectionContent(Title, Body, Reach.IsChosen() ? CollectionReach.PeopleHere : Reach, now.AddDays(7)) { Stages = Stages, TakesLate = TakesLate }, by, now);
        foreach (var question in Questions) copy.AddQuestion(question.Content);
        return copy;
    }

    private void Place(int place, CollectionQuestion question)
    {
        List<CollectionQuestion> order = [.. Questions.Where(q => q != question)];
        order.Insert(Math.Clamp(place - 1, 0, order.Count), question);
        for (var at = 0; at < order.Count; at++) order[at].Position = at + 1;
    }

    private void RequireDraft() => Refuse(State is not CollectionState.Draft, Key("This collection was sent already. Copy it to ask anew."));

    private void RequireOpen() => Refuse(State is not CollectionState.Open, Key("This collection is not under way."));

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;

    private static void Refuse(bool isBroken, string sentence, string? field = null)
    {
        if (isBroken) throw new RuleBrokenException(sentence) { Field = field };
    }
}
