using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Quizzes;

/// <summary>What an author writes about a quiz.</summary>
public sealed record QuizContent(string Title, AudienceKind Audience)
{
    /// <summary>Of these alone; none: everybody of the audience.</summary>
    public IReadOnlyCollection<Stage> Stages { get; init; } = [];

    public string? Introduction { get; init; }

    /// <summary>Percent of the marks.</summary>
    public int PassMark { get; init; } = 60;

    /// <summary>Null: as often as one likes.</summary>
    public int? MostAttempts { get; init; }

    /// <summary>Null: as long as one likes.</summary>
    public int? Minutes { get; init; }

    /// <summary>Whether one may look things up meanwhile.</summary>
    public bool IsOpenBook { get; init; }

    /// <summary>Everybody whom it is for is asked to pass it by then; null where it is only offered.</summary>
    public DateOnly? DueOn { get; init; }
}

/// <summary>Questions of the bank, put together to be answered in one go. Attempts keep what they were drawn with, whatever becomes of it.</summary>
public sealed class Quiz : IBelongToBranch, IVersioned, IAudited
{
    public const int TitleMaxLength = 120;
    public const int IntroductionMaxLength = 2000;
    public const int MostItems = 100;
    public const int MostAttemptsLimit = 20;
    public const int MostMinutes = 600;

    private readonly List<QuizItem> _items = [];

    private Quiz() { }

    /// <exception cref="RuleBrokenException">As for <see cref="Revise"/>.</exception>
    public Quiz(int branchId, QuizContent content, Viewer by, DateTime now)
    {
        BranchId = branchId;
        Revise(content, by, now);
    }

    public int Id { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public string Title { get; private set; } = "";
    public string? Introduction { get; private set; }
    public AudienceKind AudienceKind { get; private set; }
    public string AudienceKey { get; private set; } = "";

    /// <summary>The stages of the audience that it is for; 0 for all.</summary>
    public int StageBits { get; private set; }

    public Addressees Addressees => new(AudienceKind, BranchId, StageBits);
    public int PassMark { get; private set; }
    public int? MostAttempts { get; private set; }
    public int? Minutes { get; private set; }
    public bool IsOpenBook { get; private set; }
    public DateOnly? DueOn { get; private set; }
    public DateOnly? RemindedOn { get; private set; }
    public QuizState State { get; private set; } = QuizState.Draft;
    public DateTime EditedAt { get; private set; }
    public string? EditedBy { get; private set; }
    public Guid Version { get; private set; }

    public IReadOnlyList<QuizItem> Items => [.. _items.OrderBy(i => i.Place).ThenBy(i => i.Number)];

    public IEnumerable<int> ChosenQuestions => Items.Select(i => i.QuestionId).OfType<int>();

    /// <summary>Whether this viewer learns who has not passed: the office of the organisation that asks, while it does. Offices above see figures.</summary>
    public bool NamesTo(Viewer viewer) => AsksToPass && (viewer.SpeaksForBranchId == BranchId || (viewer.SpeaksForTop && Branch.ParentId is null));

    public bool AsksToPass => DueOn is not null && State is QuizState.Published;

    public IEnumerable<QuizItem> Draws => Items.Where(i => i.Tag is not null);

    /// <exception cref="RuleBrokenException">A text is missing, a number out of its range, or it addresses whom the writer may not address.</exception>
    public void Revise(QuizContent content, Viewer by, DateTime now)
    {
        Refuse(string.IsNullOrWhiteSpace(content.Title), Key("Write a title."), nameof(Title));
        RequireWithin(content.PassMark, 1, 100, nameof(PassMark));
        RequireWithin(content.MostAttempts, 1, MostAttemptsLimit, nameof(MostAttempts));
        RequireWithin(content.Minutes, 1, MostMinutes, nameof(Minutes));
        Refuse(content.Audience is AudienceKind.Internet, Key("A quiz is for people who are signed in. Choose whom it is for."), nameof(AudienceKind));
        Publishing.RequireAddressable(content.Audience, by);
        Refuse(content.DueOn is not null && content.Audience is not (AudienceKind.Subtree or AudienceKind.Branch), Key("Only your own organisations can be asked to pass a quiz by a day."), nameof(DueOn));

        var stages = Publishing.StageBits(content.Audience, content.Stages);
        // Figures of some minus figures of others would tell of the few between them.
        Refuse(State is not QuizState.Draft && (content.Audience != AudienceKind || stages != StageBits), Key("Whom a quiz is for stays once it was published. Make a new quiz for others."), nameof(AudienceKind));

        (Title, Introduction, PassMark, MostAttempts, Minutes) = (content.Title, content.Introduction, content.PassMark, content.MostAttempts, content.Minutes);
        (AudienceKind, AudienceKey, StageBits) = (content.Audience, Audience.KeyOf(content.Audience, BranchId), stages);
        (IsOpenBook, DueOn) = (content.IsOpenBook, content.DueOn);
        Touch(by, now);
    }

    /// <exception cref="RuleBrokenException">It is asked already, is not in use, or the quiz is full.</exception>
    public void Choose(Question question, Viewer by, DateTime now)
    {
        Refuse(question.WithdrawnBecause is not null, Key("This question is withdrawn."));
        Refuse(ChosenQuestions.Contains(question.Id), Key("This question is in the quiz already."));
        Add(question.Id, null, 1, by, now);
    }

    /// <param name="tag">Under which they stand.</param>
    /// <param name="count">How many are drawn.</param>
    /// <param name="inUse">How many questions in use stand there.</param>
    /// <param name="by">Who puts the quiz together.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">The tag is drawn already, has fewer questions, the number is out of its range, or the quiz is full.</exception>
    public void Draw(string? tag, int count, int inUse, Viewer by, DateTime now)
    {
        Refuse(string.IsNullOrWhiteSpace(tag), Key("Choose a tag."), nameof(QuizItem.Tag));
        Refuse(Draws.Any(d => d.Tag == tag), Key("Questions under this tag are drawn already. Remove that line first."), nameof(QuizItem.Tag));
        RequireWithin(count, 1, QuizItem.MostDrawn, nameof(QuizItem.Count));
        if (inUse < count) throw new RuleBrokenException("So many questions in use stand under this tag, apart from those chosen already: {0}. Draw no more than that, or choose another tag.", inUse) { Field = nameof(QuizItem.Tag) };
        Add(null, tag, count, by, now);
    }

    public void Remove(QuizItem item, Viewer by, DateTime now)
    {
        _items.Remove(item);
        Put([.. Items], by, now);
    }

    /// <summary>Moves a line to another place, counted from 1; what lies beyond the last is the last.</summary>
    public void Move(QuizItem item, int to, Viewer by, DateTime now)
    {
        List<QuizItem> order = [.. Items.Where(i => i != item)];
        order.Insert(Math.Clamp(to - 1, 0, order.Count), item);
        Put(order, by, now);
    }

    /// <exception cref="RuleBrokenException">It is no draft, or asks nothing.</exception>
    public void Publish(Viewer by, DateTime now)
    {
        Refuse(State is QuizState.Published, Key("This quiz is published already."));
        Refuse(_items.Count == 0, Key("Choose questions first, or draw some by a tag."));
        State = QuizState.Published;
        Touch(by, now);
    }

    /// <summary>Reminds those who have not passed.</summary>
    /// <exception cref="RuleBrokenException">It asks nobody to pass, or they were reminded today.</exception>
    public void Remind(DateOnly today)
    {
        Refuse(!AsksToPass, Key("This quiz asks nobody to pass."));
        Refuse(RemindedOn == today, Key("They were reminded today already. Remind them again tomorrow."));
        RemindedOn = today;
    }

    /// <summary>Nobody begins it any more; who has begun may finish.</summary>
    /// <exception cref="RuleBrokenException">It is not published.</exception>
    public void Withdraw(Viewer by, DateTime now)
    {
        Refuse(State is not QuizState.Published, Key("This quiz is not published."));
        State = QuizState.Withdrawn;
        Touch(by, now);
    }

    private void Add(int? questionId, string? tag, int count, Viewer by, DateTime now)
    {
        if (_items.Count >= MostItems) throw new RuleBrokenException("A quiz has {0} lines of questions at most.", MostItems);

        _items.Add(new QuizItem(BranchId, _items.Select(i => i.Number).DefaultIfEmpty().Max() + 1, _items.Count + 1, questionId, tag?.Trim(), count));
        Touch(by, now);
    }

    private void Put(IReadOnlyList<QuizItem> order, Viewer by, DateTime now)
    {
        foreach (var (index, item) in order.Index()) item.Place = index + 1;
        Touch(by, now);
    }

    // The lines are rows of their own: without this two who edit at once would not notice each other.
    private void Touch(Viewer by, DateTime now) => (EditedBy, EditedAt) = (by.AccountId, now);

    private static void RequireWithin(int? value, int least, int most, string field)
    {
        if (value < least || value > most) throw new RuleBrokenException("Choose a number between {0} and {1}.", least, most) { Field = field };
    }

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;

    private static void Refuse(bool isBroken, string sentence, string? field = null)
    {
        if (isBroken) throw new RuleBrokenException(sentence) { Field = field };
    }
}
