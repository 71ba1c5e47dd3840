using PartyPortal.Domain;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.Files;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Collections;

/// <summary>What somebody answers: to each question a text, choices or files.</summary>
public sealed class AnswerForm : IFormOf<AnswerForm, CollectionAnswer>
{
    public List<GivenAnswer> Given { get; set; } = [];

    /// <summary>The button that keeps it without handing it in.</summary>
    public bool IsDraft { get; set; }

    public Guid Version { get; set; }

    public static AnswerForm For(CollectionAnswer answer) => new()
    {
        Given = [.. (answer.Collection?.Questions ?? []).Select(q => GivenAnswer.Of(q, answer.Value(q.Number)))],
        Version = answer.Version,
    };

    /// <summary>Where the sentence about a question stands.</summary>
    public string FieldOf(int question)
    {
        var at = Given.FindIndex(g => g.Question == question);
        return at < 0 ? "" : $"Given[{at}].{Given[at].Field}";
    }

    /// <returns>The files that are dropped, to be removed with their bytes.</returns>
    public async Task<IReadOnlyList<CollectionFile>> ApplyToAsync(CollectionAnswer answer, Arrivals arrivals, DateTime now)
    {
        List<CollectionFile> dropped = [];
        foreach (var given in Given)
        {
            if (answer.Collection.Question(given.Question) is not { } question) continue;

            given.Kind = question.Kind;
            if (question.Kind is not QuestionKind.Files) answer.Write(question, given.Typed, now);
            else dropped.AddRange(await TakeAsync(answer, question, given, arrivals));
        }

        return dropped;
    }

    private async Task<IReadOnlyList<CollectionFile>> TakeAsync(CollectionAnswer answer, CollectionQuestion question, GivenAnswer given, Arrivals arrivals)
    {
        var field = FieldOf(question.Number);
        var added = await arrivals.TakeAsync(given.Files, field, FileUse.Answer, question.MostFiles);
        try
        {
            return answer.ChangeFiles(question, given.Dropped, added);
        }
        catch (RuleBrokenException refused)
        {
            throw new RuleBrokenException(refused.Message, refused.Details) { Field = field };
        }
    }
}

public sealed class GivenAnswer
{
    public int Question { get; set; }
    public string? Text { get; set; }
    public List<string> Chosen { get; set; } = [];
    public ChosenFiles Files { get; set; } = new();

    /// <summary>Files sent before that are to go.</summary>
    public List<int> Dropped { get; set; } = [];

    /// <summary>Never from the browser: the question's own.</summary>
    internal QuestionKind Kind { get; set; }

    internal string Field => Kind switch { QuestionKind.Files => nameof(Files), QuestionKind.Choices => nameof(Chosen), _ => nameof(Text) };

    internal string? Typed => Kind is QuestionKind.Choices ? string.Join('\n', Chosen) : Text;

    public static GivenAnswer Of(CollectionQuestion question, string? text) => new()
    {
        Question = question.Number,
        Kind = question.Kind,
        Text = text,
        Chosen = question.Kind is QuestionKind.Choices ? [.. text?.Split('\n') ?? []] : [],
    };
}
