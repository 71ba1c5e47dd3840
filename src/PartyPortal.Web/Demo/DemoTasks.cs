using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Todos;
using PartyPortal.Domain.WorkCalendar;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>Plants what the university asks of its units and a general branch of its branches: some have replied, one has sent it back, one is late and was reminded of.</summary>
internal sealed class DemoTasks(TimeProvider clock) : IDemoContents
{
    private static readonly string[] Replies =
    [
        "活动室一间，可容三十人，每周三下午开放。（演示）", "与工会合用一间，需提前预约。（演示）", "暂无固定场地，使用系会议室。（演示）",
    ];

    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        Add(db, tree, tree.Marxism, "报送支部活动场地情况（演示）", "请说明支部现有的活动场地、容量和开放时间。（演示）", -70, -60, replies: 3).Close(clock.Today().AddDays(-58));
        Add(db, tree, tree.Marxism, "报送支部活动场地情况 （演示）", "场地有变化的请写明，没有变化的照上次答复即可。（演示）", -2, 6, replies: 1);
        Add(db, tree, tree.Top, "报送下季度学习安排（演示）", "请用一段话写明下季度的学习主题和时间。（演示）", -12, -1, replies: 4);
        // Enough of them to say how long a reply takes.
        for (var month = 6; month > 1; month--) Add(db, tree, tree.Marxism, $"每月学习小结之{month}（演示）", "请用一段话小结本月学习。（演示）", (-30 * month) - 20, (-30 * month) - 10, replies: 3).Close(clock.Today().AddDays((-30 * month) - 9));
        var late = Add(db, tree, tree.Marxism, "报送活动室开放时间（演示）", "请写明活动室每周的开放时间。（演示）", -21, -12, replies: 2);
        await db.SaveChangesAsync();
        Remind(db, late.Replies.Single(r => r.State is ReplyState.Open), tree);
        await db.SaveChangesAsync();
    }

    private static void Remind(PortalDb db, BranchReply reply, DemoTree tree)
    {
        var thing = new LateThing(Step.TaskReply, $"{reply.Id}", reply.BranchId, reply.Task.DueOn, []) { Title = reply.Task.Title };
        foreach (var (rung, days, to, office) in new (Rung, int, Branch, Role?)[] { (Rung.Own, 1, reply.Branch, Role.Secretary), (Rung.Beside, 3, reply.Branch, null), (Rung.Above, 5, tree.Marxism, Role.GeneralBranchSecretary) })
            db.Add(new LadderStep(thing, rung, reply.BranchId, to.Id, office, WorkingDays.OfTheWeek.After(thing.Due, days)));
    }

    private BranchTask Add(PortalDb db, DemoTree tree, Branch asks, string title, string text, int set, int due, int replies)
    {
        var day = clock.Today().AddDays(set);
        var task = new BranchTask(asks.Id, title, text, clock.Today().AddDays(due), tree.Branches.Where(b => b.Parent == asks), day);
        foreach (var (reply, at) in task.Replies.OrderBy(r => r.Branch == tree.Home).Take(replies).Select((r, at) => (r, at)))
        {
            if (at == 3) reply.SendBack("本单位学习由学校统一安排，不另报。（演示）", day.AddDays(at + 1));
            else reply.Reply(Replies[at % Replies.Length], day.AddDays(at + 1));
        }

        db.Add(task);
        return task;
    }
}
