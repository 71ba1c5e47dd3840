using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Settings;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Settings;

/// <summary>The page of settings. A host of its own: a setting holds for everybody.</summary>
public sealed class SettingsTests
{
    [Fact]
    public async Task The_system_administrator_changes_a_setting_and_it_holds_at_once()
    {
        await using var portal = await StartAsync();
        var page = await (await portal.As(Actor.SystemAdministrator)).OpenAsync("/en/admin/settings");

        var answer = await page.SubmitAsync(new { Values__NoticeMonths = 6, Values__Contact = "88880000" });

        Assert.Equal("/en/admin/settings", answer.Location);
        Assert.Equal(6, portal.Services.GetRequiredService<CurrentSettings>().Now.NoticeMonths);
        Assert.Contains("88880000", (await (await portal.As(Actor.Public)).OpenAsync("/sitemap")).Html.QuerySelector("footer")!.TextContent);
        Assert.Equal(["Contact: – → 88880000", "NoticeMonths: 12 → 6"], await AuditAsync(portal));
    }

    [Fact]
    public async Task A_value_out_of_range_is_refused_at_its_field_and_nothing_is_saved()
    {
        await using var portal = await StartAsync();
        var page = await (await portal.As(Actor.SystemAdministrator)).OpenAsync("/en/admin/settings");

        var answer = await page.SubmitAsync(new { Values__IdleMinutes = 4000, Values__Name = "", Values__NoticeMonths = "many", Values__Contact = "88880000", Values__TrainingHours = 23 });

        answer.IsRefusedWith("Class hours of training before the admission: choose a value between 24 and 240.");
        answer.IsRefusedWith("Sign out after nothing was asked for: choose a value between 5 and 120.");
        Assert.Equal("4000", answer.Html.QuerySelector("[name='Values.IdleMinutes']")!.GetAttribute("value"));
        Assert.Equal("many", answer.Html.QuerySelector("[name='Values.NoticeMonths']")!.GetAttribute("value"));
        Assert.NotEmpty(answer.Html.QuerySelector("[data-valmsg-for='Values.NoticeMonths']")!.TextContent);
        Assert.NotEmpty(answer.Html.QuerySelector("[data-valmsg-for='Values.Name']")!.TextContent);
        Assert.Empty(await portal.InDbAsync(db => db.Settings.ToListAsync()));
    }

    [Fact]
    public async Task The_default_is_one_click_away_and_leaves_no_row()
    {
        await using var portal = await StartAsync();
        var administrator = await portal.As(Actor.SystemAdministrator);
        await (await administrator.OpenAsync("/en/admin/settings")).SubmitAsync(new { Values__OfficesNeedSecondFactor = false });
        var page = await administrator.OpenAsync("/en/admin/settings");

        var button = page.Html.QuerySelector("button[formaction]")!.GetAttribute("formaction")!;
        var token = page.Html.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await administrator.PostAsync(button, new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));

        Assert.True(portal.Services.GetRequiredService<CurrentSettings>().Now.OfficesNeedSecondFactor);
        Assert.Empty(await portal.InDbAsync(db => db.Settings.ToListAsync()));
        Assert.Equal(["OfficesNeedSecondFactor: False → True", "OfficesNeedSecondFactor: True → False"], await AuditAsync(portal));
    }

    [Fact]
    public async Task Every_setting_stands_on_the_page_in_Chinese_without_an_English_word_left_over()
    {
        await using var portal = await StartAsync();
        var page = await (await portal.As(Actor.SystemAdministrator)).OpenAsync("/admin/settings");

        Assert.All(SettingInfo.All, info => Assert.NotNull(page.Html.QuerySelector($"[name='Values.{info.Key}']")));
        Assert.All(SettingInfo.All, info => Assert.DoesNotContain(info.About.Why, page.Text));
    }

    [Fact]
    public async Task The_security_administrator_changes_no_setting()
    {
        await using var portal = await StartAsync();

        await (await portal.As(Actor.SecurityAdministrator)).IsRefusedAt("/admin/settings");
    }

    private static async Task<Portal> StartAsync()
    {
        var portal = new Portal();
        await portal.InitializeAsync();
        return portal;
    }

    private static Task<List<string>> AuditAsync(Portal portal) =>
        portal.InDbAsync(db => db.Audit.Where(a => a.Action == "Setting.Changed").Select(a => a.Subject + ": " + a.Detail).OrderBy(d => d).ToListAsync());
}
