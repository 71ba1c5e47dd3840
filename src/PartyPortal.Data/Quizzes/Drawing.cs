using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Data.Quizzes;

/// <summary>Looks into the bank on behalf of those who do not see it: learners get the questions that are drawn for them, and no others.</summary>
public static class Drawing
{
    /// <summary>The questions of a new attempt, in the order of the quiz. What is not in use is left out; of a tag with too few questions all are asked.</summary>
    public static async Task<List<Question>> DrawAsync(this PortalDb db, Quiz quiz, Random chance)
    {
        var chosen = quiz.ChosenQuestions.ToList();
        var questions = await Bank(db).Where(q => chosen.Contains(q.Id)).ToDictionaryAsync(q => q.Id);
        var path = await db.Branches.Where(b => b.Id == quiz.BranchId).Select(b => b.Path).SingleAsync();
        List<Question> drawn = [];
        foreach (var item in quiz.Items)
        {
            if (item.QuestionId is { } id && questions.TryGetValue(id, out var question)) drawn.Add(question);
            if (item.Tag is not { } tag) continue;

            var taken = drawn.ConvertAll(q => q.Id).Union(chosen).ToList();
            var pool = await Bank(db).Where(q => q.Branch.Path.StartsWith(path) && q.Tags.Any(t => t.Name == tag) && !taken.Contains(q.Id)).OrderBy(q => q.Id).Select(q => q.Id).ToArrayAsync();
            chance.Shuffle(pool);
            var picked = pool.Take(item.Count).ToList();
            drawn.AddRange((await Bank(db).Where(q => picked.Contains(q.Id)).ToListAsync()).OrderBy(q => picked.IndexOf(q.Id)));
        }

        return drawn;
    }

    /// <summary>How many questions in use stand under a tag for this quiz, apart from those that are chosen: a figure for its author.</summary>
    public static async Task<int> CountUnderAsync(this PortalDb db, Quiz quiz, string tag)
    {
        var chosen = quiz.ChosenQuestions.ToList();
        var path = await db.Branches.Where(b => b.Id == quiz.BranchId).Select(b => b.Path).SingleAsync();
        return await Bank(db).CountAsync(q => q.Branch.Path.StartsWith(path) && q.Tags.Any(t => t.Name == tag) && !chosen.Contains(q.Id));
    }

    /// <summary>Whether anybody was asked the question: a yes or no, and nothing of them.</summary>
    public static Task<bool> IsAskedAsync(this PortalDb db, int questionId) => db.AttemptAnswers.IgnoreQueryFilters([Visibility.Filter]).AnyAsync(a => a.QuestionId == questionId);

    private static IQueryable<Question> Bank(PortalDb db) => db.Questions.IgnoreQueryFilters([Visibility.Filter]).Where(q => q.WithdrawnBecause == null);
}
