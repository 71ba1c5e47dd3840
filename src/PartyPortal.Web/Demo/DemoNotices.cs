using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>Plants the sixty notices: each is moved to its state by the steps that people take, on the day that it says.</summary>
internal sealed class DemoNotices(DemoFiles files, TimeProvider clock) : IDemoContents
{
    private const string Remark = "<p>本文为演示内容，所涉组织、人员和安排均为虚构。</p>";
    private const int ConfirmedBy = 7;

    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        var office = await ActingAsync(db, "organisation-office", Role.OrganisationOffice);
        var secretary = await ActingAsync(db, "secretary", Role.Secretary);
        var reviewer = await ActingAsync(db, "general-branch-secretary", Role.GeneralBranchSecretary);
        foreach (var (index, text) in DemoNoticeTexts.All.Index())
        {
            var branch = tree.Named(text.Branch);
            // What waits is the secretary's, so that the general-branch secretary and the organisation office have something to approve.
            var writer = branch == tree.Home || text.State is NoticeState.AwaitingApproval ? secretary : office;
            var at = PortalClock.ToUtc(clock.Today().AddDays(text.Day).ToDateTime(new TimeOnly(8 + (index % 9), index * 7 % 60)));
            db.Add(Write(text, branch.Id, writer, reviewer, at));
        }

        await db.SaveChangesAsync();
        await ConfirmAsync(db, tree);
        var member = await db.Users.Where(a => a.UserName == "demo-member").Select(a => a.Id).SingleAsync();
        await AskAsync(db, tree, member, reviewer);
        db.AddRange(new CategorySubscription(member, NoticeCategory.Activity), new BranchSubscription(member, tree.Home.Id));
        await db.SaveChangesAsync();
    }

    private Notice Write(DemoNoticeText text, int branchId, Viewer writer, Viewer reviewer, DateTime at)
    {
        var now = clock.UtcNow();
        var then = at < now ? at : now;
        var notice = new Notice(branchId, ContentOf(text, at), writer, then);
        if (text.Attachment is { } name) notice.ChangeAttachments([], [files.Text(name, text.Paragraphs.Split('|'))]);
        if (text.State is NoticeState.SentBack) SendBack(notice, writer, reviewer, then);
        else if (text.State is not NoticeState.Draft) notice.Publish(writer, then);
        if (text.State is NoticeState.Draft or NoticeState.SentBack or NoticeState.AwaitingApproval) return notice;

        if (notice.State is NoticeState.AwaitingApproval) notice.Approve(reviewer, then);
        if (text.State is NoticeState.Withdrawn) notice.Withdraw("因天气原因取消（演示）。");
        notice.KeepTime(now);
        return notice;
    }

    private static void SendBack(Notice notice, Viewer writer, Viewer reviewer, DateTime then)
    {
        notice.HandIn("请看看时间是否与学院安排冲突。（演示）", writer, then);
        notice.SendBack("请写明地点和联系人，再提交一次。（演示）", reviewer, then);
    }

    private static NoticeContent ContentOf(DemoNoticeText text, DateTime at) => new($"{text.Title}（演示）", RichText.Clean(BodyOf(text)), text.Category, text.Audience)
    {
        PublishAt = text.State is NoticeState.Scheduled ? at : null,
        ExpiresAt = text.State is NoticeState.Expired ? at.AddDays(30) : null,
        IsPinned = text.IsPinned,
        AsksForConfirmation = text.AsksForConfirmation,
        TakesQuestions = text.AsksForConfirmation,
    };

    private static string BodyOf(DemoNoticeText text) =>
        string.Concat(text.Paragraphs.Split('|').Select(part => part.StartsWith('<') ? part : $"<p>{part}</p>")) + Remark;

    /// <summary>Some of the home branch have confirmed what asks for it, some have not.</summary>
    private static async Task ConfirmAsync(PortalDb db, DemoTree tree)
    {
        var accounts = await db.People.Where(p => p.BranchId == tree.Home.Id && p.AccountId != null).OrderBy(p => p.Id).Select(p => p.AccountId!).Take(ConfirmedBy).ToListAsync();
        var notices = await db.Notices.Where(n => n.AsksForConfirmation && n.State == NoticeState.Published).Select(n => n.Id).ToListAsync();
        db.AddRange(notices.SelectMany(notice => accounts.Select(account => new NoticeConfirmation(notice, account))));
        await db.SaveChangesAsync();
    }

    /// <summary>One question waits for its answer, and one that was turned down for a second look.</summary>
    private async Task AskAsync(PortalDb db, DemoTree tree, string member, Viewer reviewer)
    {
        var notice = await db.Notices.Where(n => n.BranchId == tree.Home.Id && n.TakesQuestions && n.State == NoticeState.Published).OrderBy(n => n.Id).FirstAsync();
        var (plain, refused) = (new NoticeQuestion(notice, "可以线上参加吗？（演示）", member, 0, clock.Today()), new NoticeQuestion(notice, "会议室的空调什么时候修好？（演示）", member, 1, clock.Today().AddDays(-1)));
        refused.Remove("与本通知无关，请在“意见反馈”中提出。（演示）", reviewer.AccountId);
        refused.AskAgain(clock.Today());
        db.AddRange(plain, refused);
        await db.SaveChangesAsync();
    }

    private static async Task<Viewer> ActingAsync(PortalDb db, string name, Role role) => new()
    {
        AccountId = await db.Users.Where(a => a.UserName == $"demo-{name}").Select(a => a.Id).SingleAsync(),
        Acting = new ActingRole(0, role, null, "", "/"),
    };
}
