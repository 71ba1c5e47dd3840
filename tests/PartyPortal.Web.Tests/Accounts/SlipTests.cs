using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
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

        Assert.False(await portal.InDbAsync(db => db.UserTokens.AnyAsync(t => t.Name.Contains(code) || t.Value!.Contains(code))));
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

    private static async Task<string> PrintAsync(Browser secretary, int person)
    {
        var answer = await (await secretary.OpenAsync("/slips")).SubmitAsync(new { personIds = new[] { person } });
        Assert.True(answer.Html.QuerySelector(".secret") is not null, $"{(int)answer.Status} {answer.Text}");
        return new Uri(answer.Html.QuerySelector(".secret")!.TextContent).AbsolutePath;
    }
}
