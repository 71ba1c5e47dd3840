using System.Text;

namespace PartyPortal.Domain.Quizzes;

/// <summary>Whether an answer is right. The same answer under the same key is always marked alike: neither time nor person comes in.</summary>
public static class Marking
{
    /// <param name="answer">The numbers of the chosen options, "True" or "False", or what was filled in.</param>
    /// <returns>Null for a short answer, which a person marks.</returns>
    public static bool? IsRight(QuestionKind kind, string key, string? answer) => kind switch
    {
        QuestionKind.ShortAnswer => null,
        QuestionKind.FillIn => Fold(answer) is { Length: > 0 } given && key.Split('\n').Any(accepted => Fold(accepted) == given),
        QuestionKind.Multiple => Numbers(answer).SetEquals(Numbers(key)),
        _ => answer == key,
    };

    /// <summary>Answers are compared without regard to width, case, and spaces around and beside each other.</summary>
    public static string Fold(string? text) =>
        string.Join(' ', (text ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static HashSet<string> Numbers(string? chosen) => [.. (chosen ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)];
}
