using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Files;

namespace PartyPortal.Domain.Collections;

/// <summary>
/// What one person, or one organisation, answers. It keeps whether it was handed in and whether late, never when. The office that asks
/// reads it once it is handed in.
/// </summary>
public sealed class CollectionAnswer : IBelongToBranch, IAnsweredBy, IVersioned
{
    public const int NameMaxLength = 120;
    public const int NumberMaxLength = 40;
    public const int ReasonMaxLength = 300;

    private readonly List<CollectionValue> _values = [];
    private readonly List<CollectionFile> _files = [];
    private readonly HashSet<CollectionFile> _dropped = [];

    private CollectionAnswer() { }

    internal CollectionAnswer(Collection collection, Asked asked)
    {
        (Collection, BranchId) = (collection, collection.BranchId);
        (OfBranchId, PersonId, Name, Number) = (asked.BranchId, asked.PersonId, asked.Name, asked.Number);
    }

    public int Id { get; private init; }
    public int CollectionId { get; private init; }
    public Collection Collection { get; private init; } = null!;

    /// <summary>The organisation that asks.</summary>
    public int BranchId { get; private init; }

    public Branch Branch { get; private init; } = null!;

    /// <summary>The organisation that is asked, or to which the person belonged when asked.</summary>
    public int OfBranchId { get; private init; }

    public Branch OfBranch { get; private init; } = null!;

    /// <summary>Null where the organisation itself is asked.</summary>
    public int? PersonId { get; private init; }

    /// <summary>As it was when asked: who leaves the organisation can still be named to the office that asked.</summary>
    public string Name { get; private init; } = "";

    public string? Number { get; private init; }
    public AnswerState State { get; private set; } = AnswerState.Waiting;
    public bool IsLate { get; private set; }
    public string? ReturnedBecause { get; private set; }
    public Guid Version { get; private set; }

    public IReadOnlyList<CollectionValue> Values => _values;

    public IReadOnlyList<CollectionFile> Files => _files;

    public string? Value(int question) => _values.Find(v => v.Question == question) is { Text.Length: > 0 } value ? value.Text : null;

    public IEnumerable<CollectionFile> FilesOf(int question) => _files.Where(f => f.Question == question && !_dropped.Contains(f)).OrderBy(f => f.Id);

    public bool IsAnsweredBy(Viewer viewer) => PersonId is { } person ? viewer.PersonId == person : viewer.SpeaksForBranchId == OfBranchId;

    /// <summary>Why nothing may be written now; null where it may.</summary>
    public RuleBrokenException? RefusalAt(DateTime now)
    {
        if (Collection.State is not CollectionState.Open) return new RuleBrokenException("This collection is closed.");
        if (now <= Collection.DueAt || State is AnswerState.Returned) return null;
        if (State is AnswerState.HandedIn) return new RuleBrokenException("The date is over: what was handed in can be changed no more. Ask the office to send it back.");

        return Collection.TakesLate ? null : new RuleBrokenException("The date is over, and late answers are not taken. Turn to the office that asks.");
    }

    /// <summary>Writes an answer down as it was typed.</summary>
    /// <exception cref="RuleBrokenException">Nothing may be written now.</exception>
    public void Write(CollectionQuestion question, string? typed, DateTime now)
    {
        if (RefusalAt(now) is { } refusal) throw refusal;

        var text = question.Tidy(typed);
        if (_values.Find(v => v.Question == question.Number) is { } value) value.Text = text ?? "";
        else if (text is not null) _values.Add(new CollectionValue(this, question.Number, text));
    }

    /// <summary>Keeps files beside those that stay; answers those dropped, to be removed with their bytes.</summary>
    /// <exception cref="RuleBrokenException">There would be too many, or one is not what the question takes.</exception>
    public IReadOnlyList<CollectionFile> ChangeFiles(CollectionQuestion question, IReadOnlyCollection<int> dropped, IReadOnlyList<StoredFile> added)
    {
        foreach (var file in added) question.RequireTakes(file);
        List<CollectionFile> gone = [.. FilesOf(question.Number).Where(f => dropped.Contains(f.Id))];
        if (FilesOf(question.Number).Count() - gone.Count + added.Count > question.MostFiles) throw new RuleBrokenException("At most {0} files can be kept here.", question.MostFiles);

        _dropped.UnionWith(gone);
        _files.AddRange(added.Select(file => new CollectionFile(this, question.Number, file)));
        return gone;
    }

    /// <summary>What would be refused if it were handed in now, by question; as a draft only what is too long.</summary>
    public IEnumerable<(int Question, RuleBrokenException Fault)> Faults(bool isDraft) =>
        from question in Collection.Questions
        let fault = isDraft ? question.FaultOfLength(Value(question.Number)) : question.FaultOf(Value(question.Number), FilesOf(question.Number).Count())
        where fault is not null
        select (question.Number, fault);

    /// <exception cref="RuleBrokenException">It was handed in: then it is handed in again, whole.</exception>
    public void KeepDraft()
    {
        if (State is AnswerState.HandedIn) throw new RuleBrokenException("Your answer is handed in. Hand it in again with your changes.");
        if (State is AnswerState.Waiting) State = AnswerState.Draft;
    }

    /// <exception cref="RuleBrokenException">Nothing may be written now, or an answer is faulty.</exception>
    public void HandIn(DateTime now)
    {
        if (RefusalAt(now) is { } refusal) throw refusal;
        if (Faults(isDraft: false).Select(f => f.Fault).FirstOrDefault() is { } fault) throw fault;

        // What was sent back was in time or late when it first came; the office's own wish makes nobody late.
        if (State is not AnswerState.Returned) IsLate = now > Collection.DueAt;
        (State, ReturnedBecause) = (AnswerState.HandedIn, null);
    }

    /// <exception cref="RuleBrokenException">It is not handed in, the collection is closed, or no reason is given.</exception>
    public void Return(string? reason)
    {
        if (State is not AnswerState.HandedIn) throw new RuleBrokenException("This answer is not handed in.");
        if (Collection.State is not CollectionState.Open) throw new RuleBrokenException("This collection is closed.");
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException("Say what is to be changed.") { Field = "Reason" };

        (State, ReturnedBecause) = (AnswerState.Returned, reason);
    }
}

/// <summary>What was answered to one question; empty where it was taken back.</summary>
public sealed class CollectionValue : IBelongToBranch, IAnsweredBy
{
    private CollectionValue() { }

    internal CollectionValue(CollectionAnswer answer, int question, string text) => (Answer, BranchId, Question, Text) = (answer, answer.BranchId, question, text);

    public int AnswerId { get; private init; }
    public CollectionAnswer Answer { get; private init; } = null!;
    public int BranchId { get; private init; }
    public int Question { get; private init; }
    public string Text { get; internal set; } = "";

    public bool IsAnsweredBy(Viewer viewer) => Answer.IsAnsweredBy(viewer);
}

/// <summary>A file that was sent for a question: read by who sent it, and by the office that asks once it is handed in.</summary>
public sealed class CollectionFile : IBelongToBranch, IAnsweredBy
{
    private CollectionFile() { }

    internal CollectionFile(CollectionAnswer answer, int question, StoredFile file) => (Answer, BranchId, Question, File) = (answer, answer.BranchId, question, file);

    public int Id { get; private init; }
    public int AnswerId { get; private init; }
    public CollectionAnswer Answer { get; private init; } = null!;
    public int BranchId { get; private init; }
    public int Question { get; private init; }
    public StoredFile File { get; private init; } = null!;

    public bool IsAnsweredBy(Viewer viewer) => Answer.IsAnsweredBy(viewer);
}
