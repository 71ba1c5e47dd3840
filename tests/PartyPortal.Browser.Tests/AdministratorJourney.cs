using System.Text.RegularExpressions;

namespace PartyPortal.Browser.Tests;

public sealed class AdministratorJourney(RunningPortal portal) : Journey(portal)
{
    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task The_organisation_office_imports_a_tree_once_its_faulty_row_is_mended(string device)
    {
        var code = $"T{Guid.NewGuid():N}"[..8];
        var office = await SignInAsAsync("organisation-office", Device.Named(device));

        await SendTreeAsync(office, code, kindOfLast: "党组");
        await Expect(office.Page.Locator(".lead")).ToContainTextAsync("共3行，其中1行有问题");
        await office.LooksSoundAsync();

        await office.Page.GetByRole(AriaRole.Link, new() { Name = "重新上传工作簿" }).ClickAsync();
        await SendTreeAsync(office, code, kindOfLast: "党支部");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "全部导入" }).ClickAsync();
        await Expect(office.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();

        await office.OpenAsync($"/admin/branches?Words={code}");
        await Expect(office.Page.GetByRole(AriaRole.Main)).ToContainTextAsync($"{code}-2");
        await office.LooksSoundAsync();
    }

    [Fact]
    public async Task The_system_administrator_makes_an_account_and_the_security_administrator_appoints_its_holder()
    {
        var userName = $"new-{Guid.NewGuid():N}"[..14];
        var system = await SignInAsAsync("system-administrator", Device.Desktop);
        await system.OpenAsync("/admin/accounts/new");
        await system.LooksSoundAsync();
        await system.Page.GetByLabel("姓名").FillAsync("赵新任（演示）");
        await system.Page.GetByLabel("用户名").FillAsync(userName);
        await system.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button).First.ClickAsync();
        var code = await system.Page.Locator(".slip .secret").InnerTextAsync();

        var security = await SignInAsAsync("security-administrator", Device.Desktop);
        await security.OpenAsync("/admin/roles/new");
        await security.LooksSoundAsync();
        await security.Page.Locator("[name=Account]").FillAsync(userName);
        await security.Page.Locator("[name=Role]").SelectOptionAsync("Secretary");
        await security.Page.ChooseBranchAsync("Branch", "D201");
        await security.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "授予" }).ClickAsync();
        await Expect(security.Page.GetByText("赵新任（演示）")).ToBeVisibleAsync();
        await security.LooksSoundAsync();

        var appointed = await VisitAsync(Device.Phone);
        await appointed.UseSlipAsync(code, "五盏 路灯 照着 操场 88");
        await Expect(appointed.Page.Locator("#role-in-use")).ToContainTextAsync("书记");
        await appointed.LooksSoundAsync();
    }

    [Fact]
    public async Task The_system_administrator_prints_a_reset_slip()
    {
        var system = await SignInAsAsync("system-administrator", Device.Desktop);
        await system.OpenAsync("/admin/accounts?words=demo-s0");
        await system.LooksSoundAsync();
        await system.Page.GetByRole(AriaRole.Button, new() { Name = "打印账号单" }).First.ClickAsync();

        await Expect(system.Page.Locator(".slip .secret")).ToHaveTextAsync(new Regex("^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$"));
        await system.LooksSoundAsync();
    }
    /// <summary>As offices keep it: a title over the table, children before their parents.</summary>
    private static async Task SendTreeAsync(Visitor office, string code, string kindOfLast)
    {
        await office.OpenAsync("/admin/branches/import");
        await office.LooksSoundAsync();
        await office.Page.GetByLabel("Excel工作簿").SetInputFilesAsync(Workbooks.Of("组织一览.xlsx",
        [
            ["组织一览（演示）", null, null, null, null],
            ["组织代码", "组织 名称", "类别", "上级代码", "成立时间"],
            [$"{code}-1", $"{code}教工党支部（演示）", "党支部", code, "2020.09.01"],
            [code, $"{code}党总支（演示）", "党总支", "DEMO", "2020-09-01"],
            [$"{code}-2", $"{code}学生党支部（演示）", kindOfLast, code, "20200901"],
        ]));
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "检查数据" }).ClickAsync();
    }
}
