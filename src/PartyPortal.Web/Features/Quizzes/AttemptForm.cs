using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>All answers of an attempt, as one window shows them.</summary>
public sealed class AttemptForm : IForm
{
    public List<ShownAnswer> Answers { get; set; } = [];

    /// <summary>The button that goes on to handing it in.</summary>
    public bool IsLast { get; set; }

    public static AttemptForm For(QuizAttempt attempt) => new() { Answers = [.. attempt.Answers.Select(ShownAnswer.Of)] };
}

/// <summary>An answer as a window shows it, with what it showed at first: only what was changed in the window is saved.</summary>
public sealed class ShownAnswer : GivenAnswer
{
    public int Position { get; set; }
    public string? Seen { get; set; }
    public Guid Version { get; set; }

    public static ShownAnswer Of(AttemptAnswer answer) => new()
    {
        Position = answer.Position,
        Seen = answer.Given,
        Version = answer.Version,
        Text = answer.Given,
        Chosen = answer.Question.Kind is QuestionKind.Multiple ? [.. answer.Given?.Split(',') ?? []] : [],
    };
}
