using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Help;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Settings;
using PartyPortal.Web.Features.Help;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Help;

/// <summary>Questions about the portal itself: asked on any page, answered at the desk. A database of its own, because the jobs look at all of it.</summary>
public sealed class TicketTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task A_question_is_asked_taken_up_answered_asked_again_and_closed()
    {
        var (member, desk) = (await portal.As(Actor.Member(await portal.PlantBranchAsync("Physics"))), await portal.As(Actor.SystemAdministrator));
        var asked = await AskAsync(member, "Where do I change my telephone?");
        var id = asked.Url.Split('/')[^1];
        Assert.Contains("Received", asked.Text);

        var open = await desk.OpenAsync($"/en/desk/tickets/{id}");
        await open.SubmitAsync(new { }, "#take-up");
        Assert.Contains("In work", (await member.OpenAsync("/en/help/tickets")).Text);
        await open.SubmitAsync(new { Text = "Under “My information”." }, "#answer");
        var answered = await member.OpenAsync(asked.Url);
        Assert.Contains("Under “My information”.", answered.Text);
        await answered.SubmitAsync(new { Text = "It is not there." }, "#write");
        Assert.Contains("Where do I change", (await desk.OpenAsync("/en/desk/tickets")).Text);

        await open.SubmitAsync(new { Text = "It is now." }, "#answer");
        await (await desk.OpenAsync($"/en/desk/tickets/{id}")).SubmitAsync(new { }, "#close");
        Assert.Contains("Closed", (await member.OpenAsync("/en/help/tickets")).Text);
        await (await desk.OpenAsync($"/en/desk/tickets/{id}")).SubmitAsync(new { }, "#reopen");
        await (await member.OpenAsync(asked.Url)).SubmitAsync(new { }, "#settle");
        Assert.Equal(["Ticket.Answered", "Ticket.Answered", "Ticket.Closed", "Ticket.Reopened", "Ticket.TakenUp"],
            await portal.InDbAsync(db => db.Audit.Where(a => a.Subject == $"Ticket {id}").Select(a => a.Action).OrderBy(a => a).ToListAsync()));
    }

    [Fact]
    public async Task The_hours_and_the_usual_time_are_said_before_anything_is_sent()
    {
        var member = await portal.As(Actor.Member(await portal.PlantBranchAsync("Physics")));

        var facts = (await member.OpenAsync("/en/help/ask")).Html.QuerySelectorAll("main .facts dd").Select(fact => fact.TextContent);
        Assert.Equal(["working days, 8:30–11:30 and 14:00–17:00", "2 working days"], facts.Take(2));
        Assert.Contains("工作日 8:30–11:30、14:00–17:00", (await member.OpenAsync("/help/ask")).Text);
        await portal.SetAsync(nameof(PortalSettings.SupportContact), "8888-1234");
        Assert.Contains("8888-1234", (await (await portal.As(Actor.Public)).OpenAsync("/en/help/ask")).Text);
    }

    [Fact]
    public async Task Only_whoever_asked_and_the_desk_read_a_question()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var words = Portal.Unique("Secret ");
        var asked = await AskAsync(await portal.As(Actor.Member(branch)), words);
        var id = asked.Url.Split('/')[^1];

        foreach (var actor in (Actor[])[Actor.Member(branch), Actor.Secretary(branch), Actor.OrganisationOffice, Actor.SecurityAdministrator, Actor.Auditor, Actor.SystemAdministrator])
        {
            var other = await portal.As(actor);
            await other.FindsNothingAt(asked.Url);
            Assert.DoesNotContain(words, (await other.OpenAsync("/help/tickets")).Text);
            var token = await other.OpenAsync("/en/help/ask");
            Assert.Equal(HttpStatusCode.NotFound, (await token.SubmitAsAsync($"{asked.Url}/write", ("Text", "Mine"))).Status);
            if (actor == Actor.SystemAdministrator) continue;
            await other.IsRefusedAt($"/desk/tickets/{id}");
        }

        Assert.Equal(HttpStatusCode.Redirect, (await (await portal.As(Actor.Public)).GetAsync("/help/tickets")).Status);
    }

    [Theory, InlineData("My number is 110101199003074514"), InlineData("Call 13800138000")]
    public async Task Numbers_of_persons_are_pointed_out_once_and_nothing_is_sent_before(string words)
    {
        var member = await portal.As(Actor.Member(await portal.PlantBranchAsync("Physics")));
        var form = await member.OpenAsync("/en/help/ask");

        var refused = await form.SubmitAsync(new { Text = words });
        refused.IsRefusedWith("The text seems to hold data about a person");
        Assert.Contains(words, refused.Text);
        Assert.DoesNotContain(words, (await member.OpenAsync("/en/help/tickets")).Text);

        await new Page(member, "/en/help/ask", refused).SubmitAsync(new { Text = words, SendAsItIs = true });
        Assert.Contains(words, (await member.OpenAsync("/en/help/tickets")).Text);
    }

    [Fact]
    public async Task An_error_page_gives_its_number_and_the_kind_of_page_but_neither_ids_nor_codes()
    {
        var member = await portal.As(Actor.Member(await portal.PlantBranchAsync("Physics")));
        var error = await member.GetAsync("/en/people/4711/edit?x=secret");
        var link = error.Html.QuerySelector("main a[href*='/help/ask']")!.GetAttribute("href")!;
        Assert.DoesNotContain("4711", link);

        var form = await member.OpenAsync(link);
        Assert.Contains("The kind of page goes with them: /people/{id}/edit", form.Text);
        await form.SubmitAsync(new { Text = "I cannot open this." });

        var ticket = await portal.InDbAsync(db => db.Tickets.SingleAsync(t => t.AccountId == member.AccountId));
        Assert.Equal("/people/{id}/edit", ticket.Page);
        Assert.NotEmpty(ticket.ErrorId!);
        Assert.Contains("/activate/{code}", (await member.OpenAsync("/en/help/ask?from=/activate/SECRETCODE")).Text);
        Assert.Equal("", (await member.OpenAsync("/en/help/ask?from=/no/such/page&number=%3Cscript%3E")).Html.QuerySelector("input[name=Page]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Whoever_cannot_sign_in_is_told_how_the_desk_is_reached_and_asked_for_nothing()
    {
        var stranger = await portal.As(Actor.Public);
        var page = await stranger.OpenAsync("/en/help/ask?from=/sign-in");

        Assert.Empty(page.Html.QuerySelectorAll("main form"));
        Assert.NotNull(page.Html.QuerySelector("main a[href='/en/feedback']"));
        Assert.NotNull(page.Html.QuerySelector("main a[href^='/en/sign-in']"));
    }

    [Fact]
    public async Task The_desk_hears_of_a_question_and_whoever_asked_of_the_answer_once()
    {
        var (member, desk) = (await portal.As(Actor.Member(await portal.PlantBranchAsync("Physics"))), await portal.As(Actor.SystemAdministrator));
        var asked = await AskAsync(member, "Where do I change my telephone?");
        await TellAsync();
        await TellAsync();
        Assert.Equal(1, await CountAsync(desk, MessageKind.TicketArrived, asked));
        Assert.Equal(0, await CountAsync(member, MessageKind.TicketArrived, asked));

        await (await desk.OpenAsync($"/en/desk/tickets/{asked.Url.Split('/')[^1]}")).SubmitAsync(new { Text = "Under “My information”." }, "#answer");
        await TellAsync();
        await TellAsync();
        Assert.Equal(1, await CountAsync(member, MessageKind.TicketAnswered, asked));
        Assert.NotNull((await member.OpenAsync("/en/messages")).Html.QuerySelector("main a[href='/en/help/tickets']"));
    }

    [Fact]
    public async Task A_closed_question_is_deleted_when_its_months_are_over_and_an_open_one_stays()
    {
        var member = await portal.As(Actor.PlainAccount);
        var (closed, open) = (await AskAsync(member, "Closed one"), await AskAsync(member, "Open one"));
        await closed.SubmitAsync(new { }, "#settle");

        await ForgetAsync(portal.Today.AddMonths(6));
        Assert.Equal(2, await portal.InDbAsync(db => db.Tickets.CountAsync(t => t.AccountId == member.AccountId)));
        await ForgetAsync(portal.Today.AddMonths(6).AddDays(1));

        await member.FindsNothingAt(closed.Url);
        Assert.Contains("Open one", (await member.OpenAsync(open.Url)).Text);
    }

    [Fact]
    public async Task An_answer_without_words_and_one_that_is_too_long_are_refused_at_the_field()
    {
        var (member, desk) = (await portal.As(Actor.PlainAccount), await portal.As(Actor.SystemAdministrator));
        var asked = await AskAsync(member, "Where?");
        var open = await desk.OpenAsync($"/en/desk/tickets/{asked.Url.Split('/')[^1]}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await open.SubmitAsync(new { Text = "" }, "#answer")).Status);
        var refused = await asked.SubmitAsync(new { Text = new string('x', Ticket.TextMaxLength + 1) }, "#write");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotEmpty(refused.Html.QuerySelector("#Text-error")!.TextContent);
    }

    [Fact]
    public async Task The_desk_may_answer_a_question_and_nobody_else_may_write_one_past_the_pages()
    {
        var member = await portal.As(Actor.PlainAccount);
        var asked = await AskAsync(member, "Where?");
        var (id, other) = (int.Parse(asked.Url.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture), new Viewer { AccountId = Guid.NewGuid().ToString() });

        Assert.Null(await portal.InDbAsync(other, db => db.Tickets.SingleOrDefaultAsync(t => t.Id == id)));
        await Assert.ThrowsAsync<Data.Access.OutsideJurisdictionException>(() => portal.InDbAsync(other, async db =>
        {
            db.Add(new Ticket(member.AccountId!, "In another name", null, null, portal.Today));
            return await db.SaveChangesAsync();
        }));
    }

    private static async Task<Page> AskAsync(Browser who, string words) =>
        await who.FollowAsync(await (await who.OpenAsync("/en/help/ask")).SubmitAsync(new { Text = words }));

    private Task TellAsync() => portal.InDbAsync(db => new TellOfTickets().RunAsync(db, portal.Clock.UtcNow()));

    private Task ForgetAsync(DateOnly day) => portal.InDbAsync(db =>
        new ForgetTickets((CurrentSettings)portal.Services.GetService(typeof(CurrentSettings))!).RunAsync(db, PortalClock.ToUtc(day.ToDateTime(new TimeOnly(9, 0)))));

    private Task<int> CountAsync(Browser reader, MessageKind kind, Page ticket) =>
        portal.InDbAsync(db => db.Messages.CountAsync(m => m.AccountId == reader.AccountId && m.Kind == kind && m.Key.StartsWith($"ticket:{ticket.Url.Split('/', StringSplitOptions.None).Last()}:")));
}
