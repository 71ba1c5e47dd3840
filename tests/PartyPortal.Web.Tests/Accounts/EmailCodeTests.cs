using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Messages;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Accounts;

/// <summary>Where the portal sends e-mail, the code for an address comes by it.</summary>
public sealed partial class EmailCodeTests(MailPortal portal) : IClassFixture<MailPortal>
{
    [Fact]
    public async Task The_code_comes_by_mail_even_at_night_and_confirms_the_address()
    {
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.Zero));
        var (browser, address) = await NameAddressAsync();
        await portal.SendAsync();
        var code = CodeIn(address);

        Assert.Contains("/account/email/confirm", portal.Smtp.To(address).Single().TextBody);
        await (await browser.OpenAsync("/account/email/confirm")).SubmitAsync(new { Code = code });

        Assert.True(await portal.InDbAsync(db => db.Users.Where(a => a.Id == browser.AccountId).Select(a => a.EmailConfirmed).SingleAsync()));
        Assert.Null((await portal.DeliveriesAsync(browser)).Single().Sealed);
    }

    [Fact]
    public async Task While_it_waits_the_database_does_not_know_the_code()
    {
        var (browser, address) = await NameAddressAsync();
        var waiting = (await portal.DeliveriesAsync(browser)).Single();
        await portal.SendAsync();

        Assert.NotNull(waiting.Sealed);
        Assert.DoesNotContain(CodeIn(address), waiting.Sealed);
    }

    [Fact]
    public async Task A_new_code_makes_the_one_before_it_void()
    {
        var (browser, address) = await NameAddressAsync();
        await portal.SendAsync();
        var first = CodeIn(address);

        await (await browser.OpenAsync("/account/email")).SubmitAsync(new { }, "form[action$='/code']");
        await portal.SendAsync();

        (await (await browser.OpenAsync("/account/email/confirm")).SubmitAsync(new { Code = first })).IsRefusedWith("不是您邮箱的验证码");
        Assert.Equal("/account/email", (await (await browser.OpenAsync("/account/email/confirm")).SubmitAsync(new { Code = CodeIn(address) })).Location);
    }

    [Fact]
    public async Task A_code_goes_to_the_address_named_last_and_to_no_confirmed_one()
    {
        var (browser, before) = await NameAddressAsync();
        var after = Portal.Unique("after") + "@mail.example.edu";
        await (await browser.OpenAsync("/account/email/edit")).SubmitAsync(new { Email = after });
        await portal.SendAsync();
        var page = await browser.OpenAsync("/account/email");
        await (await browser.OpenAsync("/account/email/confirm")).SubmitAsync(new { Code = CodeIn(after) });

        Assert.Empty(portal.Smtp.To(before));
        Assert.Equal(HttpStatusCode.NotFound, (await page.SubmitAsync(new { }, "form[action$='/code']")).Status);
    }

    [Fact]
    public async Task A_refused_address_is_used_again_once_a_new_code_comes_back()
    {
        var (browser, address) = await NameAddressAsync();
        await portal.SendAsync();
        await (await browser.OpenAsync("/account/email/confirm")).SubmitAsync(new { Code = CodeIn(address) });
        await portal.InDbAsync(async db => { (await db.Users.SingleAsync(a => a.Id == browser.AccountId)).RefuseEmail(portal.Today); await db.SaveChangesAsync(); });

        await (await browser.OpenAsync("/account/email")).SubmitAsync(new { }, "form[action$='/code']");
        Assert.False(await portal.InDbAsync(db => db.SignInNames.AnyAsync(n => n.AccountId == browser.AccountId && n.Kind == SignInNameKind.Email)));
        await portal.SendAsync();
        await (await browser.OpenAsync("/account/email/confirm")).SubmitAsync(new { Code = CodeIn(address) });

        Assert.Contains("You can sign in by it", (await browser.OpenAsync("/en/account/email")).Text);
    }

    [Fact]
    public async Task Codes_are_not_sent_without_end()
    {
        var (browser, _) = await NameAddressAsync();
        var page = await browser.OpenAsync("/account/email");

        List<HttpStatusCode> answers = [];
        for (var i = 0; i < 6; i++) answers.Add((await page.SubmitAsync(new { }, "form[action$='/code']")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(1, await portal.InDbAsync(db => db.Deliveries.CountAsync(d => d.AccountId == browser.AccountId && d.State == DeliveryState.Waiting)));
    }

    private async Task<(Browser Browser, string Address)> NameAddressAsync()
    {
        var (browser, address) = (await portal.As(Actor.PlainAccount), Portal.Unique("owner") + "@mail.example.edu");
        Assert.Equal("/account/email", (await (await browser.OpenAsync("/account/email/edit")).SubmitAsync(new { Email = address })).Location);
        return (browser, address);
    }

    private string CodeIn(string address) => Code().Match(portal.Smtp.To(address).Last().TextBody!).Value;

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){5}")]
    private static partial Regex Code();
}
