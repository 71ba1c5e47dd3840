using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Quizzes;

/// <summary>Questions past all pages.</summary>
internal static class Planting
{
    public static QuestionContent Single => new(QuestionKind.Single, Portal.Unique("How many class hours a year? "))
    {
        Options = [new("16", false), new("32", true), new("56", false)],
        Article = "Regulation on education, Article 20",
    };

    public static QuestionContent FillIn => new(QuestionKind.FillIn, Portal.Unique("Fill in the hours: ")) { Accepted = ["32", "thirty-two"], IsUnverified = true };

    public static Task<int> PlantQuestionAsync(this Portal portal, Branch branch, Func<QuestionContent, QuestionContent>? change = null, QuestionContent? content = null) => portal.InDbAsync(async db =>
    {
        var plain = content ?? Single;
        var question = new Question(branch.Id, change?.Invoke(plain) ?? plain, Viewer.System, portal.Clock.UtcNow());
        db.Add(question);
        await db.SaveChangesAsync();
        return question.Id;
    });
}
