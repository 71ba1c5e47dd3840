using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Study;

/// <summary>What one learner wrote beside a material, a passage that they marked in it, or both: for this learner, and whom they name. It knows no time.</summary>
public sealed class StudyNote : IBelongToAccount
{
    public const int QuoteMaxLength = 500;
    public const int TextMaxLength = 2000;

    /// <summary>Of one learner beside one material.</summary>
    public const int Most = 200;

    private readonly List<NoteReader> _readers = [];

    private StudyNote() { }

    /// <exception cref="RuleBrokenException">As for <see cref="Write"/>.</exception>
    public StudyNote(StudyMaterial material, string accountId, string? quote, string? text)
    {
        (Material, MaterialId, AccountId, Title) = (material, material.Id, accountId, material.Title);
        Write(quote, text);
    }

    public int Id { get; private init; }
    public int MaterialId { get; private init; }
    public StudyMaterial Material { get; private init; } = null!;
    public string AccountId { get; private init; } = "";

    /// <summary>What the material was called: the note stays when the material is withdrawn.</summary>
    [Personal] public string Title { get; private init; } = "";

    /// <summary>The passage that is marked, word by word.</summary>
    [Personal] public string? Quote { get; private set; }

    [Personal] public string? Text { get; private set; }

    /// <summary>Who reads it beside its writer. Nobody, until somebody is named.</summary>
    public IReadOnlyList<NoteReader> Readers => _readers;

    /// <exception cref="RuleBrokenException">Neither a passage is marked nor anything written.</exception>
    public void Write(string? quote, string? text)
    {
        if (string.IsNullOrWhiteSpace(quote) && string.IsNullOrWhiteSpace(text)) throw new RuleBrokenException("Write a note, or mark a passage.") { Field = nameof(Text) };

        (Quote, Text) = (Kept(quote), Kept(text));
    }

    /// <summary>
    /// Lets people read the note as it is, and as it will be changed. Whoever reads it already stays. Who of them may open the material is not asked:
    /// the answer would tell their stage and organisation. The note is hidden from the others as its material is.
    /// </summary>
    /// <param name="people">By their ids: more of them is not needed.</param>
    /// <exception cref="RuleBrokenException">Nobody reads it then, or its material, which is loaded, is not published.</exception>
    public void ShowTo(IReadOnlyCollection<int> people)
    {
        if (people.Count == 0 && _readers.Count == 0) throw new RuleBrokenException("Choose who is to read this note.") { Field = nameof(Readers) };
        List<int> others = [.. people.Where(id => !_readers.Exists(r => r.PersonId == id))];
        if (others.Count > 0 && Material.State is not StudyState.Published) throw new RuleBrokenException("“{0}” is not published just now. Show the note when it is.", Material.Title) { Field = nameof(Readers) };

        _readers.AddRange(others.Select(id => new NoteReader(this, id)));
    }

    private static string? Kept(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim().ReplaceLineEndings("\n");
}

/// <summary>Somebody to whom a learner shows one note, named by the learner: until the learner takes it back.</summary>
public sealed class NoteReader : IBelongToAccount
{
    private NoteReader() { }

    internal NoteReader(StudyNote note, int personId) => (Note, NoteId, AccountId, PersonId, AwaitsWord) = (note, note.Id, note.AccountId, personId, true);

    public int Id { get; private init; }
    public int NoteId { get; private init; }
    public StudyNote Note { get; private init; } = null!;

    /// <summary>The writer's.</summary>
    public string AccountId { get; private init; } = "";

    public int PersonId { get; private init; }
    public Person Person { get; private init; } = null!;

    /// <summary>Not told yet that there is a note to read.</summary>
    public bool AwaitsWord { get; private set; }

    /// <summary>The reader does not want it shown any more. The writer does not learn of that.</summary>
    public bool IsPutAway { get; private set; }

    public void WasTold() => AwaitsWord = false;

    public void PutAway() => IsPutAway = true;
}
