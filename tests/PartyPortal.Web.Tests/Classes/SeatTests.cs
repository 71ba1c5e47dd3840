using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.People;
using PartyPortal.Web.Features.Messages;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Robots;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Search;
using PartyPortal.Web.Tests.Study;

namespace PartyPortal.Web.Tests.Classes;

/// <summary>Who has a seat, who waits, and who is told.</summary>
public sealed class SeatTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Over_the_quota_one_waits_knows_the_own_place_alone_and_moves_up_when_a_seat_is_given_up()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (id, _) = await portal.PlantClassAsync(branch, quota: 1);
        var (first, second, third) = (await portal.SignsUpAsync(branch, id), await portal.SignsUpAsync(branch, id), await portal.SignsUpAsync(branch, id));
        Assert.Contains("You have a seat.", (await first.OpenAsync($"/en/classes/{id}")).Text);
        Assert.Contains("You are number 1 on the waiting list.", (await second.OpenAsync($"/en/classes/{id}")).Text);
        Assert.Contains("You are number 2 on the waiting list.", (await third.OpenAsync($"/en/classes/{id}")).Text);
        await DeliverAsync();
        Assert.Equal(0, await MessagesAsync(MessageKind.ClassSeat, id));
        var again = await third.FollowAsync(await third.PostAsync($"/en/classes/{id}/sign-up", Token(await third.OpenAsync($"/en/classes/{id}"))));
        Assert.DoesNotContain("You have signed up.", again.Text, StringComparison.Ordinal);

        await (await first.OpenAsync($"/en/classes/{id}/withdraw")).SubmitAsync(new { });
        await DeliverAsync();
        await DeliverAsync();

        Assert.Contains("You have a seat.", (await second.OpenAsync($"/en/classes/{id}")).Text);
        Assert.Contains("You have a seat in a training class", (await second.OpenAsync("/en/messages")).Text);
        Assert.Contains("You are number 1 on the waiting list.", (await third.OpenAsync($"/en/classes/{id}")).Text);
        Assert.Equal(1, await MessagesAsync(MessageKind.ClassSeat, id));
        Assert.Contains("All seats are taken. You would be number 2 on the waiting list.", (await first.OpenAsync($"/en/classes/{id}")).Text);
    }

    [Fact]
    public async Task A_larger_quota_seats_the_waiting_and_a_smaller_one_takes_no_seat_away()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (id, _) = await portal.PlantClassAsync(branch, quota: 1);
        var (_, waiting, last) = (await portal.SignsUpAsync(branch, id), await portal.SignsUpAsync(branch, id), await portal.SignsUpAsync(branch, id));
        var organiser = await portal.As(Actor.Secretary(branch));

        await (await organiser.OpenAsync($"/en/desk/classes/{id}/edit")).SubmitAsync(new { Quota = 2 });
        await DeliverAsync();

        Assert.Contains("You have a seat.", (await waiting.OpenAsync($"/en/classes/{id}")).Text);
        Assert.Contains("You are number 1 on the waiting list.", (await last.OpenAsync($"/en/classes/{id}")).Text);
        Assert.Equal(1, await MessagesAsync(MessageKind.ClassSeat, id));
        (await (await organiser.OpenAsync($"/en/desk/classes/{id}/edit")).SubmitAsync(new { Quota = 1 })).IsRefusedWith("2 people have a seat already.");
    }

    [Fact]
    public async Task Many_who_want_the_last_seat_in_one_moment_get_one_number_each_and_no_seat_is_given_twice()
    {
        const int people = 12;
        var branch = await portal.PlantBranchAsync("Physics");
        var (id, _) = await portal.PlantClassAsync(branch, quota: 1);
        var pages = new List<Page>();
        for (var i = 0; i < people; i++) pages.Add(await (await portal.As(Actor.Member(branch))).OpenAsync($"/en/classes/{id}"));

        // Each clicks twice.
        var answers = await Task.WhenAll(pages.Concat(pages).Select(page => page.SubmitAsync(new { }, "#sign-up")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal(Enumerable.Range(1, people), await portal.InDbAsync(db => db.ClassSignUps.Where(s => s.ClassId == id).OrderBy(s => s.Number).Select(s => s.Number).ToListAsync()));
        Assert.Equal(people - 1, await portal.InDbAsync(db => db.ClassSignUps.CountAsync(s => s.ClassId == id && s.AwaitsWord)));
    }

    [Fact]
    public async Task A_class_at_the_same_time_as_another_is_warned_of_and_not_refused()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var ((one, _), (other, _)) = (await portal.PlantClassAsync(branch, content: c => c with { Title = "Dancing" }), await portal.PlantClassAsync(branch));
        var person = await portal.SignsUpAsync(branch, one);

        var page = await person.OpenAsync($"/en/classes/{other}");
        Assert.Contains("Dancing", page.Html.QuerySelector("#clashes")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("You have signed up.", (await person.FollowAsync(await page.SubmitAsync(new { }, "#sign-up"))).Text);
    }

    [Fact]
    public async Task Only_whom_it_is_for_finds_a_class_and_other_stages_are_told_so()
    {
        var (branch, elsewhere) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("Elsewhere"));
        var (id, _) = await portal.PlantClassAsync(branch, content: c => c with { Stages = [Stage.Candidate] });
        var member = await portal.As(Actor.Member(branch));

        await (await portal.As(Actor.Member(elsewhere))).FindsNothingAt($"/classes/{id}");
        Assert.Equal(HttpStatusCode.Redirect, (await (await portal.As(Actor.Public)).GetAsync($"/classes/{id}")).Status);
        var page = await member.OpenAsync($"/en/classes/{id}");
        Assert.Contains("This class is for people of other stages.", page.Text);
        Assert.Null(page.Html.QuerySelector("#sign-up"));
        await member.PostAsync($"/en/classes/{id}/sign-up", Token(page));
        Assert.Equal(0, await portal.InDbAsync(db => db.ClassSignUps.CountAsync(s => s.ClassId == id)));
        Assert.Contains("You have a seat.", (await (await portal.SignsUpAsync(branch, (await portal.PlantClassAsync(branch)).Class)).OpenAsync($"/en/classes/{id + 1}")).Text);
    }

    [Fact]
    public async Task Whoever_has_a_seat_finds_the_class_on_the_to_do_list_in_the_calendar_and_in_the_search()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (id, _) = await portal.PlantClassAsync(branch, quota: 1, content: c => c with { Title = "Astronomy by night" });
        var (seated, waiting) = (await portal.SignsUpAsync(branch, id), await portal.SignsUpAsync(branch, id));
        await portal.KeepIndexAsync();

        Assert.Contains("Class: Astronomy by night, 09:00 at Room 1", (await seated.OpenAsync("/en/desk/todo")).Text);
        Assert.DoesNotContain("Astronomy", (await waiting.OpenAsync("/en/desk/todo")).Text, StringComparison.Ordinal);
        Assert.Contains("Astronomy by night", (await seated.OpenAsync("/en/desk/calendar?from=2026-12-01")).Text);
        Assert.NotNull((await waiting.OpenAsync("/en/search?words=astronomy")).Html.QuerySelector($"a[href$='/classes/{id}']"));
        Assert.DoesNotContain("Astronomy by night", (await (await portal.As(Actor.Public)).OpenAsync("/en/search?words=astronomy")).Text, StringComparison.Ordinal);
    }

    private Task DeliverAsync() => portal.InDbAsync(db => new DeliverMessages(new RobotSettings()).RunAsync(db, portal.Clock.UtcNow()));

    private Task<int> MessagesAsync(MessageKind kind, int id) => portal.InDbAsync(db => db.Messages.CountAsync(m => m.Kind == kind && m.ClassId == id));

    private static FormUrlEncodedContent Token(Page page) => new([new("__RequestVerificationToken", page.Token())]);
}
