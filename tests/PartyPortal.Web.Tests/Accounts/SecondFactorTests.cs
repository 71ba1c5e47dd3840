using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Accounts;

/// <summary>Security rows 35 and 37: sign-in in two steps, on a host of its own because codes follow the clock.</summary>
public sealed class SecondFactorTests : IAsyncLifetime
{
    private const string Password = "correct horse 电池 staple";

    private readonly Portal _portal = new();

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_person_sets_it_up_by_a_code_and_signs_in_in_two_steps()
    {
        var (name, browser) = await SignedInAsync();
        var other = await _portal.AlsoAsync(browser);
        await other.OpenAsync("/desk");

        var (key, card) = await SetUpAsync(browser);

        Assert.Equal(10, card.Distinct().Count());
        Assert.Contains("已开启", (await browser.OpenAsync("/account/second-factor")).Text);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/desk")).Status);
        var (newcomer, first) = await GivePasswordAsync(name);
        Assert.Equal("/sign-in/code", first.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await newcomer.GetAsync("/desk")).Status);
        _portal.Clock.Advance(TimeSpan.FromSeconds(30));
        var second = await (await newcomer.OpenAsync("/sign-in/code")).SubmitAsync(new { Code = CodeOf(key) });
        Assert.Equal("/account", second.Location);
        await newcomer.OpenAsync("/desk");
    }

    [Fact]
    public async Task A_wrong_code_turns_nothing_on_and_the_key_stays_on_the_page()
    {
        var (_, browser) = await SignedInAsync();
        var page = await browser.OpenAsync("/account/second-factor/new");
        var key = KeyOn(page);

        var answer = await page.SubmitAsync(new { Code = "000000" });

        answer.IsRefusedWith("与此密钥不符");
        Assert.Equal(key, answer.Html.QuerySelector("#Key")!.GetAttribute("value"));
        Assert.Equal(key, answer.Html.QuerySelector(".secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        Assert.NotEqual("", (await page.SubmitAsync(new { Code = "" })).Html.QuerySelector("#Code-error")!.TextContent);
        Assert.False(await _portal.InDbAsync(db => db.Users.Where(a => a.Id == browser.AccountId).Select(a => a.TwoFactorEnabled).SingleAsync()));
    }

    [Fact]
    public async Task The_same_code_is_good_for_one_use()
    {
        var (name, browser) = await SignedInAsync();
        var (key, _) = await SetUpAsync(browser);
        _portal.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = CodeOf(key);

        Assert.Equal("/account", (await GiveCodeAsync(name, code)).Location);

        (await GiveCodeAsync(name, code)).IsRefusedWith("已使用过");
    }

    [Fact]
    public async Task A_code_of_the_card_is_typed_as_one_likes_and_good_for_one_use()
    {
        var (name, browser) = await SignedInAsync();
        var (_, card) = await SetUpAsync(browser);

        var answer = await GiveCodeAsync(name, card[3].Replace('-', ' ').ToLowerInvariant());

        Assert.Equal("/account", answer.Location);
        (await GiveCodeAsync(name, card[3])).IsRefusedWith("已使用过");
        Assert.Equal(9, await _portal.InDbAsync(db => db.RecoveryCodes.CountAsync(c => c.AccountId == browser.AccountId)));
    }

    [Fact]
    public async Task Neither_the_key_nor_a_code_of_the_card_can_be_read_from_the_database()
    {
        var (_, browser) = await SignedInAsync();
        var (key, card) = await SetUpAsync(browser);
        var account = await _portal.InDbAsync(db => db.Users.SingleAsync(a => a.Id == browser.AccountId));
        var hashes = await _portal.InDbAsync(db => db.RecoveryCodes.Where(c => c.AccountId == account.Id).Select(c => c.Hash).ToListAsync());

        Assert.DoesNotContain(key, account.CodeKey!);
        Assert.All(hashes, hash => Assert.Equal(1, Convert.FromBase64String(hash)[0]));
        Assert.DoesNotContain(hashes, hash => card.Any(code => hash.Contains(code.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_step_for_a_while_whatever_the_password_says()
    {
        var (name, browser) = await SignedInAsync();
        var (key, _) = await SetUpAsync(browser);
        _portal.Clock.Advance(TimeSpan.FromSeconds(30));
        for (var i = 0; i < 5; i++) (await GiveCodeAsync(name, "000000")).IsRefusedWith("验证码");

        (await GiveCodeAsync(name, CodeOf(key))).IsRefusedWith("锁定");

        _portal.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal("/account", (await GiveCodeAsync(name, CodeOf(key))).Location);
    }

    [Fact]
    public async Task The_second_step_wants_the_first_one_a_moment_ago()
    {
        var (name, browser) = await SignedInAsync();
        await SetUpAsync(browser);
        var (late, _) = await GivePasswordAsync(name);

        _portal.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal("/sign-in", (await late.GetAsync("/sign-in/code")).Location);
        Assert.Equal("/sign-in", (await (await _portal.As(Actor.Public)).GetAsync("/sign-in/code")).Location);
    }

    [Fact]
    public async Task Turning_it_off_and_a_new_card_want_password_and_code()
    {
        var (name, browser) = await SignedInAsync();
        var (key, card) = await SetUpAsync(browser);
        _portal.Clock.Advance(TimeSpan.FromSeconds(30));

        (await (await browser.OpenAsync("/account/second-factor/codes")).SubmitAsync(new { Password = "not the password", Code = CodeOf(key) })).IsRefusedWith("密码或验证码有误");
        (await (await browser.OpenAsync("/account/second-factor/off")).SubmitAsync(new { Password, Code = "000000" })).IsRefusedWith("密码或验证码有误");
        var renewed = await (await browser.OpenAsync("/account/second-factor/codes")).SubmitAsync(new { Password, Code = CodeOf(key) });
        Assert.Equal(10, renewed.Html.QuerySelectorAll("code").Length);
        (await GiveCodeAsync(name, card[0])).IsRefusedWith("验证码");
        await (await browser.OpenAsync("/account/second-factor/off")).SubmitAsync(new { Password, Code = renewed.Html.QuerySelector("code")!.TextContent });

        Assert.Equal("/account", (await GivePasswordAsync(name)).Answer.Location);
    }

    [Fact]
    public async Task A_new_password_by_slip_does_not_skip_the_second_step()
    {
        var branch = await _portal.PlantBranchAsync("Physics");
        var person = await _portal.PlantPersonAsync(branch, "Li Hua");
        var li = await _portal.As(Actor.Of(person));
        await GiveAPasswordAsync(li);
        await SetUpAsync(li);
        var sheet = await (await (await _portal.As(Actor.Secretary(branch))).OpenAsync("/slips?Reset=true")).SubmitAsync(new { personIds = new[] { person.Id } });
        var holder = await _portal.As(Actor.Public);

        var answer = await (await holder.OpenAsync("/activate/" + sheet.Html.QuerySelector(".secret")!.TextContent)).SubmitAsync(new { Password = "another horse 电池 staple" });

        Assert.Equal("/sign-in/code", answer.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await holder.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task The_system_administrator_prints_a_slip_that_turns_the_second_step_off()
    {
        var (name, browser) = await SignedInAsync();
        await SetUpAsync(browser);
        var administrator = await _portal.As(Actor.SystemAdministrator);
        var list = await administrator.OpenAsync($"/admin/accounts?words={name}");
        var token = list.Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var sheet = await administrator.PostAsync(list.Html.QuerySelector("button[formaction$='/second-factor']")!.GetAttribute("formaction")!, new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        var holder = await _portal.As(Actor.Public);
        var answer = await (await holder.OpenAsync("/activate/" + sheet.Html.QuerySelector(".secret")!.TextContent)).SubmitAsync(new { Password });

        Assert.Equal("/desk", answer.Location);
        Assert.Contains("尚未开启", (await holder.OpenAsync("/account")).Text);
        Assert.Equal("/account", (await GivePasswordAsync(name)).Answer.Location);
    }

    [Fact]
    public async Task Whose_role_needs_it_comes_to_the_set_up_before_anything_else()
    {
        await using var portal = new Portal().With("Portal:SecondFactor", "as set");
        await portal.InitializeAsync();
        var branch = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(branch));
        var member = await portal.As(Actor.Member(branch));

        foreach (var address in new[] { "/desk", "/people", "/slips", "/account" })
            Assert.Equal("/account/second-factor/new", (await secretary.GetAsync(address)).Location);
        Assert.DoesNotContain("role-bar", (await secretary.OpenAsync("/")).Answer.Body);
        await member.OpenAsync("/desk");
        var page = await secretary.OpenAsync("/account/second-factor/new");
        await page.SubmitAsync(new { Code = new Totp(Base32Encoding.ToBytes(KeyOn(page))).ComputeTotp(portal.Clock.GetUtcNow().UtcDateTime) });

        await secretary.OpenAsync("/people");
    }

    private static string KeyOn(Page page) => page.Html.QuerySelector("#Key")!.GetAttribute("value")!;

    private string CodeOf(string key) => new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(_portal.Clock.GetUtcNow().UtcDateTime);

    private async Task<(string Name, Browser Browser)> SignedInAsync()
    {
        var browser = await _portal.As(Actor.PlainAccount);
        return (await GiveAPasswordAsync(browser), browser);
    }

    private Task<string> GiveAPasswordAsync(Browser browser) => _portal.InDbAsync(async db =>
    {
        var account = await db.Users.SingleAsync(a => a.Id == browser.AccountId);
        account.Open(new PasswordHasher<Account>().HashPassword(account, Password));
        db.Add(new SignInName { Normalized = SignInName.Normalize(account.UserName!), Kind = SignInNameKind.UserName, AccountId = account.Id });
        await db.SaveChangesAsync();
        return account.UserName!;
    });

    private async Task<(string Key, List<string> Card)> SetUpAsync(Browser browser)
    {
        var page = await browser.OpenAsync("/account/second-factor/new");
        var card = await page.SubmitAsync(new { Code = CodeOf(KeyOn(page)) });
        return (KeyOn(page), [.. card.Html.QuerySelectorAll(".code-card code").Select(c => c.TextContent)]);
    }

    private async Task<(Browser Browser, Answer Answer)> GivePasswordAsync(string name)
    {
        var browser = await _portal.As(Actor.Public);
        return (browser, await (await browser.OpenAsync("/sign-in?returnUrl=%2Faccount")).SubmitAsync(new { Name = name, Password }));
    }

    private async Task<Answer> GiveCodeAsync(string name, string code)
    {
        var (browser, answer) = await GivePasswordAsync(name);
        return await (await browser.FollowAsync(answer)).SubmitAsync(new { Code = code });
    }
}
