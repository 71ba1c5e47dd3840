using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Quizzes;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>A line of a quiz: a question with its text, or a tag with how many questions stand under it.</summary>
public sealed record QuizLine(QuizItem Item, QuestionKind? Kind, string? Text, bool IsWithdrawn, int InBank);

/// <summary>A quiz with its lines, for its authors.</summary>
public sealed record QuizPage(Quiz Quiz, IReadOnlyList<QuizLine> Lines)
{
    public static async Task<QuizPage> LoadAsync(PortalDb db, Quiz quiz)
    {
        var chosen = quiz.ChosenQuestions.ToList();
        var questions = await db.Questions.Where(q => chosen.Contains(q.Id)).Select(q => new { q.Id, q.Kind, q.Text, IsWithdrawn = q.WithdrawnBecause != null }).ToDictionaryAsync(q => q.Id);
        List<QuizLine> lines = [];
        foreach (var item in quiz.Items)
        {
            var question = questions.GetValueOrDefault(item.QuestionId ?? 0);
            lines.Add(new QuizLine(item, question?.Kind, question?.Text, question?.IsWithdrawn ?? false, item.Tag is { } tag ? await db.CountUnderAsync(quiz, tag) : 0));
        }

        return new QuizPage(quiz, lines);
    }
}
