namespace PartyPortal.Browser.Tests;

/// <summary>The page each person begins at, and its picture for the readme.</summary>
public sealed class MainPages(RunningPortal portal) : Journey(portal)
{
    [Fact]
    public async Task The_public_begins_at_the_home_page()
    {
        var stranger = await VisitAsync(Device.Desktop);

        await stranger.OpenAsync("/");

        await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await stranger.PictureAsync("home");
    }

    [Theory]
    [InlineData("member"), InlineData("applicant"), InlineData("secretary"), InlineData("organisation-office")]
    [InlineData("system-administrator")]
    public async Task Who_works_here_begins_at_the_desk(string role)
    {
        var person = await SignInAsAsync(role, role is "member" or "applicant" ? Device.Phone : Device.Desktop);

        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "我的工作台" })).ToBeVisibleAsync();
        await person.PictureAsync($"desk-{role}");
    }

    [Theory]
    [InlineData("general-branch-secretary", "/desk/notices/approvals", "general-branch-approvals")]
    [InlineData("security-administrator", "/admin/roles", "security-roles")]
    [InlineData("auditor", "/admin/audit", "auditor-audit")]
    [InlineData("member", "/my/hours", "learning-hours")]
    public async Task Who_has_one_main_job_finds_it_filled(string role, string page, string picture)
    {
        var person = await SignInAsAsync(role, role is "member" ? Device.Phone : Device.Desktop);

        await person.OpenAsync(page);

        await Expect(person.Page.Locator("main li, main tbody tr").First).ToBeVisibleAsync();
        await person.PictureAsync(picture);
    }
}
