using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain;
using PartyPortal.Domain.People;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Accounts;

/// <summary>By which names one signs in, and who may take which.</summary>
public sealed class SignInNameTests(Portal portal)
{
    private const string Password = "correct horse 电池 staple";

    [Fact]
    public async Task An_address_opens_the_account_only_after_its_code()
    {
        var address = Portal.Unique("li") + "@Example.edu";
        var browser = await WithPasswordAsync();
        await (await browser.OpenAsync("/account/email/edit")).SubmitAsync(new { Email = address });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(address)).Status);
        var code = await MakeCodeAsync(browser);

        (await (await browser.OpenAsync("/account/email/confirm")).SubmitAsync(new { Code = "0000-0000" })).IsRefusedWith("不是您邮箱的验证码");
        var answer = await (await browser.OpenAsync("/account/email/confirm")).SubmitAsync(new { Code = code });

        Assert.Equal("/account/email", answer.Location);
        Assert.Equal("/desk", (await SignInAsync(address.ToLowerInvariant())).Location);
    }

    [Fact]
    public async Task A_code_for_an_address_opens_no_account_and_helps_nobody_else()
    {
        var (owner, other) = (await WithPasswordAsync(), await WithPasswordAsync());
        await (await owner.OpenAsync("/account/email/edit")).SubmitAsync(new { Email = Portal.Unique("wang") + "@example.edu" });
        await (await other.OpenAsync("/account/email/edit")).SubmitAsync(new { Email = Portal.Unique("zhao") + "@example.edu" });
        var code = await MakeCodeAsync(owner);

        await (await portal.As(Actor.Public)).FindsNothingAt("/activate/" + code);
        (await (await other.OpenAsync("/account/email/confirm")).SubmitAsync(new { Code = code })).IsRefusedWith("不是您邮箱的验证码");
    }

    [Fact]
    public async Task Two_accounts_never_sign_in_by_the_same_address()
    {
        var address = Portal.Unique("sun") + "@example.edu";
        var (first, second) = (await WithPasswordAsync(), await WithPasswordAsync());
        foreach (var browser in new[] { first, second }) await (await browser.OpenAsync("/account/email/edit")).SubmitAsync(new { Email = address });
        var (mine, theirs) = (await MakeCodeAsync(first), await MakeCodeAsync(second));
        await (await first.OpenAsync("/account/email/confirm")).SubmitAsync(new { Code = mine });

        (await (await second.OpenAsync("/account/email/confirm")).SubmitAsync(new { Code = theirs })).IsRefusedWith("其他账号");
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_and_kept_in_the_form()
    {
        var answer = await (await (await WithPasswordAsync()).OpenAsync("/account/email/edit")).SubmitAsync(new { Email = "not an address" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("not an address", answer.Html.QuerySelector("#Email")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_corrected_number_is_the_new_sign_in_name()
    {
        var (before, after) = (Portal.Unique("B"), Portal.Unique("B"));
        var person = await PlantNumberedAsync(before);

        await RenumberAsync(person, after);

        Assert.Equal("/desk", (await SignInAsync(after)).Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(before)).Status);
    }

    [Fact]
    public async Task A_number_by_which_somebody_else_signs_in_is_refused()
    {
        var taken = Portal.Unique("B");
        await portal.InDbAsync(async db =>
        {
            var account = new Account { UserName = taken, NormalizedUserName = taken, DisplayName = "Somebody", SecurityStamp = taken };
            db.AddRange(account, new SignInName { Normalized = taken, Kind = SignInNameKind.UserName, AccountId = account.Id });
            await db.SaveChangesAsync();
        });
        var person = await PlantNumberedAsync(Portal.Unique("B"));

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => RenumberAsync(person, taken));

        Assert.Equal("Number", broken.Field);
    }

    [Fact]
    public async Task Strangers_who_guess_lock_out_strangers_and_not_the_owner_at_the_usual_browser()
    {
        var name = Portal.Unique("B");
        await PlantNumberedAsync(name);
        var usual = await portal.As(Actor.Public);
        Assert.Equal("/desk", (await SignInAsync(name, usual)).Location);
        for (var i = 0; i < 5; i++) await SignInAsync(name, password: "not the password");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(name)).Status);
        Assert.Equal("/desk", (await SignInAsync(name, usual)).Location);
        for (var i = 0; i < 5; i++) await SignInAsync(name, usual, "not the password");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(name, usual)).Status);
    }

    private async Task<Browser> WithPasswordAsync()
    {
        var browser = await portal.As(Actor.PlainAccount);
        await portal.InDbAsync(async db => { SetPassword(await db.Users.SingleAsync(a => a.Id == browser.AccountId)); return await db.SaveChangesAsync(); });
        return browser;
    }

    private static void SetPassword(Account account) => account.Open(new PasswordHasher<Account>().HashPassword(account, Password));

    private async Task<string> MakeCodeAsync(Browser owner)
    {
        var name = await portal.InDbAsync(db => db.Users.Where(a => a.Id == owner.AccountId).Select(a => a.UserName!).SingleAsync());
        var administrator = await portal.As(Actor.SystemAdministrator);
        var list = await administrator.OpenAsync($"/admin/accounts?words={name}");
        var token = list.Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var sheet = await administrator.PostAsync(list.Html.QuerySelector("button[formaction$='/email']")!.GetAttribute("formaction")!, new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        return sheet.Html.QuerySelector(".secret")!.TextContent;
    }

    private async Task<int> PlantNumberedAsync(string number)
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var person = await portal.PlantPersonAsync(branch, "Li Hua", Stage.Applicant);
        await portal.InDbAsync(async db =>
        {
            var account = new Account { UserName = number, NormalizedUserName = SignInName.Normalize(number), DisplayName = "Li Hua", SecurityStamp = number };
            SetPassword(account);
            var known = await db.People.SingleAsync(p => p.Id == person.Id);
            known.GiveNumber(number);
            known.AccountId = account.Id;
            db.AddRange(account, new SignInName { Normalized = SignInName.Normalize(number), Kind = SignInNameKind.Number, AccountId = account.Id });
            return await db.SaveChangesAsync();
        });
        return person.Id;
    }

    private Task<int> RenumberAsync(int person, string number) => portal.InDbAsync(async db =>
    {
        (await db.People.SingleAsync(p => p.Id == person)).GiveNumber(number);
        return await db.SaveChangesAsync();
    });

    private async Task<Answer> SignInAsync(string name, Browser? browser = null, string password = Password) =>
        await (await (browser ?? await portal.As(Actor.Public)).OpenAsync("/sign-in")).SubmitAsync(new { Name = name, Password = password });
}
