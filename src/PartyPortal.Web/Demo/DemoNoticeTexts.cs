using PartyPortal.Domain.Access;
using PartyPortal.Domain.Notices;
using static PartyPortal.Domain.Access.AudienceKind;
using static PartyPortal.Domain.Notices.NoticeCategory;
using static PartyPortal.Domain.Notices.NoticeState;

namespace PartyPortal.Web.Demo;

/// <summary>One invented notice. Paragraphs stand between bars; a day counts from the demo's today.</summary>
internal sealed record DemoNoticeText(string Branch, NoticeCategory Category, AudienceKind Audience, NoticeState State, int Day, string Title, string Paragraphs)
{
    public bool IsPinned { get; init; }
    public bool AsksForConfirmation { get; init; }

    /// <summary>What its attached file is called, where it has one.</summary>
    public string? Attachment { get; init; }
}

/// <summary>Sixty notices of a university that does not exist, in every state and for every audience.</summary>
internal static class DemoNoticeTexts
{
    private const string University = "中共江海大学委员会（演示）";
    private const string Marxism = "马克思主义学院党总支";
    private const string Home = "马克思主义学院本科生党支部";
    private const string Computing = "信息学院党委";
    private const string Science = "理学院党委";
    private const string Letters = "文学院党总支";
    private const string Offices = "机关党委";
    private const string Retired = "离退休党总支";

    public static readonly IReadOnlyList<DemoNoticeText> All =
    [
        new(University, Announcement, Internet, Published, -2, "党建门户上线试运行公告", "党建门户今日起试运行。师生和公众可以在这里查阅通知公告、办事指南，也可以随时提出意见建议。|门户不设积分和排名，不统计在线时长，不要求签到；使用中遇到问题，请通过“意见反馈”告诉我们。") { IsPinned = true, Attachment = "党建门户使用说明" },
        new(University, NoticeCategory.Notice, Internet, Published, -4, "关于做好年度党内统计工作准备的通知", "年度党内统计将于十二月底截止。请各党组织对照名册，核对党员的入党日期、转正日期和所在支部。|<h2>需要核对的事项</h2><ul><li>毕业后组织关系仍在校的党员；</li><li>本年度新转入、转出的党员；</li><li>预备期满一年以上尚未讨论转正的预备党员。</li></ul>|核对中发现的问题由支部书记在门户中更正，不需要另行填写表格。") { IsPinned = true },
        new(University, Announcement, Internet, Published, -6, "党费使用情况公示（本年度第三季度）", "现将本年度第三季度党费使用的大类公示如下，公示期为五个工作日。|<table><thead><tr><th scope=\"col\">用途</th><th scope=\"col\">占比</th></tr></thead><tbody><tr><td>教育培训</td><td>46%</td></tr><tr><td>主题党日活动</td><td>31%</td></tr><tr><td>困难帮扶</td><td>23%</td></tr></tbody></table>|对公示内容有意见的，可通过门户的意见反馈提出，可以不署名。"),
        new(University, News, Internet, Published, -8, "“把支部建在实验室”经验交流会举行", "昨日下午，来自六个学院的支部书记围坐一堂，交流把组织生活与科研攻关结合起来的做法。|信息学院研究生第一党支部介绍了“难题揭榜”的做法：由党员认领课题组里的共性难题，每月在支部会上讲一次进展。与会同志认为，组织生活开得实，大家才愿意来。"),
        new(University, Activity, Internet, Published, -10, "校史馆“初心展厅”预约参观安排", "校史馆“初心展厅”每周二、周四下午对校内外开放，每场不超过三十人，由学生讲解员讲解。|支部集体参观请提前三个工作日预约；个人参观凭有效证件直接入馆。"),
        new(University, NoticeCategory.Notice, Internet, Published, -13, "寒假期间党员组织关系转接办理时间", "寒假期间，组织部每周三上午集中办理组织关系转接，其余时间通过门户提交的事项将在开学后第一个工作日处理。|确需加急的，请支部书记电话联系组织部值班室。"),
        new(University, News, Internet, Published, -15, "离退休老党员为新生讲校园里的故事", "九旬老党员在图书馆报告厅为新生讲述建校之初的故事。报告结束后，十几名同学留下来继续提问，老人一一作答。"),
        new(University, Activity, Internet, Published, -18, "宪法宣传周活动预告", "宪法宣传周期间，学校将举办宪法晨读、模拟法庭和法律咨询三项活动，全部面向公众开放，无需报名。|具体时间地点以各学院海报为准。"),
        new(University, Announcement, Internet, Published, -21, "关于调整党员服务窗口开放时间的公告", "自下月起，行政楼 201 党员服务窗口开放时间调整为工作日 8:30—11:30、14:00—17:00，中午安排一人值班。"),
        new(University, News, Internet, Published, -24, "学校召开基层党建工作推进会", "会议总结了本学期以来的工作，指出了组织生活质量不够均衡、个别支部记录过于简单等问题，要求以解决问题为导向，不搞材料比拼。"),
        new(University, NoticeCategory.Notice, Internet, AwaitingApproval, -1, "关于征集主题党日优秀案例的通知", "面向全校各支部征集主题党日案例，要求写清楚为什么办、怎么办、解决了什么问题，字数不超过一千五百字，不要求配图和视频。|请于月底前由支部书记在门户提交。"),
        new(University, Announcement, Internet, AwaitingApproval, 0, "拟表彰先进基层党组织名单公示", "经各单位推荐、组织部审核，现将拟表彰的先进基层党组织名单予以公示，公示期五个工作日。名单待审批后公布。"),
        new(University, NoticeCategory.Notice, Internet, Scheduled, 5, "关于开展年度组织生活会的通知", "年度组织生活会原则上在下月内召开。会前要谈心谈话、征求意见，会上要联系实际查摆问题，会后要列出整改事项。"),
        new(University, Activity, Internet, Scheduled, 9, "“一月一书”读书会报名", "本期共读一本讲述科学家精神的传记，由图书馆提供借阅，读书会在月底周五下午举行。欢迎师生和公众参加。"),
        new(University, Activity, Internet, Expired, -75, "新生党员档案接收安排", "新生党员请于报到后两周内将组织关系介绍信交至所在学院，档案由学院统一接收。"),
        new(University, NoticeCategory.Notice, Internet, Expired, -90, "暑期社会实践临时党支部备案说明", "三名以上正式党员参加的实践队可以成立临时党支部，出发前一周由指导教师提交备案。"),
        new(University, Announcement, Internet, Expired, -62, "服务窗口国庆假期值班安排", "国庆假期服务窗口安排电话值班，紧急事项请拨打值班电话，其余事项节后办理。"),
        new(University, Activity, Internet, Withdrawn, -12, "露天电影放映通知", "原定周五晚上在操场放映红色经典影片。"),
        new(University, NoticeCategory.Notice, Campus, Published, -3, "关于门户账号激活的说明", "每位党员和入党申请人都会从支部书记处拿到一张激活单，扫码或输入上面的代码即可设置密码。|激活单只能使用一次，十四天内有效；丢失后请支部书记重新打印，旧单随即作废。|门户不会以任何方式索要您的密码。") { AsksForConfirmation = true },
        new(University, NoticeCategory.Notice, Campus, Published, -16, "校园网访问门户的两种方式", "在校内可直接访问；在校外请先登录学校统一的远程访问系统。手机上用微信自带的浏览器也可以正常使用全部功能。"),
        new(University, Activity, Campus, Published, -27, "心理健康与谈心谈话专题讲座", "讲座邀请学校心理中心老师，讲解谈心谈话中如何倾听、如何发现需要帮助的同学。地点：大学生活动中心报告厅。"),
        new(University, NoticeCategory.Notice, Applicants, Published, -5, "入党积极分子培训班报名须知", "培训班利用周末进行，总计不少于二十四学时，缺课超过四分之一的需要随下一期补修。|请在支部确定名单后等待通知，不需要个人另行报名。"),
        new(University, NoticeCategory.Notice, Applicants, Published, -19, "怎样写好思想汇报", "思想汇报要写自己的话：近期学了什么、想到了什么、做了什么、有什么困惑。篇幅不限，手写或打印均可。|不提倡从网上摘抄，也不要求固定格式。"),
        new(University, NoticeCategory.Notice, Applicants, Scheduled, 12, "发展对象集中培训时间预告", "发展对象集中培训计划在下月中旬举行，为期三天，请提前安排好学业。"),
        new(University, NoticeCategory.Notice, Members, Published, -7, "关于党费收缴方式的说明", "党费按月交纳，由支部收缴人登记。学生党员每月交纳标准不变；教职工党员的核定基数每年一月调整一次。|对核定有疑问的，请直接与支部联系。") { AsksForConfirmation = true },
        new(University, NoticeCategory.Notice, Members, Published, -14, "党员教育培训学时要求", "党员每年参加集中学习培训的时间一般不少于三十二学时。学时由支部按实际参加的活动登记，门户不记录浏览时长。"),
        new(University, NoticeCategory.Notice, Members, Expired, -80, "关于参加党章学习研讨的通知", "各支部结合组织生活安排一次党章专题学习，重点讨论党员的权利和义务。"),
        new(University, NoticeCategory.Notice, Members, Draft, 0, "流动党员联系情况核对（草稿）", "拟请各支部核对外出六个月以上党员的联系方式和参加组织生活情况。"),
        new(University, NoticeCategory.Notice, Subtree, Published, -9, "支部书记例会安排", "本月支部书记例会定于周四下午，内容为组织生活会的准备和常见问题解答。请带上本支部遇到的真实问题。") { AsksForConfirmation = true },
        new(University, NoticeCategory.Notice, Subtree, Draft, 0, "下学期组织工作要点（征求意见稿）", "现就下学期组织工作要点征求意见，请各党组织在两周内反馈。"),
        new(Marxism, NoticeCategory.Notice, Subtree, Published, -2, "总支理论学习交流会的通知", "本周五下午召开理论学习交流会，三个支部各推荐一名同志发言，每人不超过十分钟，发言不要求提交讲稿。") { AsksForConfirmation = true },
        new(Marxism, NoticeCategory.Notice, Subtree, Published, -11, "关于支部换届准备工作的提醒", "本科生党支部本届任期将于明年春季届满，请提前三个月着手准备，酝酿委员会候选人预备人选。"),
        new(Marxism, Activity, Subtree, Published, -20, "走进社区宣讲志愿者招募", "面向三个支部招募宣讲志愿者八名，周末到附近社区与居民交流，自愿参加，不作考核。"),
        new(Marxism, News, Internet, Published, -17, "总支与社区共建“假日课堂”", "学生党员利用周末为社区孩子辅导功课，半年来累计开课二十次，社区为支部活动提供了场地。"),
        new(Marxism, Announcement, Internet, AwaitingApproval, -1, "拟接收预备党员公示", "经支部大会讨论，拟接收两名同志为预备党员。公示内容待上级审核后发布。"),
        new(Marxism, Activity, Internet, AwaitingApproval, 0, "“理论微课”开放日活动", "面向全校开放三堂理论微课，每堂二十分钟，课后有提问和讨论。"),
        new(Marxism, NoticeCategory.Notice, Subtree, Draft, 0, "总支学期工作小结（草稿）", "小结分三部分：做成了什么，哪些没有做好，下学期打算怎么做。"),
        new(Marxism, NoticeCategory.Notice, Subtree, Expired, -70, "新学期支部工作布置会", "布置会讨论了本学期三会一课的计划和发展党员工作的时间安排。"),
        new(Marxism, NoticeCategory.Notice, Subtree, Scheduled, 6, "组织生活会前谈心谈话安排", "总支委员与各支部委员、支部委员与党员之间开展谈心谈话，谈话不留影、不留痕，只把问题谈透。"),
        new(Home, NoticeCategory.Notice, AudienceKind.Branch, Published, -1, "本周支部大会的通知", "本周三晚七点在综合楼 305 召开支部大会，议题：讨论两名预备党员转正；通报党费收缴情况。|因故不能到会的同志，请提前向支部书记说明。") { IsPinned = true, AsksForConfirmation = true },
        new(Home, Activity, AudienceKind.Branch, Published, -3, "主题党日：给图书馆旧书修补", "周六上午到图书馆修补旧书，工具由图书馆提供，大约两小时。愿意来的同志直接到一楼大厅集合。"),
        new(Home, NoticeCategory.Notice, AudienceKind.Branch, Published, -6, "请核对本人信息", "请登录门户，在“我的信息”里核对入党日期、学号和联系方式，有误的告诉支部书记更正。") { AsksForConfirmation = true },
        new(Home, NoticeCategory.Notice, AudienceKind.Branch, Published, -9, "培养联系人与积极分子见面安排", "每位培养联系人本月与联系的积极分子至少谈一次话，了解学习和生活情况，有困难及时告诉支部。"),
        new(Home, News, AudienceKind.Branch, Published, -14, "支部与退休教师支部联学小记", "两个支部一起读了一封旧家书。老教师讲了信背后的故事，同学们谈了自己的专业选择。"),
        new(Home, NoticeCategory.Notice, AudienceKind.Branch, Published, -22, "考试周组织生活调整", "考试周不安排集中活动，请大家安心复习；需要帮助的同学可以找党员学习小组。"),
        new(Home, NoticeCategory.Notice, AudienceKind.Branch, Draft, 0, "寒假返乡调研选题（草稿）", "建议选题：家乡的图书室、村里的快递站、社区食堂。请大家补充。"),
        new(Home, Activity, AudienceKind.Branch, SentBack, 0, "元旦联欢筹备", "拟与研究生党支部联合举办，节目自愿报名。"),
        new(Home, NoticeCategory.Notice, AudienceKind.Branch, Scheduled, 4, "下月党课通知", "下月党课由学院老教授主讲，题目是《我为什么教书》。"),
        new(Home, News, Internet, AwaitingApproval, -1, "支部故事：一间通宵自习室的灯", "考试周，支部党员轮流在自习室值夜，给同学们烧水、关窗、答疑。"),
        new(Home, NoticeCategory.Notice, AudienceKind.Branch, Expired, -68, "开学第一次支部大会", "讨论了本学期支部工作计划，通过了发展党员初步安排。"),
        new(Home, Activity, AudienceKind.Branch, Withdrawn, -8, "周末登山活动", "原定周日上午集合登山。"),
        new(Computing, News, Internet, Published, -12, "学生党员开发的失物招领小程序投入使用", "信息学院本科生第二党支部的三名同学用一个学期做出了失物招领小程序，源代码已公开。"),
        new(Computing, Activity, Internet, Published, -23, "编程公益课面向中学生开放", "公益课每周六上午在信息楼机房开设，教师均为学生党员志愿者，不收取任何费用。"),
        new(Computing, NoticeCategory.Notice, Subtree, Published, -5, "毕业班党员组织关系去向登记", "请毕业班党员在寒假前登记去向意向，尚未确定的可以先填“待定”。"),
        new(Science, News, Internet, Published, -16, "物理系教工党支部把党课开进天文台", "晴朗的夜晚，党课从一架望远镜讲起：几代人如何接力把它造了出来。"),
        new(Science, NoticeCategory.Notice, Subtree, Published, -8, "青年教师座谈会通知", "座谈会听取青年教师在教学科研和生活上的困难，由学院党委逐条答复。"),
        new(Letters, Activity, Internet, Published, -19, "“乡音诵读”活动邀请", "用家乡话读一首诗。活动在文学院中庭举行，欢迎路过的每一个人。"),
        new(Letters, NoticeCategory.Notice, Subtree, Published, -4, "总支委员分工调整", "因工作变动，宣传委员和纪检委员的分工有所调整，请各支部知悉。"),
        new(Offices, NoticeCategory.Notice, Subtree, Published, -6, "机关党员下沉窗口服务安排", "每周五上午，机关党员轮流到服务大厅值班，帮助师生办理跨部门事项。"),
        new(Retired, Activity, Subtree, Published, -10, "老党员健康讲座", "讲座内容为冬季保健，在离退休活动中心一楼举行，行动不便的同志可由支部上门送资料。"),
    ];
}
