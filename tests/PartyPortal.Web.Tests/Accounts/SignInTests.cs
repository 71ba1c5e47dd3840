using System.Buffers.Binary;
using System.Net;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Settings;
using PartyPortal.Web.Features.Accounts;
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

    [Fact]
    public async Task Too_many_attempts_from_one_address_wait_a_minute()
    {
        await using var own = new Portal();
        await own.InitializeAsync();
        await own.SetAsync(nameof(PortalSettings.SignInsPerMinute), "5");
        var browser = await own.As(Actor.Public);
        var page = await browser.OpenAsync("/sign-in");
        for (var i = 0; i < 5; i++) await page.SubmitAsync(new { Name = $"nobody{i}", Password });

        var answer = await page.SubmitAsync(new { Name = "nobody", Password });

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.InRange(answer.Message.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await (await (await own.As(Actor.Public)).OpenAsync("/sign-in")).SubmitAsync(new { Name = "nobody", Password })).Status);
    }

    [Fact]
    public async Task When_too_many_wait_to_sign_in_the_next_is_told_to_come_again_and_pages_stay_open()
    {
        await using var own = new Portal().With("Portal:Hashing:AtOnce", "1").With("Portal:Hashing:Waiting", "0");
        await own.InitializeAsync();
        using var release = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var slow = Task.Run(() => own.Services.GetRequiredService<PasswordHashing>().InTurnAsync(() => { begun.Set(); release.Wait(TestContext.Current.CancellationToken); return 0; }), TestContext.Current.CancellationToken);
        begun.Wait(TestContext.Current.CancellationToken);
        var browser = await own.As(Actor.Public);

        var answer = await (await browser.OpenAsync("/en/sign-in")).SubmitAsync(new { Name = "nobody", Password });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal(TimeSpan.FromSeconds(15), answer.Message.Headers.RetryAfter!.Delta);
        Assert.Contains("Many people are signing in right now.", answer.Text);
        release.Set();
        await slow;
    }

    [Fact]
    public async Task A_password_is_kept_as_a_slow_hash_that_grows_at_sign_in()
    {
        await using var own = new Portal().With("Portal:Hashing:Iterations", "120000");
        await own.InitializeAsync();
        var name = await PlantAccountAsync(own);
        Assert.Equal(100_000u, RoundsOf(await HashOfAsync(own, name)));
        var page = await (await own.As(Actor.Public)).OpenAsync("/sign-in");

        Assert.Equal("/desk", (await page.SubmitAsync(new { Name = name, Password })).Location);

        var hash = Convert.FromBase64String(await HashOfAsync(own, name));
        Assert.Equal(1, hash[0]);
        Assert.Equal((uint)KeyDerivationPrf.HMACSHA512, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)));
        Assert.Equal(120_000u, RoundsOf(Convert.ToBase64String(hash)));
        Assert.Equal(16u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(9)));
    }

    private static uint RoundsOf(string hash) => BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5));

    private static Task<string> HashOfAsync(Portal own, string name) => own.InDbAsync(db => db.Users.Where(a => a.UserName == name).Select(a => a.PasswordHash!).SingleAsync());

    private async Task<(Browser Browser, Answer Answer)> TryAsync(string name, string password)
    {
        var browser = await portal.As(Actor.Public);
        var page = await browser.OpenAsync("/sign-in");
        return (browser, await page.SubmitAsync(new { Name = name, Password = password }));
    }

    private Task<string> PlantAccountAsync() => PlantAccountAsync(portal);

    private static async Task<string> PlantAccountAsync(Portal portal)
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
