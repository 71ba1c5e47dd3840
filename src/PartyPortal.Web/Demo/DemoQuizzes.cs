using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>A quiz that the home branch asks its people to pass and that ends its course, one that is only offered, and a draft. The demo's member has tried one and appeals against a question; some short answers wait to be marked.</summary>
internal sealed class DemoQuizzes(TimeProvider clock) : IDemoContents
{
    private const int Others = 3;

    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        var author = Viewer.System with { AccountId = await db.Users.Where(a => a.UserName == "demo-secretary").Select(a => a.Id).SingleAsync() };
        var now = clock.UtcNow();
        var bank = await db.Questions.Where(q => q.BranchId == tree.Home.Id).OrderBy(q => q.Id).ToListAsync();

        var asked = new Quiz(tree.Home.Id, new QuizContent("数字素养与网络安全小测（演示）", AudienceKind.Branch)
        {
            Introduction = "共五题，开卷。答案随选随存，换一台设备也能接着答。",
            PassMark = 60,
            IsOpenBook = true,
            DueOn = clock.Today().AddDays(10),
        }, author, now.AddDays(-2));
        foreach (var question in bank.Where(q => q.Tags.Any(t => t.Name == "数字素养") || q.Kind is QuestionKind.ShortAnswer)) asked.Choose(question, author, now.AddDays(-2));
        asked.Publish(author, now.AddDays(-2));

        var offered = new Quiz(tree.Home.Id, new QuizContent("党内法规随机练习（演示）", AudienceKind.Subtree) { Introduction = "每次随机抽题，可以反复练习。", MostAttempts = null, IsOpenBook = false, Minutes = 20 }, author, now.AddDays(-1));
        offered.Draw("发展党员", 3, 3, author, now.AddDays(-1));
        offered.Draw("组织生活", 2, 2, author, now.AddDays(-1));
        offered.Publish(author, now.AddDays(-1));

        var draft = new Quiz(tree.Home.Id, new QuizContent("组织生活制度测验（草稿）", AudienceKind.Branch), author, now);
        draft.Draw("组织生活", 2, 2, author, now);

        db.AddRange(asked, offered, draft);
        await db.SaveChangesAsync();
        (await db.Courses.Include(c => c.Branch).Include(c => c.Lessons).SingleAsync(c => c.BranchId == tree.Home.Id && c.State == StudyState.Published)).Add(asked, author);
        await AnswerAsync(db, asked, bank.FindAll(q => asked.ChosenQuestions.Contains(q.Id)), people);
    }

    /// <summary>The member gets half of it right; a few others have handed in and wait for a person.</summary>
    private async Task AnswerAsync(PortalDb db, Quiz quiz, List<Question> questions, DemoPeople people)
    {
        var member = await db.Users.Where(a => a.UserName == "demo-member").Select(a => a.Id).SingleAsync();
        var today = clock.Today();
        var mine = new QuizAttempt(quiz, [.. questions.Where(q => q.Kind is not QuestionKind.ShortAnswer)], 1, member, clock.UtcNow());
        foreach (var (at, answer) in mine.Answers.Index()) answer.Take(null, at % 2 == 0 ? answer.Question.RightAnswer : "1");
        mine.HandIn(today.AddDays(-1));
        db.Add(mine);
        db.Add(new Appeal(mine.Answers[1], "第四项“提供意见建议入口”是不是也应当算？请核对原文。（演示）", days: 7, today));
        db.AddRange(mine.Answers.Where(a => a.Mark is Mark.Wrong).Select(a => new Mistake(member, a.QuestionId, today.AddDays(-1))));

        foreach (var person in people.All.Where(p => p.AccountId is not null && p.AccountId != member && p.Stage is not Stage.Former).Take(Others))
        {
            var attempt = new QuizAttempt(quiz, questions, 1, person.AccountId!, clock.UtcNow());
            foreach (var answer in attempt.Answers) answer.Take(null, answer.Question.Kind is QuestionKind.ShortAnswer ? "名单里有个人信息，群里的文件会被转存，收不回来。" : answer.Question.RightAnswer);
            db.AddRange(attempt.HandIn(today.AddDays(-1)));
            db.Add(attempt);
        }

        await db.SaveChangesAsync();
    }
}
