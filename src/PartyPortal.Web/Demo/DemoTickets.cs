using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Help;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>Plants questions to the support desk: new, answered, asked again and closed.</summary>
internal sealed class DemoTickets(TimeProvider clock) : IDemoContents
{
    private static readonly (string Asker, int Day, string Page, string[] Words, bool IsClosed)[] All =
    [
        ("member", -1, "/study/{id}", ["学习资料里的视频在宿舍网络下一直转圈，换成食堂的网络就正常。（演示）"], false),
        ("secretary", -2, "/people/import", ["导入名册时提示第 3 行日期看不懂，表格里写的是 2025.9。（演示）", "请写成 2025-09-01 这样的完整日期，再导入一次即可。（演示）", "改好了，还有一行提示学号重复，是同一个人两次入学。（演示）"], false),
        ("member", -9, "/account", ["验证器换了手机，怎样重新绑定？（演示）", "用打印的恢复码登录，再到“我的账号”里重新设置第二步验证。（演示）"], true),
    ];

    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        var accounts = await db.Users.ToDictionaryAsync(u => u.UserName!, u => u.Id);
        foreach (var (asker, day, page, words, isClosed) in All)
        {
            if (!accounts.TryGetValue($"demo-{asker}", out var account)) continue;

            var ticket = new Ticket(account, words[0], page, null, Day(day));
            if (words.Length > 1) ticket.Answer(words[1], new Viewer { AccountId = accounts.GetValueOrDefault("demo-system-administrator") }, Day(day + 1));
            if (words.Length > 2) ticket.Ask(words[2], Day(day + 1));
            if (isClosed) ticket.Close(Day(day + 1));
            db.Add(ticket);
        }

        await db.SaveChangesAsync();
    }

    private DateOnly Day(int days) => clock.Today().AddDays(days);
}
