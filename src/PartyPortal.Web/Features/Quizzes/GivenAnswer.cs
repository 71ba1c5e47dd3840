using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>What a browser sends as the answer to one question: a number, "True" or "False" or words; the numbers of several.</summary>
public class GivenAnswer
{
    public string? Text { get; set; }

    public List<string> Chosen { get; set; } = [];

    /// <summary>In the one dress in which answers are kept and marked; null where there is none.</summary>
    public string? Answer(QuestionKind kind) =>
        (kind is QuestionKind.Multiple ? string.Join(',', Chosen.Distinct().Order(StringComparer.Ordinal)) : Text?.Trim()) is { Length: > 0 } answer ? answer : null;
}
