using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Quizzes;

/// <summary>Questions, quizzes and answers past all pages.</summary>
internal static class Planting
{
    public static QuestionContent Single => new(QuestionKind.Single, Portal.Unique("How many class hours a year? "))
    {
        Options = [new("16", false), new("32", true), new("56", false)],
        Article = "Regulation on education, Article 20",
    };

    public static QuestionContent Multiple => new(QuestionKind.Multiple, Portal.Unique("Which of them? ")) { Options = [new("a", true), new("b", true), new("c", false)], IsUnverified = true };

    public static QuestionContent FillIn => new(QuestionKind.FillIn, Portal.Unique("Fill in the hours: ")) { Accepted = ["32", "thirty-two"], IsUnverified = true };

    public static QuestionContent ShortAnswer => new(QuestionKind.ShortAnswer, Portal.Unique("Say why: ")) { ModelAnswer = "Because of the law", IsUnverified = true };

    public static Task<int> PlantQuestionAsync(this Portal portal, Branch branch, Func<QuestionContent, QuestionContent>? change = null, QuestionContent? content = null) => portal.InDbAsync(async db =>
    {
        var plain = content ?? Single;
        var question = new Question(branch.Id, change?.Invoke(plain) ?? plain, Viewer.System, portal.Clock.UtcNow());
        db.Add(question);
        await db.SaveChangesAsync();
        return question.Id;
    });

    /// <summary>Published for the branch, with these questions in this order.</summary>
    public static Task<int> PlantQuizAsync(this Portal portal, Branch branch, Func<QuizContent, QuizContent>? change = null, params int[] questions) => portal.InDbAsync(async db =>
    {
        var plain = new QuizContent(Portal.Unique("Quiz"), AudienceKind.Branch);
        var quiz = new Quiz(branch.Id, change?.Invoke(plain) ?? plain, Viewer.System, portal.Clock.UtcNow());
        foreach (var id in questions) quiz.Choose(await db.Questions.SingleAsync(q => q.Id == id), Viewer.System, portal.Clock.UtcNow());
        if (questions is not []) quiz.Publish(Viewer.System, portal.Clock.UtcNow());
        db.Add(quiz);
        await db.SaveChangesAsync();
        return quiz.Id;
    });

    /// <summary>Somebody's words that wait to be marked.</summary>
    public static async Task<int> PlantWordsAsync(this Portal portal, Branch branch, string text)
    {
        var quiz = await portal.PlantQuizAsync(branch, null, await portal.PlantQuestionAsync(branch, content: ShortAnswer));
        return await portal.InDbAsync(async db =>
        {
            var name = Portal.Unique("words");
            var account = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, State = AccountState.Active, SecurityStamp = name };
            var attempt = new QuizAttempt(await db.Quizzes.SingleAsync(q => q.Id == quiz), await db.Questions.Where(q => q.BranchId == branch.Id && q.Kind == QuestionKind.ShortAnswer).ToListAsync(), 1, account.Id, portal.Clock.UtcNow());
            attempt.Answers[0].Take(null, text);
            var words = attempt.HandIn(portal.Today);
            db.AddRange(account, attempt);
            db.AddRange(words);
            await db.SaveChangesAsync();
            return words[0].Id;
        });
    }

    /// <summary>Somebody who answered the question wrongly says that it is wrong itself.</summary>
    public static Task<int> PlantAppealAsync(this Portal portal, Branch branch, int question, string reason) => portal.InDbAsync(async db =>
    {
        var name = Portal.Unique("appeal");
        var account = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, State = AccountState.Active, SecurityStamp = name };
        var asked = await db.Questions.SingleAsync(q => q.Id == question);
        var quiz = new Quiz(branch.Id, new QuizContent(Portal.Unique("Quiz"), AudienceKind.Branch), Viewer.System, portal.Clock.UtcNow());
        quiz.Choose(asked, Viewer.System, portal.Clock.UtcNow());
        quiz.Publish(Viewer.System, portal.Clock.UtcNow());
        db.AddRange(account, quiz);
        await db.SaveChangesAsync();

        var attempt = new QuizAttempt(quiz, [asked], 1, account.Id, portal.Clock.UtcNow());
        attempt.HandIn(portal.Today);
        db.Add(attempt);
        await db.SaveChangesAsync();

        var appeal = new Appeal(attempt.Answers[0], reason, 7, portal.Today);
        db.Add(appeal);
        await db.SaveChangesAsync();
        return appeal.Id;
    });
}
