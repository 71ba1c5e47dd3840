using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Quizzes;

/// <summary>
/// One learner's go at a quiz, for this learner alone: the questions that were drawn, what was answered, what it was worth. When it was begun and how
/// long it took is not kept; a limit of time is kept as its end.
/// </summary>
public sealed class QuizAttempt : IBelongToAccount
{
    private readonly List<AttemptAnswer> _answers = [];

    private QuizAttempt() { }

    /// <param name="quiz">The quiz.</param>
    /// <param name="questions">What was drawn, in the order in which it is asked.</param>
    /// <param name="number">Which attempt of this learner it is.</param>
    /// <param name="accountId">The learner.</param>
    /// <param name="now">The beginning.</param>
    /// <exception cref="RuleBrokenException">The quiz is not open to new attempts, has been tried often enough, or has no question in use.</exception>
    public QuizAttempt(Quiz quiz, IReadOnlyList<Question> questions, int number, string accountId, DateTime now)
    {
        if (quiz.State is not QuizState.Published) throw new RuleBrokenException("This quiz is not open any more.");
        if (number > quiz.MostAttempts) throw new RuleBrokenException("You have used all {0} attempts.", quiz.MostAttempts);
        if (questions.Count == 0) throw new RuleBrokenException("This quiz has no question in use at the moment. Turn to its organisation.");

        (QuizId, AccountId, Number, PassMark, Questions) = (quiz.Id, accountId, number, quiz.PassMark, questions.Count);
        EndsAt = quiz.Minutes is { } minutes ? now.AddMinutes(minutes) : null;
        _answers.AddRange(questions.Select((question, at) => new AttemptAnswer(this, question, at + 1)));
    }

    public int Id { get; private init; }
    public int QuizId { get; private init; }
    public Quiz Quiz { get; private init; } = null!;
    public string AccountId { get; private init; } = "";
    [Personal] public int Number { get; private init; }

    /// <summary>As it was when the attempt began.</summary>
    [Personal] public int PassMark { get; private init; }

    /// <summary>How many were drawn.</summary>
    [Personal] public int Questions { get; private init; }

    /// <summary>When the time is over; null where it is not limited.</summary>
    [Personal] public DateTime? EndsAt { get; private init; }

    [Personal] public AttemptState State { get; private set; } = AttemptState.Open;

    /// <summary>The day on which the marks were whole: from it counts the time to appeal.</summary>
    [Personal] public DateOnly? MarkedOn { get; private set; }

    /// <summary>The sum of the marks; null until all are given.</summary>
    [Personal] public int? Halves { get; private set; }

    [Personal] public bool? IsPassed { get; private set; }

    public IReadOnlyList<AttemptAnswer> Answers => [.. _answers.OrderBy(a => a.Position)];

    /// <summary>Of a hundred, rounded down: a mark that is not reached is not shown as reached.</summary>
    public int? Percent => Halves * 100 / ((int)Mark.Right * Questions);

    public bool IsOverAt(DateTime now) => EndsAt is { } end && now > end;

    public AttemptAnswer? Answer(int position) => _answers.Find(a => a.Position == position);

    /// <exception cref="RuleBrokenException">It is handed in, or the time is over: what was saved before counts.</exception>
    public void RequireOpen(DateTime now)
    {
        if (State is not AttemptState.Open) throw new RuleBrokenException("This attempt is handed in already.");
        if (IsOverAt(now)) throw new RuleBrokenException("The time is over. What was saved before counts: hand it in.");
    }

    /// <summary>Ends it with the answers as they were last saved, in time or late, and marks what needs no person.</summary>
    /// <returns>The words that a person marks.</returns>
    /// <exception cref="RuleBrokenException">It is handed in already.</exception>
    public IReadOnlyList<WrittenAnswer> HandIn(DateOnly today)
    {
        if (State is not AttemptState.Open) throw new RuleBrokenException("This attempt is handed in already.");

        return MarkAnew(today);
    }

    /// <summary>Marks by the keys as they now are. Marking again changes nothing unless a key did.</summary>
    /// <returns>The words that a person marks, or marks again.</returns>
    public IReadOnlyList<WrittenAnswer> MarkAnew(DateOnly today)
    {
        var written = _answers.Select(answer => answer.MarkByKey()).OfType<WrittenAnswer>().ToList();
        Add(today);
        return written;
    }

    /// <summary>A person has marked words of this attempt.</summary>
    public void Take(WrittenAnswer written, DateOnly today)
    {
        written.Answer.MarkAs(written.Mark!.Value, written.KeyEdition);
        Add(today);
    }

    private void Add(DateOnly today)
    {
        int? halves = _answers.TrueForAll(a => a.Mark is not null) ? _answers.Sum(a => (int)a.Mark!.Value) : null;
        MarkedOn = halves == Halves && MarkedOn is not null ? MarkedOn : halves is null ? null : today;
        (State, Halves) = (halves is null ? AttemptState.Waiting : AttemptState.Marked, halves);
        IsPassed = halves is null ? null : halves * 100 >= PassMark * (int)Mark.Right * Questions;
    }
}
