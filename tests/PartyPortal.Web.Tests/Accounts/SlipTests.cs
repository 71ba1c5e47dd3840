using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Accounts;

/// <summary>Security rows 9, 32, 33, 35, 39: how an account comes into being, and who may open one.</summary>
public sealed class SlipTests(Portal portal)
{
    private const string Password = "correct horse 电池 staple";

    [Fact]
    public async Task A_person_with_a_slip_chooses_a_password_and_is_in_and_the_slip_is_used_up()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var person = await portal.PlantPersonAsync(branch, "Li Hua");
        var link = await PrintAsync(await portal.As(Actor.Secretary(branch)), person.Id);
        var li = await portal.As(Actor.Public);

        var answer = await (await li.OpenAsync(link)).SubmitAsync(new { Password });

        Assert.Contains("Li Hua", (await li.FollowAsync(answer)).Text);
        Assert.Equal(HttpStatusCode.Gone, (await (await portal.As(Actor.Public)).GetAsync(link)).Status);
    }

    [Fact]
    public async Task A_newer_slip_withdraws_the_one_before()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var person = await portal.PlantPersonAsync(branch, "Li Hua");
        var secretary = await portal.As(Actor.Secretary(branch));
        var first = await PrintAsync(secretary, person.Id);
        await PrintAsync(secretary, person.Id);

        Assert.Equal(HttpStatusCode.Gone, (await (await portal.As(Actor.Public)).GetAsync(first)).Status);
    }

    [Theory, InlineData("short"), InlineData("1234567890"), InlineData("partyportal1"), InlineData("aaaaaaaaaaaa")]
    public async Task A_weak_password_is_refused_and_opens_nothing(string weak)
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var person = await portal.PlantPersonAsync(branch, "Li Hua");
        var link = await PrintAsync(await portal.As(Actor.Secretary(branch)), person.Id);

        var answer = await (await (await portal.As(Actor.Public)).OpenAsync(link)).SubmitAsync(new { Password = weak });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        await (await portal.As(Actor.Public)).OpenAsync(link);
    }

    [Fact]
    public async Task A_secretary_prints_no_slip_for_another_branch_nor_for_the_holder_of_a_role()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var other = await portal.PlantPersonAsync(await portal.PlantBranchAsync("Chemistry"), "Wang Fang");
        var officer = await portal.PlantPersonAsync(branch, "Zhao Lei");
        await portal.As(new Actor(Role.OrganisationOffice, Person: officer));
        var own = await portal.PlantPersonAsync(branch, "Li Hua");
        var secretary = await portal.As(Actor.Secretary(branch));
        var page = await secretary.OpenAsync("/slips");

        Assert.DoesNotContain("Wang Fang", page.Text);
        var token = page.Html.QuerySelector("form[action$='/slips'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var foreign = await secretary.PostAsync("/slips", new FormUrlEncodedContent([new("personIds", $"{other.Id}"), new("__RequestVerificationToken", token)]));
        var high = await secretary.PostAsync("/slips", new FormUrlEncodedContent([new("personIds", $"{officer.Id}"), new("__RequestVerificationToken", token)]));

        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Null(high.Html.QuerySelector(".secret"));
        Assert.Null(await portal.InDbAsync(db => db.People.Where(p => p.Id == other.Id).Select(p => p.AccountId).SingleAsync()));
    }

    [Fact]
    public async Task No_code_can_be_read_from_the_database()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var person = await portal.PlantPersonAsync(branch, "Li Hua");
        var code = (await PrintAsync(await portal.As(Actor.Secretary(branch)), person.Id)).Split('/')[^1];
        var hash = Slip.HashOf(code);

        Assert.Equal(Slip.HashLength, hash.Length);
        Assert.True(await portal.InDbAsync(db => db.Slips.AnyAsync(s => s.CodeHash == hash)));
        Assert.False(await portal.InDbAsync(db => db.Slips.AnyAsync(s => s.CodeHash.Contains(code))));
    }

    [Fact]
    public async Task A_code_is_typed_in_small_letters_and_without_hyphens()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var person = await portal.PlantPersonAsync(branch, "Li Hua");
        var code = (await PrintAsync(await portal.As(Actor.Secretary(branch)), person.Id)).Split('/')[^1];
        var li = await portal.As(Actor.Public);

        var answer = await (await li.OpenAsync("/activate")).SubmitAsync(new { Code = code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant() });

        Assert.Contains("Li Hua", (await li.FollowAsync(answer)).Text);
        (await (await li.OpenAsync("/activate")).SubmitAsync(new { Code = "" })).IsRefusedWith("请输入");
    }

    [Fact]
    public async Task A_slip_for_a_new_password_is_good_for_an_hour_and_a_first_one_for_two_weeks()
    {
        await using var own = new Portal();
        await own.InitializeAsync();
        var branch = await own.PlantBranchAsync("Physics");
        var (li, wang) = (await own.PlantPersonAsync(branch, "Li Hua"), await own.PlantPersonAsync(branch, "Wang Fang"));
        await own.As(Actor.Of(li));
        var secretary = await own.As(Actor.Secretary(branch));
        var reset = await PrintAsync(secretary, li.Id, "/slips?Reset=true");
        var first = await PrintAsync(secretary, wang.Id);

        own.Clock.Advance(TimeSpan.FromMinutes(61));

        var expired = await (await own.As(Actor.Public)).GetAsync(reset);
        Assert.Equal(HttpStatusCode.Gone, expired.Status);
        Assert.Contains("已过期", expired.Text);
        await (await own.As(Actor.Public)).OpenAsync(first);
        own.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal(HttpStatusCode.Gone, (await (await own.As(Actor.Public)).GetAsync(first)).Status);
    }

    [Fact]
    public async Task A_new_password_by_slip_ends_the_sessions_and_the_old_password()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var person = await portal.PlantPersonAsync(branch, "Li Hua");
        var before = await portal.As(Actor.Of(person));
        await before.OpenAsync("/desk");
        var link = await PrintAsync(await portal.As(Actor.Secretary(branch)), person.Id, "/slips?Reset=true");

        await (await (await portal.As(Actor.Public)).OpenAsync(link)).SubmitAsync(new { Password });

        Assert.Equal(HttpStatusCode.Redirect, (await before.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task An_unknown_a_used_and_a_replaced_slip_say_so_and_whom_to_ask()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var person = await portal.PlantPersonAsync(branch, "Li Hua");
        var secretary = await portal.As(Actor.Secretary(branch));
        var replaced = await PrintAsync(secretary, person.Id);
        var used = await PrintAsync(secretary, person.Id);
        await (await (await portal.As(Actor.Public)).OpenAsync(used)).SubmitAsync(new { Password });
        var stranger = await portal.As(Actor.Public);

        foreach (var (link, words) in new[] { (replaced, "已作废"), (used, "已使用过"), ("/activate/NONE-0000", "没有对应的账号单") })
        {
            var answer = await stranger.GetAsync(link);
            Assert.Contains(words, answer.Text);
            Assert.Contains("支部书记", answer.Text);
        }
    }

    [Fact]
    public async Task A_secretary_prints_slips_for_all_who_have_none_at_once()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        for (var i = 0; i < 60; i++) await portal.PlantPersonAsync(branch, $"Person {i:D2}");
        var first = await portal.PlantPersonAsync(branch, "Li Hua");
        var secretary = await portal.As(Actor.Secretary(branch));
        await PrintAsync(secretary, first.Id);
        var page = await secretary.OpenAsync("/slips?Unprinted=true");
        var all = page.Html.QuerySelector("button[formaction]")!.GetAttribute("formaction")!;
        var token = page.Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var sheets = await secretary.PostAsync(all, new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));

        Assert.Equal(60, sheets.Html.QuerySelectorAll(".slip").Length);
        Assert.DoesNotContain("Li Hua", sheets.Text);
        Assert.Contains("有效期至", (await secretary.OpenAsync("/slips")).Text);
    }

    [Theory, InlineData("2026"), InlineData("zh"), InlineData("张")]
    public async Task The_list_of_slips_is_searched_as_the_list_of_people_is(string words)
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(branch));
        await (await secretary.OpenAsync("/people/new")).SubmitAsync(new { Name = "张华", Number = Portal.Unique("2026"), Stage = Stage.Applicant });
        await portal.PlantPersonAsync(branch, "Li Hua");

        var page = await secretary.OpenAsync($"/slips?Words={Uri.EscapeDataString(words)}");

        Assert.Contains("张华", page.Text);
        Assert.DoesNotContain("Li Hua", page.Text);
    }

    [Fact]
    public async Task The_page_for_a_forgotten_password_asks_nothing_and_tells_the_way()
    {
        var page = await (await portal.As(Actor.Public)).OpenAsync("/forgotten-password");

        Assert.Empty(page.Html.QuerySelectorAll("main form"));
        Assert.Contains("60 分钟", page.Text);
    }

    [Fact]
    public async Task The_first_start_makes_two_administrators_once()
    {
        await using var fresh = new Portal();
        await fresh.InitializeAsync();
        var browser = await fresh.As(Actor.Public);
        var form = await browser.OpenAsync("/setup");
        var wrong = await form.SubmitAsync(new { Code = "0000", Name = "First", UserName = "first", Password, SecurityName = "Second", SecurityUserName = "second" });
        var right = await form.SubmitAsync(new { Code = fresh.Services.GetRequiredService<SetupCode>().Value, Name = "First", UserName = "first", Password, SecurityName = "Second", SecurityUserName = "second" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.NotNull(right.Html.QuerySelector(".secret"));
        await browser.OpenAsync("/admin/accounts");
        await browser.IsRefusedAt("/admin/roles");
        await (await fresh.As(Actor.Public)).FindsNothingAt("/setup");
    }

    private static async Task<string> PrintAsync(Browser secretary, int person, string list = "/slips")
    {
        var answer = await (await secretary.OpenAsync(list)).SubmitAsync(new { personIds = new[] { person } });
        Assert.True(answer.Html.QuerySelector(".secret") is not null, $"{(int)answer.Status} {answer.Text}");
        return "/activate/" + answer.Html.QuerySelector(".secret")!.TextContent;
    }
}
