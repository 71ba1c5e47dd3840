using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>A bank of twelve questions on rules and digital literacy. What was read in one source only is marked as unverified.</summary>
internal sealed class DemoQuestions(TimeProvider clock) : IDemoContents
{
    private const string Development = "《中国共产党发展党员工作细则》（2026年修订）";
    private const string Education = "《中国共产党党员教育管理工作条例》";

    private static readonly QuestionContent[] Written =
    [
        new(QuestionKind.Single, "入党积极分子一般由几名正式党员担任培养联系人？")
        {
            Options = [new("一至二名", true), new("三至五名", false), new("不限", false), new("由本人自定", false)],
            Article = Development + "第九条", Explanation = "党支部指定一至二名正式党员，持续联系和考察。", Tags = ["发展党员"],
        },
        new(QuestionKind.Single, "发展对象的短期集中培训，一般不少于多长时间？")
        {
            Options = [new("一天或八个学时", false), new("三天或二十四个学时", true), new("五天或四十个学时", false)],
            Article = Development + "第十七条", Explanation = "按天或按学时计算均可，二者满足其一。", Tags = ["发展党员", "学时"],
        },
        new(QuestionKind.Single, "预备党员的预备期，从哪一天算起？")
        {
            Options = [new("递交入党申请书之日", false), new("支部大会通过其为预备党员之日", true), new("上级党委审批之日", false), new("入党宣誓之日", false)],
            Article = Development + "第三十一条", Explanation = "预备期为一年，自支部大会通过之日起算，与审批日期无关。", Tags = ["发展党员"],
        },
        new(QuestionKind.Single, "扫码登录页面要求填写身份证号、银行卡号和短信验证码，比较稳妥的做法是？")
        {
            Options = [new("按页面要求填写", false), new("只填一半", false), new("不填，向主办单位核实", true), new("转发给同学试一试", false)],
            IsUnverified = true, Article = "《中华人民共和国个人信息保护法》第六条", Explanation = "收集个人信息应限于实现目的的最小范围；登录一个学习页面用不着银行卡号和验证码。", Tags = ["数字素养", "网络安全"],
        },
        new(QuestionKind.Multiple, "政务移动互联网应用程序中，下列哪些做法是被禁止的？")
        {
            Options = [new("强制签到打卡", true), new("积分排名", true), new("统计在线时长并作为考核", true), new("提供意见建议入口", false)],
            Article = "国办函〔2026〕12号", Explanation = "意见建议入口是应当提供的，其余三项属于“指尖上的形式主义”。", Tags = ["数字素养", "减负"],
        },
        new(QuestionKind.Multiple, "收到“学校财务处”发来的陌生链接，哪些做法是合适的？")
        {
            Options = [new("从学校官网进入办理", true), new("打电话向财务处核实", true), new("先点开看看再说", false), new("不在链接页面输入密码", true)],
            IsUnverified = true, Article = "《中华人民共和国网络安全法》", Explanation = "仿冒单位名称是常见手法；从自己知道的入口办理，链接就骗不到你。", Tags = ["数字素养", "网络安全"],
        },
        new(QuestionKind.Multiple, "下列信息中，哪些属于敏感个人信息？")
        {
            Options = [new("特定身份", true), new("行踪轨迹", true), new("医疗健康", true), new("公开发表的论文题目", false)],
            IsUnverified = true, Article = "《中华人民共和国个人信息保护法》第二十八条", Explanation = "敏感个人信息一旦泄露容易使人受到侵害，处理时要有特定目的和严格保护。", Tags = ["数字素养"],
        },
        new(QuestionKind.TrueFalse, "主题党日一般每月相对固定一天。")
        {
            IsTrue = true, Article = Education + "第十六条", Explanation = "日子相对固定，便于党员安排时间。", Tags = ["组织生活"],
        },
        new(QuestionKind.TrueFalse, "组织生活会三年召开一次即可。")
        {
            IsTrue = false, Article = Education + "第十七条", Explanation = "每年至少召开一次。", Tags = ["组织生活"],
        },
        new(QuestionKind.FillIn, "党员每年参加集中学习培训的时间一般不少于____学时。")
        {
            Accepted = ["32", "三十二"], IsUnverified = true, Article = Education + "第二十条", Explanation = "党支部书记和委员的学时要求另有规定。", Tags = ["学时"],
        },
        new(QuestionKind.FillIn, "党组织收到入党申请书后，应当在____个月内派人同申请人谈话。")
        {
            Accepted = ["1", "一"], Article = Development + "第七条", Explanation = "谈话是了解情况、介绍程序的第一步。", Tags = ["发展党员"],
        },
        new(QuestionKind.ShortAnswer, "请用两三句话说明：为什么党支部的通知群里不宜发送党员花名册？")
        {
            ModelAnswer = "花名册含有身份、联系方式等个人信息，属于需要严格保护的内容；群成员会变动，文件会被转存转发，发出后无法收回。应当通过有权限控制的途径，只给需要的人。",
            IsUnverified = true, Article = "《中华人民共和国个人信息保护法》第二十八条、第二十九条", Tags = ["数字素养"],
        },
    ];

    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        var author = Viewer.System with { AccountId = await db.Users.Where(a => a.UserName == "demo-secretary").Select(a => a.Id).SingleAsync() };
        var questions = Written.Select((content, number) => new Question(tree.Home.Id, content, author, clock.UtcNow().AddDays(-30).AddMinutes(11 * number))).ToList();
        db.AddRange(questions);
        await db.SaveChangesAsync();
    }
}
