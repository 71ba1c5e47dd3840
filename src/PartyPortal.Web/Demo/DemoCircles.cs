using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>A circle of the home branch in its second week, with the demo's member in it.</summary>
internal sealed class DemoCircles(TimeProvider clock) : IDemoContents
{
    private static readonly string[] Said = ["第二部分讲得最清楚，结合我们支部的例子更好懂。（演示）", "建议下次各带一个问题来。（演示）"];

    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        var today = clock.Today();
        var keys = Audience.KeysFor(Stage.Applicant, tree.Home);
        var materials = await db.StudyMaterials.Where(m => m.State == StudyState.Published && m.Kind == StudyKind.Article && keys.Contains(m.AudienceKey)).OrderBy(m => m.Id).Take(2).ToListAsync();
        var readers = people.All.Where(p => p.BranchId == tree.Home.Id && p.AccountId is not null && p.Stage is not Stage.Former).Take(8).ToList();

        var circle = new ReadingCircle(tree.Home.Id, "每周一读（演示）", "每周读一篇，周五晚上聊半小时。（演示）");
        circle.Admit(readers);
        var weeks = materials.Select((material, at) => circle.Add(material, today.AddDays(7 * (at - 1)), at == 0 ? "哪一段对我们支部最有用？（演示）" : null)).ToList();
        db.Add(circle);
        await db.SaveChangesAsync();
        db.AddRange(readers.Take(Said.Length).Select((p, at) => new CircleWord(weeks[0], new Viewer { AccountId = p.AccountId, PersonId = p.Id }, Said[at], today.AddDays(-3))));

        var note = new StudyNote(materials[0], readers[^1].AccountId!, null, "这一篇可以放进下次党课，周五一起说说。（演示）");
        note.ShowTo([.. readers.SkipLast(1).Select(p => p.Id)]);
        db.Add(note);
        await db.SaveChangesAsync();
    }
}
