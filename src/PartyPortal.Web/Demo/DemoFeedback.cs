using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.WorkCalendar;
using PartyPortal.Web.Platform;
using static PartyPortal.Domain.Feedback.FeedbackKind;

namespace PartyPortal.Web.Demo;

/// <summary>Plants messages in every state: signed and not, about an office holder, answered, asked again, closed.</summary>
internal sealed class DemoFeedback(TimeProvider clock) : IDemoContents
{
    private const string Home = "马克思主义学院本科生党支部";
    private const string Graduates = "马克思主义学院研究生党支部";
    private const string Marxism = "马克思主义学院党总支";
    private const string University = "中共江海大学委员会（演示）";

    private static readonly Signature Signed = new("王一诺（演示）", null);
    private static readonly Signature WithContact = new("李文博（演示）", "000-00000002");

    // Office and sender by turns; what is closed has an opinion.
    private static readonly Message[] All =
    [
        new(Suggestion, Home, -1, "支部大会能不能提前一周告知时间？临时通知容易和实验课冲突。（演示）") { By = Signed, Idea = "支部大会提前一周告知时间。（演示）" },
        new(Question, Home, -3, "我下学期去外地交流半年，组织关系需要转出吗？（演示）") { By = WithContact, Words = ["交流不满六个月的，组织关系可以不转，请与支部保持联系，每季度通一次电话。"] },
        new(Help, Home, -12, "家里突然遇到困难，想了解党内帮扶怎样申请。（演示）") { By = WithContact, Words = ["已经电话联系，申请材料由支部代为准备，您只需签字。", "谢谢，已经收到帮扶款。"], IsClosed = true, Opinion = Satisfaction.Satisfied },
        new(Praise, Home, -6, "感谢考试周值夜的党员同学，半夜的热水很暖。（演示）") { By = Signed, Words = ["已转告他们，谢谢您的鼓励。"], IsClosed = true },
        new(Problem, Home, -2, "活动室的投影仪坏了一个月，每次党课都看不清。（演示）") { MoreTime = "需要向学校申请维修经费，已经提交，批复后立即维修。" },
        new(Suggestion, Graduates, -5, "希望组织生活少念文件、多讨论问题。（演示）") { Words = ["您说得对。从下月起，每次支部会留出一半时间讨论一个具体问题，议题由大家提。"] },
        new(Problem, Graduates, -9, "发展党员的材料反复要求重填，同样的内容写了三遍。（演示）") { Words = ["已核实，两份表格由支部依据档案填写，不再要求本人重复填写。", "现在还差一份，仍让我自己抄。"] },
        new(Question, Graduates, -15, "预备期内换了导师和课题组，需要重新计算预备期吗？（演示）") { Words = ["不需要，预备期连续计算。"], IsClosed = true, Opinion = Satisfaction.Satisfied },
        new(Problem, Home, -4, "支部书记连续两次没有通知申请人参加活动。（演示）") { About = Role.Secretary },
        new(Suggestion, Marxism, -7, "总支的学习交流会可以请学生来主持。（演示）") { By = Signed },
        new(Suggestion, University, -2, "行政楼的党员服务窗口中午没有人，能不能安排值班？（演示）") { Words = ["已调整：自下月起中午安排一人值班，见本月公告。"] },
        new(Question, University, -20, "毕业后暂时没有落实单位，组织关系可以留在学校多久？（演示）") { Words = ["一般可以保留，期限以组织部答复为准（待核）；请先与所在支部联系办理保留手续。"], IsClosed = true, Opinion = Satisfaction.Partly },
    ];

    private static readonly (string Branch, int Day, string Said, string Did)[] Deeds =
    [
        (University, -2, "行政楼的党员服务窗口中午没有人。（演示）", "中午安排一人值班，时间已贴在窗口并写入办事指南。（演示）"),
        (Graduates, -4, "组织生活少念文件、多讨论问题。（演示）", "每次支部会留出一半时间讨论一个具体问题，已开两次。（演示）"),
        (Home, -10, "考试周自习室座位不够。（演示）", "支部与学院协调，考试周开放两间教室作自习室。（演示）"),
    ];

    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        db.Add(new FeedbackTopic { Name = "组织关系与党费（演示）", NameInEnglish = "Membership and dues (demo)", OfficeId = tree.Named(University).Id });
        db.Add(new FeedbackTopic { Name = "场地与设备（演示）", NameInEnglish = "Rooms and equipment (demo)" });
        foreach (var message in All)
        {
            var item = Write(message, tree);
            db.Add(item);
            if (message.Idea is { } idea) db.Add(Adopted(new Idea(item, idea, clock.Today().AddDays(-1))));
        }

        foreach (var (branch, day, said, did) in Deeds) db.Add(Told(new Deed(tree.Named(branch).Id, said, did, clock.Today().AddDays(day), Viewer.System, clock.Today())));
        await db.SaveChangesAsync();
    }

    private FeedbackItem Write(Message message, DemoTree tree)
    {
        var branch = tree.Named(message.Branch);
        var (sent, later) = (ClockOn(message.Day), ClockOn(message.Day + 1));
        var item = new FeedbackItem(message.Kind, message.Text, branch, message.About, message.By, ReceiptCode.HashOf(ReceiptCode.Of(Guid.NewGuid())), sent) { MayBeTold = message.Idea is not null };
        foreach (var (index, words) in message.Words.Index())
        {
            if (index % 2 == 0) item.Answer(words, later);
            else item.Reply(words, later);
        }

        if (message.MoreTime is { } reason) item.Extend(5, reason, later);
        if (message.Opinion is { } opinion) item.Rate(opinion);
        if (message.IsClosed && item.State is FeedbackState.Received) item.Answer("已收到您的回复。", later);
        if (message.IsClosed) item.Close(later);
        return item;
    }

    private Idea Adopted(Idea idea)
    {
        idea.Decide(IdeaOutcome.Adopted, "自下月起执行，时间写入支部工作安排。（演示）", clock.Today());
        return idea;
    }

    // Somebody else than the portal, which wrote the entry.
    private static readonly Viewer Reviewer = new() { AccountId = "" };

    private static Deed Told(Deed deed)
    {
        deed.Submit(Viewer.System);
        deed.Approve(Reviewer);
        return deed;
    }

    private FeedbackClock ClockOn(int day) => new(clock.Today().AddDays(day), WorkingDays.OfTheWeek);

    private sealed record Message(FeedbackKind Kind, string Branch, int Day, string Text)
    {
        public Role? About { get; init; }
        public Signature? By { get; init; }
        public string[] Words { get; init; } = [];
        public string? Idea { get; init; }
        public string? MoreTime { get; init; }
        public bool IsClosed { get; init; }
        public Satisfaction? Opinion { get; init; }
    }
}
