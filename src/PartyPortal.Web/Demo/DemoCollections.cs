using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>Three collections: the office asks all 24 branches, a general branch its branches, the home branch its own people.</summary>
internal sealed class DemoCollections(DemoFiles files, TimeProvider clock) : IDemoContents
{
    private static readonly QuestionContent Plan = new(QuestionKind.Files, "活动方案") { Hint = "盖章后的扫描件或文档。", IsRequired = true, FileKinds = [FileKind.Pdf, FileKind.Document, FileKind.Text], MostFiles = 2, MostMegabytes = 20 };
    private static readonly QuestionContent Count = new(QuestionKind.Number, "预计参加人数") { IsRequired = true };
    private static readonly QuestionContent Term = new(QuestionKind.Choice, "计划时间") { IsRequired = true, Choices = ["第一季度", "第二季度", "第三季度", "第四季度"] };
    private static readonly QuestionContent Wish = new(QuestionKind.LongText, "希望党支部提供的帮助");

    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        var plans = Write(tree.Top, "2026年度主题党日活动方案（演示）", "<p>请各党支部报送主题党日活动方案，用于统筹场地。本收集为演示内容。</p>", CollectionReach.BranchesBelow, 5, Plan, Count, Term);
        var rooms = Write(tree.Marxism, "支部活动室使用需求（演示）", "<p>了解各支部使用活动室的需求，以便排班。</p>", CollectionReach.DirectBranches, 9, Count, Term);
        var wishes = Write(tree.Home, "暑期社会实践意向（演示）", "<p>了解参加意向，用于分组。不愿填写的可以不填“希望”一项。</p>", CollectionReach.PeopleHere, 7, Term, Wish);
        db.AddRange(plans, rooms, wishes);
        await db.SaveChangesAsync();

        var now = clock.UtcNow();
        plans.Open([.. tree.Leaves.Select(Ask)], false, null, Viewer.System, now);
        rooms.Open([.. tree.Leaves.Where(b => b.Parent == tree.Marxism).Select(Ask)], false, null, Viewer.System, now);
        wishes.Open([.. people.All.Where(p => p.Branch == tree.Home && p.Stage is not Stage.Former).Select(p => new Asked(p.BranchId, p.Id, p.Name, p.Number))], false, null, Viewer.System, now);
        foreach (var (index, answer) in plans.Answers.Where(a => a.OfBranchId != tree.Home.Id).Take(15).Index()) HandIn(answer, now, Term.Choices[index % 4], $"{12 + index}", "活动方案");
        foreach (var answer in wishes.Answers.Where(a => a.PersonId != people.All.Find(p => p.AccountId is not null && p.Branch == tree.Home)!.Id).Take(9)) HandIn(answer, now, Term.Choices[2], null, null);
        await db.SaveChangesAsync();
    }

    private Collection Write(Branch by, string title, string body, CollectionReach reach, int days, params QuestionContent[] questions)
    {
        var due = PortalClock.ToUtc(clock.Today().AddDays(days).ToDateTime(new TimeOnly(17, 0)));
        var collection = new Collection(by.Id, new CollectionContent(title, body, reach, due), Viewer.System, clock.UtcNow());
        foreach (var question in questions) collection.AddQuestion(question);
        return collection;
    }

    private static Asked Ask(Branch branch) => new(branch.Id, null, branch.Name, branch.Code);

    private void HandIn(CollectionAnswer answer, DateTime now, string term, string? count, string? file)
    {
        foreach (var question in answer.Collection.Questions)
        {
            if (question.Kind is QuestionKind.Choice) answer.Write(question, term, now);
            if (question.Kind is QuestionKind.Number) answer.Write(question, count, now);
            if (question.Kind is QuestionKind.Files && file is not null) answer.ChangeFiles(question, [], [files.Text(file, $"{answer.Name}：一起读书，一次参观，一次志愿服务。")]);
        }

        answer.HandIn(now);
    }
}
