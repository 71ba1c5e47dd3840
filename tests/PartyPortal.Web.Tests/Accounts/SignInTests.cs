using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Accounts;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Accounts;

/// <summary>Security rows 9, 19, 30, 41: getting in, staying out, and leaving.</summary>
public sealed class SignInTests(Portal portal)
{
    private const string Password = "correct horse 电池 staple";

    [Theory, InlineData("{0}"), InlineData(" {0} "), InlineData("{0}@example.edu")]
    public async Task A_person_signs_in_by_any_of_their_names(string typed)
    {
        var name = await PlantAccountAsync();

        var (browser, answer) = await TryAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, typed, name), Password);

        Assert.Equal("/desk", answer.Location);
        Assert.Contains("Zhang Wei", (await browser.FollowAsync(answer)).Text);
    }

    [Fact]
    public async Task An_unknown_name_and_a_wrong_password_get_the_same_answer()
    {
        var name = await PlantAccountAsync();

        var (_, wrong) = await TryAsync(name, "not the password");
        var (_, unknown) = await TryAsync("nobody-at-all", "not the password");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(wrong.Status, unknown.Status);
        Assert.Equal(wrong.Html.QuerySelector(".error-summary, [role=alert]")?.TextContent, unknown.Html.QuerySelector(".error-summary, [role=alert]")?.TextContent);
        Assert.Contains("名称或密码有误", unknown.Text);
    }

    [Fact]
    public async Task Five_failures_lock_the_account_even_for_the_right_password()
    {
        var name = await PlantAccountAsync();
        for (var i = 0; i < 5; i++) await TryAsync(name, "not the password");

        var (_, answer) = await TryAsync(name, Password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(portal.Clock.GetUtcNow().AddMinutes(15), await portal.InDbAsync(db => db.Users.Where(a => a.UserName == name).Select(a => a.LockoutEnd).SingleAsync()));
    }

    [Theory, InlineData("//evil.example"), InlineData("/\\evil.example"), InlineData("https:evil.example"), InlineData("https://evil.example/")]
    public async Task Nobody_is_sent_to_another_site_afterwards(string returnUrl)
    {
        var name = await PlantAccountAsync();
        var browser = await portal.As(Actor.Public);
        var page = await browser.OpenAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        var answer = await page.SubmitAsync(new { Name = name, Password });

        Assert.Equal("/desk", answer.Location);
    }

    [Fact]
    public async Task A_cookie_copied_before_signing_out_is_worth_nothing_afterwards()
    {
        var name = await PlantAccountAsync();
        var (browser, answer) = await TryAsync(name, Password);
        var cookie = answer.Message.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("portal.auth", StringComparison.Ordinal)).Split(';')[0].Split('=', 2);
        var thief = await portal.As(Actor.Public);
        thief.SetCookie(cookie[0], cookie[1]);
        await thief.OpenAsync("/desk");

        var desk = await browser.OpenAsync("/desk");
        await desk.SubmitAsync(new { }, "form[action$='/sign-out']");

        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task The_sign_in_cookie_is_kept_from_scripts_and_other_sites()
    {
        var (_, answer) = await TryAsync(await PlantAccountAsync(), Password);

        var cookie = answer.Message.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("portal.auth", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, InlineData("admin", "admin"), InlineData("admin", "123456"), InlineData("administrator", "password"), InlineData("root", "root"), InlineData("system", "system")]
    public async Task No_default_account_exists(string name, string password)
    {
        var (_, answer) = await TryAsync(name, password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    private async Task<(Browser Browser, Answer Answer)> TryAsync(string name, string password)
    {
        var browser = await portal.As(Actor.Public);
        var page = await browser.OpenAsync("/sign-in");
        return (browser, await page.SubmitAsync(new { Name = name, Password = password }));
    }

    private async Task<string> PlantAccountAsync()
    {
        var name = Portal.Unique("zhang");
        await portal.InDbAsync(async db =>
        {
            var account = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = "Zhang Wei", State = AccountState.Active, SecurityStamp = name };
            account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
            db.Add(account);
            db.Add(new SignInName { Normalized = SignInName.Normalize(name), Kind = SignInNameKind.UserName, AccountId = account.Id });
            db.Add(new SignInName { Normalized = SignInName.Normalize(name + "@example.edu"), Kind = SignInNameKind.Email, AccountId = account.Id });
            await db.SaveChangesAsync();
        });
        return name;
    }
}
