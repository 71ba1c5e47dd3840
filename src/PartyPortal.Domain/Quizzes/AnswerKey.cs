using System.Globalization;

namespace PartyPortal.Domain.Quizzes;

/// <summary>The rules for what may be answered and what of it is right, and how both are kept: a line an option; the key as the numbers of the right ones, "True" or "False", a line an accepted answer, or the model answer.</summary>
internal static class AnswerKey
{
    public const string FirstOption = $"{nameof(QuestionContent.Options)}[0].Text";

    public static (string? OptionLines, string Right) Of(QuestionContent content) => content.Kind switch
    {
        QuestionKind.Single or QuestionKind.Multiple => Chosen(content),
        QuestionKind.TrueFalse => (null, TrueOrFalse(content.IsTrue)),
        QuestionKind.FillIn => (null, FilledIn(content.Accepted)),
        _ => (null, Written(content.ModelAnswer)),
    };

    /// <summary>The field of a form in which what is right is given.</summary>
    public static string FieldOf(QuestionKind kind) => kind switch
    {
        QuestionKind.TrueFalse => nameof(QuestionContent.IsTrue),
        QuestionKind.FillIn => nameof(QuestionContent.Accepted),
        QuestionKind.ShortAnswer => nameof(QuestionContent.ModelAnswer),
        _ => FirstOption,
    };

    public static string Lines(string text) => text.Trim().ReplaceLineEndings("\n");

    private static (string OptionLines, string Right) Chosen(QuestionContent content)
    {
        var options = content.Options.Select((option, at) => (Field: $"{nameof(QuestionContent.Options)}[{at}].Text", Text: OneLine(option.Text), option.IsRight)).ToList();
        if (options.Find(o => o is { IsRight: true, Text.Length: 0 }) is { Field: { } empty }) throw new RuleBrokenException("Write this answer, or do not mark it as right.") { Field = empty };

        options.RemoveAll(o => o.Text.Length == 0);
        RefuseLongOrTwice(options.ConvertAll(o => (o.Field, o.Text)), Question.OptionMaxLength);
        if (options.Count is < 2 or > Question.MostOptions) throw new RuleBrokenException("Write two answers at least and {0} at most.", Question.MostOptions) { Field = FirstOption };

        var right = options.Index().Where(o => o.Item.IsRight).Select(o => (o.Index + 1).ToString(CultureInfo.InvariantCulture)).ToList();
        if (right.Count == 0) throw new RuleBrokenException("Mark the right answer.") { Field = FirstOption };
        if (content.Kind is QuestionKind.Single && right.Count > 1) throw new RuleBrokenException("Only one answer can be right here. For several, use a multiple choice.") { Field = FirstOption };

        return (string.Join('\n', options.Select(o => o.Text)), string.Join(',', right));
    }

    private static string TrueOrFalse(bool? isTrue) => isTrue?.ToString() ?? throw new RuleBrokenException("Say whether the statement is true or false.") { Field = nameof(QuestionContent.IsTrue) };

    private static string FilledIn(IReadOnlyList<string> accepted)
    {
        var answers = accepted.Select(OneLine).Where(a => a.Length > 0).ToList();
        if (answers.Count is < 1 or > Question.MostOptions) throw new RuleBrokenException("Write one right answer at least and {0} at most, each on a line of its own.", Question.MostOptions) { Field = nameof(QuestionContent.Accepted) };

        RefuseLongOrTwice(answers.ConvertAll(a => (nameof(QuestionContent.Accepted), a)), Question.FillInMaxLength);
        return string.Join('\n', answers);
    }

    private static string Written(string? model)
    {
        if (string.IsNullOrWhiteSpace(model)) throw new RuleBrokenException("Write what a good answer says: whoever marks goes by it.") { Field = nameof(QuestionContent.ModelAnswer) };
        if (model.Length > Question.TextMaxLength) throw new RuleBrokenException("A text is too long: at most {0} characters.", Question.TextMaxLength) { Field = nameof(QuestionContent.ModelAnswer) };

        return Lines(model);
    }

    private static void RefuseLongOrTwice(List<(string Field, string Text)> answers, int longest)
    {
        var seen = new HashSet<string>();
        foreach (var (field, text) in answers)
        {
            if (text.Length > longest) throw new RuleBrokenException("A text is too long: at most {0} characters.", longest) { Field = field };
            if (!seen.Add(Marking.Fold(text))) throw new RuleBrokenException("This answer appears twice: {0}", text) { Field = field };
        }
    }

    private static string OneLine(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
