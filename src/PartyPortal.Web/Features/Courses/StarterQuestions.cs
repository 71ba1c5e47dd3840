using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Web.Features.Courses;

/// <summary>What is asked at the end of the starter courses. Articles of laws whose numbers changed of late, or that were not looked up, are marked as unverified.</summary>
internal static class StarterQuestions
{
    private const string Information = "《中华人民共和国个人信息保护法》";
    private const string Fraud = "《中华人民共和国反电信网络诈骗法》";
    private const string Network = "《中华人民共和国网络安全法》";

    public static readonly IReadOnlyList<QuestionContent> Digital = Under("数字素养",
        Single("群里转来一条“明天全市停水三天，速转”的消息，没有发布单位。先做什么？", ["转给家人，宁可信其有", "转发时加一句“不知真假”", "到供水单位的网站或公众号查原文"], right: 2,
            Network, "来源不明的消息，先找发布单位的正式说法；加一句“不知真假”，转出去的仍然是谣言。", isUnverified: true),
        Multiple("下列做法中，哪些有助于以后找到文件？", [("全部放在“下载”里", false), ("文件名写明日期和内容", true), ("只留在聊天记录里", false), ("给每件事建一个文件夹", true)],
            "《中华人民共和国档案法》", "认得出的名字和固定的位置，是找得到的前提；聊天软件里的文件会过期。", isUnverified: true),
        new(QuestionKind.TrueFalse, "关掉个性化推荐以后，应用就有权停止提供服务。")
        {
            IsTrue = false,
            Article = Information + "第二十四条",
            Explanation = "通过自动化决策推送信息，应当同时提供不针对个人特征的选项，或者便捷的拒绝方式。",
        },
        Single("线上会议要讲解一份材料，怎样共享比较稳妥？", ["只共享材料所在的窗口", "共享整个桌面，切换方便", "把手机对着屏幕拍"], right: 0,
            "《中华人民共和国民法典》第一千零三十四条", "共享整个桌面，聊天内容和弹出的消息也会被看到；其中往往有别人的个人信息。"),
        Single("别人用技术手段把您的脸换到一段视频里，丑化您的形象，侵害的首先是什么权利？", ["姓名权", "肖像权", "监护权"], right: 1,
            "《中华人民共和国民法典》第一千零一十九条", "任何组织或者个人不得以丑化、污损，或者利用信息技术手段伪造等方式侵害他人的肖像权。"),
        new(QuestionKind.TrueFalse, "标有密级的文件，可以拍照后用聊天软件发给同事。")
        {
            IsTrue = false,
            Article = "《中华人民共和国保守国家秘密法》",
            IsUnverified = true,
            Explanation = "涉密文件不拍照、不上网，也不传到任何网站。",
        });

    public static readonly IReadOnlyList<QuestionContent> Safety = Under("网络安全",
        Single("“领导”用新加的账号发来消息，要您先垫付一笔钱。最稳妥的做法是？", ["先转一半", "请对方发一张照片证明", "打早就存着的电话向本人核实"], right: 2,
            Fraud + "第二条", "利用电信网络、以远程非接触方式骗取财物，正是电信网络诈骗；照片、声音和视频都可以伪造。"),
        new(QuestionKind.TrueFalse, "把不用的银行卡借给朋友收款，只要没有收钱就没有关系。")
        {
            IsTrue = false,
            Article = Fraud + "第三十一条",
            Explanation = "不得非法买卖、出租、出借电话卡、银行账户、支付账户和互联网账号等。",
        },
        Multiple("下列哪些属于敏感个人信息？", [("行踪轨迹", true), ("公开发表的论文题目", false), ("金融账户", true), ("不满十四周岁未成年人的个人信息", true)],
            Information + "第二十八条", "敏感个人信息一旦泄露，容易使人受到侵害，处理时要有特定目的和充分的必要性，并严格保护。"),
        Single("应用要求读取通讯录，否则不能看新闻。这样做对吗？", ["不对，不能以不同意提供非必要信息为由拒绝服务", "对，应用自己可以定", "对，只要事先告知"], right: 0,
            Information + "第十六条", "不得以个人不同意处理其个人信息或者撤回同意为由，拒绝提供产品或者服务；处理该信息属于提供服务所必需的除外。"),
        Single("以前同意应用使用位置信息，现在不愿意了，可以怎样？", ["同意过就不能反悔", "可以撤回同意", "只能换一部手机"], right: 1,
            Information + "第十五条", "基于同意处理个人信息的，个人有权撤回同意，处理者应当提供便捷的撤回方式。"),
        Multiple("登录一个学习页面时，下列哪些要求说明它可能是钓鱼页面？", [("填写用户名和密码", false), ("填写银行卡号", true), ("填写短信验证码“验证身份”", true), ("上传身份证照片", true)],
            Information + "第六条", "收集个人信息应当限于实现处理目的的最小范围；要的和办的事不相称，就关掉。"),
        Single("明知别人要用来诈骗，仍把收集到的学生名单卖给他，违反了什么？", ["不得为他人实施电信网络诈骗提供支持或者帮助的规定", "只是不够谨慎", "没有违反规定"], right: 0,
            Fraud + "第二十五条", "出售、提供个人信息，是法律列明的为电信网络诈骗提供支持或者帮助的情形之一。"));

    private static QuestionContent Single(string text, string[] options, int right, string article, string explanation, bool isUnverified = false) =>
        Choice(QuestionKind.Single, text, options.Select((option, at) => new QuestionOption(option, at == right)), article, explanation, isUnverified);

    private static QuestionContent Multiple(string text, (string Text, bool IsRight)[] options, string article, string explanation, bool isUnverified = false) =>
        Choice(QuestionKind.Multiple, text, options.Select(option => new QuestionOption(option.Text, option.IsRight)), article, explanation, isUnverified);

    private static QuestionContent Choice(QuestionKind kind, string text, IEnumerable<QuestionOption> options, string article, string explanation, bool isUnverified) => new(kind, text)
    {
        Options = [.. options],
        Article = article,
        IsUnverified = isUnverified,
        Explanation = explanation,
    };

    private static QuestionContent[] Under(string tag, params QuestionContent[] questions) => [.. questions.Select(question => question with { Tags = [tag] })];
}
