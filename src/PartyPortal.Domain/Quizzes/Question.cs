using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Quizzes;

/// <summary>A question of an organisation's bank. Its kind stays what it was; withdrawn, it is drawn into no quiz any more.</summary>
public sealed class Question : IBelongToBranch, IVersioned, IAudited
{
    public const int TextMaxLength = 2000;
    public const int OptionMaxLength = 300;
    public const int FillInMaxLength = 100;
    public const int MostOptions = 10;
    public const int OptionsMaxLength = MostOptions * (OptionMaxLength + 1);
    public const int ArticleMaxLength = 200;
    public const int ReasonMaxLength = 300;
    public const int MostTags = 8;

    private readonly List<QuestionTag> _tags = [];

    private Question() { }

    /// <exception cref="RuleBrokenException">As for <see cref="Revise"/>.</exception>
    public Question(int branchId, QuestionContent content, Viewer by, DateTime now)
    {
        (BranchId, Kind, WrittenBy) = (branchId, content.Kind, by.AccountId);
        Revise(content, by, now);
    }

    public int Id { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public QuestionKind Kind { get; private init; }
    public string Text { get; private set; } = "";

    /// <summary>What may be chosen, a line each; null where nothing is.</summary>
    public string? OptionLines { get; private set; }

    /// <summary>What is right, as <see cref="AnswerKey"/> keeps it.</summary>
    public string RightAnswer { get; private set; } = "";

    /// <summary>Raised when what is right changes: whoever was asked is marked anew.</summary>
    public int KeyEdition { get; private set; }

    /// <summary>The question was found to be bad: it counts as right for everybody.</summary>
    public bool IsVoid { get; private set; }

    public string? Article { get; private set; }
    public bool IsUnverified { get; private set; }
    public string? Explanation { get; private set; }

    /// <summary>Null while it is in use.</summary>
    public string? WithdrawnBecause { get; private set; }

    public DateTime EditedAt { get; private set; }
    public string? WrittenBy { get; private init; }
    public string? EditedBy { get; private set; }

    /// <summary>What a search looks through: text, article and tags in lower case.</summary>
    public string WordsKey { get; private set; } = "";

    public Guid Version { get; private set; }

    public IReadOnlyList<QuestionTag> Tags => _tags;

    public IReadOnlyList<string> Options => OptionLines?.Split('\n') ?? [];

    public QuestionContent Content => new(Kind, Text)
    {
        Options = [.. Options.Select((text, at) => new QuestionOption(text, RightAnswer.Split(',').Contains($"{at + 1}")))],
        IsTrue = Kind is QuestionKind.TrueFalse ? bool.Parse(RightAnswer) : null,
        Accepted = Kind is QuestionKind.FillIn ? RightAnswer.Split('\n') : [],
        ModelAnswer = Kind is QuestionKind.ShortAnswer ? RightAnswer : null,
        Article = Article,
        IsUnverified = IsUnverified,
        Explanation = Explanation,
        Tags = [.. Tags.Select(t => t.Name)],
    };

    /// <exception cref="RuleBrokenException">It has no text, no right answer or one answer twice, rests on nothing, or a text is too long.</exception>
    public void Revise(QuestionContent content, Viewer by, DateTime now)
    {
        Refuse(string.IsNullOrWhiteSpace(content.Text), Key("Write the question."), nameof(Text));
        var (options, right) = AnswerKey.Of(content with { Kind = Kind });
        Refuse(string.IsNullOrWhiteSpace(content.Article) && !content.IsUnverified, Key("Name the article it rests on, or mark it as unverified."), nameof(Article));
        RefuseLong(content.Text, TextMaxLength, nameof(Text));
        RefuseLong(content.Article, ArticleMaxLength, nameof(Article));
        RefuseLong(content.Explanation, TextMaxLength, nameof(Explanation));

        (Text, Article, IsUnverified, Explanation) = (AnswerKey.Lines(content.Text), content.Article, content.IsUnverified, content.Explanation is { } words ? AnswerKey.Lines(words) : null);
        // A model answer put in other words makes no answer better or worse.
        if (RightAnswer.Length > 0 && right != RightAnswer && Kind is not QuestionKind.ShortAnswer) KeyEdition++;
        (OptionLines, RightAnswer, EditedBy, EditedAt) = (options, right, by.AccountId, now);
        Tag(content.Tags);
        WordsKey = string.Join('\n', [Text, Article, .. Tags.Select(t => t.Name)]).ToLowerInvariant();
    }

    /// <summary>The same of a question that learners have answered: what they could choose stays, word by word and in its order.</summary>
    /// <exception cref="RuleBrokenException">As for <see cref="Revise"/>, or what could be chosen would change.</exception>
    public void ReviseAsked(QuestionContent content, Viewer by, DateTime now)
    {
        if (AnswerKey.Of(content with { Kind = Kind }).OptionLines != OptionLines)
            throw new RuleBrokenException("Learners have chosen among these answers already: only which of them is right can change. Withdraw the question and write another.") { Field = AnswerKey.FirstOption };

        Revise(content, by, now);
    }

    /// <summary>A reviewer puts right what is right about it, for everybody who was asked.</summary>
    /// <exception cref="RuleBrokenException">Nothing would change, or as for <see cref="Revise"/>.</exception>
    public void Correct(QuestionContent content, Viewer by)
    {
        var (_, right) = AnswerKey.Of(content with { Kind = Kind });
        Refuse(right == RightAnswer, Key("What is right would stay as it is. Change it, or let the question count as right for everybody."), AnswerKey.FieldOf(Kind));
        (RightAnswer, KeyEdition, EditedBy) = (right, KeyEdition + 1, by.AccountId);
    }

    /// <summary>A reviewer lets it count as right for everybody, and takes it out of use.</summary>
    public void Void(string? reason)
    {
        (IsVoid, KeyEdition) = (true, KeyEdition + 1);
        WithdrawnBecause ??= reason is { Length: > ReasonMaxLength } ? reason[..ReasonMaxLength] : reason;
    }

    /// <summary>An answer in the dress in which it is kept and marked; null where there is none.</summary>
    /// <exception cref="RuleBrokenException">It is no answer to this question, or too long.</exception>
    public string? Tidy(string? given)
    {
        if (given?.Trim() is not { Length: > 0 } text) return null;

        var most = Kind is QuestionKind.ShortAnswer ? TextMaxLength : FillInMaxLength;
        if (text.Length > most) throw new RuleBrokenException("At most {0} characters can be written here.", most);
        if (Kind is QuestionKind.FillIn or QuestionKind.ShortAnswer) return AnswerKey.Lines(text);

        string[] choices = Kind is QuestionKind.TrueFalse ? [bool.TrueString, bool.FalseString] : [.. Options.Select((_, at) => $"{at + 1}")];
        var chosen = text.Split(',');
        Refuse(chosen.Except(choices).Any() || (Kind is not QuestionKind.Multiple && chosen.Length > 1), Key("Choose among the answers."));
        return string.Join(',', choices.Intersect(chosen));
    }

    /// <summary>Takes it out of use; quizzes that were begun keep it.</summary>
    /// <exception cref="RuleBrokenException">It is withdrawn already, or no reason is given.</exception>
    public void Withdraw(string? reason)
    {
        Refuse(WithdrawnBecause is not null, Key("This question is withdrawn already."));
        Refuse(string.IsNullOrWhiteSpace(reason), Key("Say why it is withdrawn."), "Reason");
        WithdrawnBecause = reason;
    }

    /// <exception cref="RuleBrokenException">It is in use.</exception>
    public void Restore()
    {
        Refuse(WithdrawnBecause is null, Key("This question is not withdrawn."));
        Refuse(IsVoid, Key("This question was found to be bad after an appeal. Write another one."));
        WithdrawnBecause = null;
    }

    private void Tag(IReadOnlyList<string> names)
    {
        var wanted = names.Select(n => string.Concat(n.Where(c => !char.IsControl(c))).Trim()).Where(n => n.Length > 0).Distinct().ToList();
        if (wanted.Count > MostTags || wanted.Exists(n => n.Length > QuestionTag.NameMaxLength))
            throw new RuleBrokenException("At most {0} tags of {1} characters each.", MostTags, QuestionTag.NameMaxLength) { Field = nameof(Tags) };

        _tags.RemoveAll(t => !wanted.Contains(t.Name));
        _tags.AddRange(wanted.Where(n => !_tags.Exists(t => t.Name == n)).Select(n => new QuestionTag(BranchId, n)));
    }

    private static void RefuseLong(string? text, int longest, string field)
    {
        if (text?.Length > longest) throw new RuleBrokenException("A text is too long: at most {0} characters.", longest) { Field = field };
    }

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;

    private static void Refuse(bool isBroken, string sentence, string? field = null)
    {
        if (isBroken) throw new RuleBrokenException(sentence) { Field = field };
    }
}
