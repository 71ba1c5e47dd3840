using System.Text.RegularExpressions;

namespace PartyPortal.Browser.Tests;

public sealed class AdministratorJourney(RunningPortal portal) : Journey(portal)
{
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
}
