using System.Globalization;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Files;

namespace PartyPortal.Domain.Collections;

/// <summary>What an office writes of a question.</summary>
public sealed record QuestionContent(QuestionKind Kind, string Label)
{
    public string? Hint { get; init; }
    public bool IsRequired { get; init; }
    public IReadOnlyList<string> Choices { get; init; } = [];
    public IReadOnlyList<FileKind> FileKinds { get; init; } = [];
    public int MostFiles { get; init; } = 1;
    public int MostMegabytes { get; init; } = 1;
}

/// <summary>One question of a collection: what is asked, and what may be answered.</summary>
public sealed class CollectionQuestion : IBelongToBranch
{
    public const int LabelMaxLength = 200;
    public const int HintMaxLength = 300;
    public const int ShortMaxLength = 200;
    public const int LongMaxLength = 4000;
    public const int ChoiceMaxLength = 100;
    public const int MostChoices = 30;
    public const int ChoicesMaxLength = MostChoices * (ChoiceMaxLength + 1);
    public const int KindsMaxLength = 100;
    public const int MostFilesEach = 10;

    private CollectionQuestion() { }

    internal CollectionQuestion(int branchId, int number, QuestionContent content)
    {
        (BranchId, Number, Position, Kind) = (branchId, number, number, content.Kind);
        Revise(content);
    }

    public int CollectionId { get; private init; }
    public int BranchId { get; private init; }

    /// <summary>Stays when others come and go: the answers know the question by it.</summary>
    public int Number { get; private init; }

    public int Position { get; internal set; }
    public QuestionKind Kind { get; private init; }
    public string Label { get; private set; } = "";
    public string? Hint { get; private set; }
    public bool IsRequired { get; private set; }
    public string? ChoiceLines { get; private set; }
    public string? KindNames { get; private set; }
    public int MostFiles { get; private set; }
    public int MostMegabytes { get; private set; }

    public IReadOnlyList<string> Choices => ChoiceLines?.Split('\n') ?? [];

    public IReadOnlyList<FileKind> FileKinds => [.. KindNames?.Split(',').Select(Enum.Parse<FileKind>) ?? []];

    public QuestionContent Content => new(Kind, Label) { Hint = Hint, IsRequired = IsRequired, Choices = Choices, FileKinds = FileKinds, MostFiles = MostFiles, MostMegabytes = MostMegabytes };

    internal void Revise(QuestionContent content)
    {
        Refuse(string.IsNullOrWhiteSpace(content.Label), Key("Write the question."), nameof(Label));
        var asksToChoose = Kind is QuestionKind.Choice or QuestionKind.Choices;
        Refuse(asksToChoose && content.Choices.Count is < 2 or > MostChoices, Key("Write two answers at least, each on a line of its own."), nameof(Choices));
        Refuse(content.Choices.Any(c => c.Length > ChoiceMaxLength), Key("One of the answers is too long."), nameof(Choices));
        Refuse(Kind is QuestionKind.Files && content.FileKinds.Count == 0, Key("Choose which kinds of files are taken."), nameof(FileKinds));

        (Label, Hint, IsRequired) = (content.Label, content.Hint, content.IsRequired);
        ChoiceLines = asksToChoose ? string.Join('\n', content.Choices.Distinct()) : null;
        KindNames = Kind is QuestionKind.Files ? string.Join(',', content.FileKinds.Distinct()) : null;
        (MostFiles, MostMegabytes) = Kind is QuestionKind.Files ? (content.MostFiles, content.MostMegabytes) : (0, 0);
    }

    /// <summary>As it is kept: a number and a day in one dress, whatever they were typed in. What is none stays as it was typed.</summary>
    public string? Tidy(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;

        return Kind switch
        {
            QuestionKind.Number when NumberOf(typed) is { } number => number.ToString(CultureInfo.InvariantCulture),
            _ => typed.Trim().ReplaceLineEndings("\n"),
        };
    }

    /// <summary>What is wrong with an answer that is to be handed in; null where it is good.</summary>
    public RuleBrokenException? FaultOf(string? text, int files)
    {
        if (Kind is QuestionKind.Files) return IsRequired && files == 0 ? new RuleBrokenException("Send a file.") : null;
        if (text is null) return IsRequired ? new RuleBrokenException("Answer this question.") : null;
        if (FaultOfLength(text) is { } tooLong) return tooLong;

        return Kind switch
        {
            QuestionKind.Choice when !Choices.Contains(text) => new RuleBrokenException("Choose one of the answers."),
            QuestionKind.Choices when text.Split('\n').Except(Choices).Any() => new RuleBrokenException("Choose among the answers."),
            QuestionKind.Number when NumberOf(text) is null => new RuleBrokenException("Write a number, such as 12 or 3.5."),
            QuestionKind.Day when !IsDay(text) => new RuleBrokenException("Write the day as 2026-03-10."),
            _ => null,
        };
    }

    /// <summary>What cannot even be kept as a draft.</summary>
    public RuleBrokenException? FaultOfLength(string? text)
    {
        var most = Kind is QuestionKind.LongText or QuestionKind.Choices ? LongMaxLength : ShortMaxLength;
        return text?.Length > most ? new RuleBrokenException("At most {0} characters can be written here.", most) : null;
    }

    /// <exception cref="RuleBrokenException">The file is larger than the question takes, or of another kind.</exception>
    public void RequireTakes(StoredFile file)
    {
        if (!FileKinds.Contains(file.Kind)) throw new RuleBrokenException("“{0}” is of a kind that this question does not take.", file.Name);
        if (file.Bytes > MostMegabytes * 1024L * 1024) throw new RuleBrokenException("“{0}” is larger than {1} MB.", file.Name, MostMegabytes);
    }

    public static decimal? NumberOf(string text) =>
        decimal.TryParse(text.Trim().Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;

    private static void Refuse(bool isBroken, string sentence, string field)
    {
        if (isBroken) throw new RuleBrokenException(sentence) { Field = field };
    }
}
