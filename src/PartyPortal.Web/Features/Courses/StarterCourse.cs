using Markdig;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Web.Features.Courses;

public sealed record StarterLesson(string Title, string Summary, string Body, string? Regulation);

/// <summary>A course that comes with the portal. Taken over by an organisation, it is a course of its own and is changed as any other.</summary>
/// <param name="Name">By which it is known that an organisation has it already.</param>
/// <param name="Outline">What can be done afterwards, a line each.</param>
public sealed record StarterCourse(string Name, string Title, string Summary, string Outline, IReadOnlyList<StarterLesson> Lessons, IReadOnlyList<QuestionContent> Questions)
{
    public const string Source = "门户随附课程";

    public static readonly IReadOnlyList<StarterCourse> All = [Read("digital", StarterQuestions.Digital), Read("safety", StarterQuestions.Safety)];

    public string QuizTitle => $"{Title}：小测";

    /// <summary>The file: title, summary and outline; then a lesson below each heading, which ends in what it rests on.</summary>
    private static StarterCourse Read(string name, IReadOnlyList<QuestionContent> questions)
    {
        using var file = new StreamReader(typeof(StarterCourse).Assembly.GetManifestResourceStream($"starters/{name}.md")!);
        var parts = file.ReadToEnd().ReplaceLineEndings("\n").Split("\n## ");
        var head = parts[0].TrimStart('#', ' ').Split("\n\n", 3);
        return new(name, head[0], head[1], head[2].Replace("- ", "", StringComparison.Ordinal).Trim(), [.. parts.Skip(1).Select(Lesson)], questions);
    }

    private static StarterLesson Lesson(string part)
    {
        const string basis = "依据：";
        var paragraphs = part.Trim().Split("\n\n");
        return new(paragraphs[0], paragraphs[1], Markdown.ToHtml(string.Join("\n\n", paragraphs[2..].Where(p => !p.StartsWith(basis, StringComparison.Ordinal)))), paragraphs[^1].StartsWith(basis, StringComparison.Ordinal) ? paragraphs[^1][basis.Length..] : null);
    }
}
