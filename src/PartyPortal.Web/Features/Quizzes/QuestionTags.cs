using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;

namespace PartyPortal.Web.Features.Quizzes;

internal static class QuestionTags
{
    // More than anybody looks through.
    private const int Most = 300;

    /// <summary>Under which questions in use stand that the author keeps, to be offered while one types.</summary>
    public static Task<List<string>> QuestionTagsAsync(this PortalDb db) =>
        db.Questions.Where(q => q.WithdrawnBecause == null && q.Branch.Path.StartsWith(db.Viewer.Path)).SelectMany(q => q.Tags).Select(t => t.Name).Distinct().OrderBy(name => name).Take(Most).ToListAsync();
}
