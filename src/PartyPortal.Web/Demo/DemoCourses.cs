using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>Courses of what the demo has to study: one for everybody, one behind it, one of the demo's own branch, and a draft.</summary>
internal sealed class DemoCourses(TimeProvider clock) : IDemoContents
{
    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        var author = Viewer.System with { AccountId = await db.Users.Where(a => a.UserName == "demo-secretary").Select(a => a.Id).SingleAsync() };
        var reviewer = new Viewer { AccountId = await db.Users.Where(a => a.UserName == "demo-organisation-office").Select(a => a.Id).SingleAsync() };
        var materials = await db.StudyMaterials.Where(m => m.State == StudyState.Published).OrderBy(m => m.Id).ToListAsync();

        var digital = await MakeAsync(tree.Top, AudienceKind.Internet, "数字素养与网络安全入门", StudyCategory.Digital, "从账号密码到防范诈骗，面向所有师生。", isInOrder: true);
        var rules = await MakeAsync(tree.Top, AudienceKind.Internet, "党章党规学习起步", StudyCategory.Rules, "先学网络安全入门，再读规章。");
        var home = await MakeAsync(tree.Home, AudienceKind.Branch, "新成员支部生活指引", StudyCategory.Practice, "支部自己的入门课程。");
        await MakeAsync(tree.Home, AudienceKind.Branch, "主题党日怎样准备", StudyCategory.Practice, "还在编写。", isDraft: true);
        rules.Require([digital.Id], await db.CourseNeedsAsync(), _ => "", author);
        foreach (var course in new[] { digital, rules, home })
        {
            course.Publish(author, clock.UtcNow().AddDays(-9));
            if (course.State is StudyState.AwaitingApproval) course.Approve(reviewer, clock.UtcNow().AddDays(-8));
        }

        await db.SaveChangesAsync();

        async Task<Course> MakeAsync(Branch branch, AudienceKind audience, string title, StudyCategory category, string summary, bool isInOrder = false, bool isDraft = false)
        {
            var course = new Course(branch.Id, new CourseContent(title + "（演示）", category, audience)
            {
                Summary = summary,
                Outline = isDraft ? null : "一、了解基本要求\n二、对照身边的例子\n三、说出自己要怎么做",
                Responsible = isDraft ? null : branch.Name,
                IsInOrder = isInOrder,
                Hours = isDraft ? null : 4,
            }, author, clock.UtcNow());
            var open = materials.Where(m => Audience.Covers(m.Addressees, new(audience, branch.Id), branch)).ToList();
            foreach (var material in open.OrderByDescending(m => m.Category == category).ThenBy(m => m.Id).Take(4)) course.Add(material, author);
            db.Add(course);
            await db.SaveChangesAsync();
            return course;
        }
    }
}
