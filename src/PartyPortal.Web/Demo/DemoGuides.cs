using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Guides;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>Plants the guides, each with a form to download; one waits for approval and one has not been confirmed for a year.</summary>
internal sealed class DemoGuides(DemoFiles files, TimeProvider clock) : IDemoContents
{
    private static readonly (GuideTopic Topic, string Title, string Summary, string Steps, string Form)[] All =
    [
        (GuideTopic.Joining, "如何提交入党申请书", "适用于年满十八周岁、自愿申请入党的师生。", "阅读党章，了解党员的条件和义务。\n手写入党申请书并签名、注明日期。\n交给所在党支部书记或副书记。\n等待党支部派人谈话。", "入党申请书格式说明"),
        (GuideTopic.Joining, "思想汇报怎么写、交给谁", "适用于入党积极分子和发展对象。", "结合近期学习和工作写清思想认识。\n交给培养联系人。\n听取培养联系人的意见。", "思想汇报格式说明"),
        (GuideTopic.Transfer, "毕业生组织关系如何转出", "适用于毕业离校的党员。", "确认接收单位党组织的全称。\n填写转出申请表。\n由党支部书记签字后交党总支办公室。\n报到后把回执交回原党支部。", "组织关系转出申请表"),
        (GuideTopic.Transfer, "新生党员组织关系如何转入", "适用于新入校的党员。", "持介绍信到学院党总支报到。\n核对党员档案材料。\n由党支部编入党小组。", "转入登记表"),
        (GuideTopic.Dues, "党费如何缴纳", "适用于全体党员。", "向党支部核对本人的党费标准。\n每月按时交给党支部的组织委员。\n保存缴纳记录。", "党费缴纳记录表"),
        (GuideTopic.Meetings, "支部大会如何召开", "适用于党支部委员。", "确定议题和时间，提前通知全体党员。\n清点到会人数，由主持人宣布开会。\n讨论并形成决议，做好记录。\n会后向缺席的党员传达。", "会议记录表"),
        (GuideTopic.BranchWork, "党支部如何按期换届", "适用于任期将满的党支部。", "任期届满前向上级党组织提交换届请示。\n征求党员意见，酝酿候选人。\n召开党员大会选举。\n报上级党组织批准。", "换届请示格式说明"),
    ];

    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        var (writer, reviewer) = (await ViewerAsync(db, "organisation-office"), await ViewerAsync(db, "general-branch-secretary"));
        foreach (var (index, text) in All.Index())
        {
            var checkedOn = clock.Today().AddMonths(index is 4 ? -13 : -index);
            var content = new GuideContent($"{text.Title}（演示）", text.Topic, text.Summary, text.Steps) { Office = "行政楼 201（演示）", Hours = "工作日 8:30–11:30，14:00–17:00", Telephone = "000-00000001" };
            var guide = new Guide(tree.Top.Id, content, writer, checkedOn);
            guide.ChangeDownloads([], [files.Text(text.Form, "姓名：", "所在党支部：", "日期：")]);
            guide.Submit(writer);
            if (index < All.Length - 1) guide.Approve(reviewer, clock.UtcNow().AddDays(-index));
            db.Add(guide);
        }

        await db.SaveChangesAsync();
    }

    private static async Task<Viewer> ViewerAsync(PortalDb db, string name) => new() { AccountId = await db.Users.Where(a => a.UserName == $"demo-{name}").Select(a => a.Id).SingleAsync() };
}
