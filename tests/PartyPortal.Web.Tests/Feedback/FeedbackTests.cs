using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.WorkCalendar;
using PartyPortal.Web.Features.Feedback;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Feedback;

public sealed class FeedbackTests(Portal portal)
{
    [Fact]
    public async Task A_stranger_writes_the_office_answers_and_the_code_opens_the_answer()
    {
        var (general, branch) = await portal.PlantOfficesAsync();
        var stranger = await portal.As(Actor.Public);
        var text = Portal.Unique("The lamp is broken ");
        var code = await FeedbackSteps.SendAsync(stranger, branch, text);

        var secretary = await portal.As(Actor.GeneralBranchSecretary(general));
        var item = await secretary.OpenAsync($"/desk/feedback/{await portal.IdOfFeedbackAsync(text)}");
        await item.SubmitAsync(new { Text = "It is mended." }, "#answer");

        var read = await (await stranger.OpenAsync("/feedback/receipt")).SubmitAsync(new { Code = code.ToLowerInvariant() });
        Assert.Contains("It is mended.", read.Text);
        var page = new Page(stranger, "/feedback/receipt", read);
        var rated = await page.SubmitAsync(new { Text = "Thank you", Satisfaction = Satisfaction.Satisfied });
        Assert.Equal(HttpStatusCode.OK, rated.Status);
        Assert.Contains("Thank you", rated.Text);
    }

    [Fact]
    public async Task A_secretary_sees_what_is_signed_and_never_what_is_anonymous_or_about_an_office_holder()
    {
        var (general, branch) = await portal.PlantOfficesAsync();
        var sender = await portal.As(Actor.Member(branch));
        var (signed, anonymous, about) = (Portal.Unique("signed"), Portal.Unique("anonymous"), Portal.Unique("about"));
        await FeedbackSteps.SendAsync(sender, branch, signed, named: true);
        await FeedbackSteps.SendAsync(sender, branch, anonymous);
        await FeedbackSteps.SendAsync(sender, branch, about, named: true, office: "Secretary");

        var own = (await (await portal.As(Actor.Secretary(branch))).OpenAsync("/desk/feedback")).Text;
        var above = (await (await portal.As(Actor.GeneralBranchSecretary(general))).OpenAsync("/desk/feedback")).Text;

        Assert.Contains(signed, own);
        Assert.DoesNotContain(anonymous, own);
        Assert.DoesNotContain(about, own);
        Assert.DoesNotContain(signed, above);
        Assert.Contains(anonymous, above);
        Assert.Contains(about, above);
        await (await portal.As(Actor.Secretary(branch))).FindsNothingAt($"/desk/feedback/{await portal.IdOfFeedbackAsync(about)}");
    }

    [Fact]
    public async Task Who_signs_for_the_university_alone_is_read_and_answered_there_alone()
    {
        var (general, branch) = await portal.PlantOfficesAsync();
        var text = Portal.Unique("For the office alone ");
        var page = await (await portal.As(Actor.Public)).OpenAsync("/feedback");
        await page.SubmitAsync(new { Kind = FeedbackKind.Problem, BranchId = page.Choice("BranchId", branch), Text = text, Named = true, Name = "Li Hua", Reach = NameReach.TopOnly });

        Assert.DoesNotContain(text, (await (await portal.As(Actor.Secretary(branch))).OpenAsync("/desk/feedback")).Text);
        Assert.DoesNotContain(text, (await (await portal.As(Actor.GeneralBranchSecretary(general))).OpenAsync("/desk/feedback")).Text);
        Assert.Contains("Li Hua", (await (await portal.As(Actor.OrganisationOffice)).OpenAsync($"/desk/feedback/{await portal.IdOfFeedbackAsync(text)}")).Text);
    }

    [Fact]
    public async Task A_general_branch_secretary_does_not_see_what_is_about_the_general_branch()
    {
        var (general, _) = await portal.PlantOfficesAsync();
        var text = Portal.Unique("about");
        await FeedbackSteps.SendAsync(await portal.As(Actor.Member(general)), general, text, office: "GeneralBranchSecretary");
        var id = await portal.IdOfFeedbackAsync(text);

        await (await portal.As(Actor.GeneralBranchSecretary(general))).FindsNothingAt($"/desk/feedback/{id}");
        await (await portal.As(Actor.OrganisationOffice)).OpenAsync($"/desk/feedback/{id}");
    }

    [Fact]
    public async Task The_organisation_office_does_not_see_what_is_about_an_office_holder_further_down()
    {
        var (_, branch) = await portal.PlantOfficesAsync();
        var text = Portal.Unique("about");
        await FeedbackSteps.SendAsync(await portal.As(Actor.Member(branch)), branch, text, office: "Secretary");

        await (await portal.As(Actor.OrganisationOffice)).FindsNothingAt($"/desk/feedback/{await portal.IdOfFeedbackAsync(text)}");
    }

    [Fact]
    public async Task A_text_that_seems_to_name_its_writer_is_pointed_out_and_nothing_is_kept_until_it_is_sent_again()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var name = Portal.Unique("Li Hua");
        var page = await (await portal.As(Actor.Of(await portal.PlantPersonAsync(branch, name)))).OpenAsync("/en/feedback");
        var text = $"Nobody repairs the lamp. {name}, 13812345678";
        var fields = new { Kind = FeedbackKind.Problem, BranchId = page.Choice("BranchId", branch), Text = text };

        var pointedOut = await page.SubmitAsync(fields);

        pointedOut.IsRefusedWith($"The text seems to tell who you are: {name}; 13812345678.");
        Assert.Contains(text, pointedOut.Text);
        Assert.False(await portal.InDbAsync(db => db.FeedbackItems.AnyAsync(f => f.Text == text)));
    }

    [Fact]
    public async Task Who_knows_that_the_text_names_them_may_send_it_and_a_signed_text_is_not_looked_at()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var sender = await portal.As(Actor.Member(branch));
        var (known, signed) = (Portal.Unique("Call 13812345678 "), Portal.Unique("Call 13812345679 "));

        var page = await sender.OpenAsync("/en/feedback");
        var pointedOut = await page.SubmitAsync(new { Kind = FeedbackKind.Help, BranchId = page.Choice("BranchId", branch), Text = known });
        FeedbackSteps.CodeOf(await new Page(sender, "/en/feedback", pointedOut).SubmitAsync(new { SendAsItIs = true }));
        await FeedbackSteps.SendAsync(sender, branch, signed, named: true);

        Assert.Equal(2, await portal.InDbAsync(db => db.FeedbackItems.CountAsync(f => f.ConcernedId == branch.Id)));
    }

    [Fact]
    public async Task The_inbox_is_filtered_and_says_when_it_is_empty()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var text = Portal.Unique("signed");
        var secretary = await portal.As(Actor.Secretary(branch));
        await FeedbackSteps.SendAsync(await portal.As(Actor.Member(branch)), branch, text, named: true);

        Assert.Contains(text, (await secretary.OpenAsync("/en/desk/feedback?State=Received&Kind=Problem")).Text);
        Assert.Contains("No messages here.", (await secretary.OpenAsync("/en/desk/feedback?Kind=Praise")).Text);
        Assert.Contains("No messages here.", (await secretary.OpenAsync("/en/desk/feedback?State=Closed")).Text);
    }

    [Fact]
    public async Task The_sender_sees_who_works_on_it_until_when_and_why_more_time_is_taken()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var text = Portal.Unique("signed");
        var (sender, secretary) = (await portal.As(Actor.Member(branch)), await portal.As(Actor.Secretary(branch)));
        var code = await FeedbackSteps.SendAsync(sender, branch, text, named: true);
        Assert.Contains("To be taken up until: 25 November 2026", (await ReadAsync(sender, code)).Text);
        var address = $"/en/desk/feedback/{await portal.IdOfFeedbackAsync(text)}";

        await (await secretary.OpenAsync(address)).SubmitAsync(new { }, "#take-up");
        Assert.Contains("To be answered until: 1 December 2026", (await ReadAsync(sender, code)).Text);
        var extension = await secretary.OpenAsync(address + "/extend");
        (await extension.SubmitAsync(new { Days = 3, Reason = "" })).IsRefusedWith("Fill in: Reason, which the sender reads.");
        (await extension.SubmitAsync(new { Days = 16, Reason = "Long" })).IsRefusedWith("Working days more");
        await extension.SubmitAsync(new { Days = 3, Reason = "The workshop is closed." });

        var read = (await ReadAsync(sender, code)).Text;
        Assert.Contains("The workshop is closed. The answer comes at the latest on: 4 December 2026", read);
        await extension.SubmitAsync(new { Days = 1, Reason = "Once more." });
        (await extension.SubmitAsync(new { Days = 1, Reason = "And again." })).IsRefusedWith("More time is taken twice at most.");
    }

    [Fact]
    public async Task What_came_before_there_were_terms_gets_them_from_its_senders_last_word()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (text, came) = (Portal.Unique("old"), portal.Today.AddDays(-1));
        await portal.InDbAsync(async db =>
        {
            db.Add(new FeedbackItem(FeedbackKind.Question, text, await db.Branches.SingleAsync(b => b.Id == branch.Id), null, new("Li Hua", null), text, new(came, WorkingDays.OfTheWeek)));
            await db.SaveChangesAsync();
            await db.FeedbackItems.Where(f => f.Text == text).ExecuteUpdateAsync(set => set.SetProperty(f => f.AskedOn, default(DateOnly)).SetProperty(f => f.DueOn, default(DateOnly)));
        });

        for (var run = 0; run < 2; run++) await portal.InDbAsync(db => ActivatorUtilities.CreateInstance<StartOldClocks>(portal.Services).RunAsync(db, portal.Clock.UtcNow()));

        var item = await portal.InDbAsync(db => db.FeedbackItems.SingleAsync(f => f.Text == text));
        Assert.Equal((came, portal.Today, false), (item.AskedOn, item.DueOn, item.IsLate(portal.Today)));
    }

    [Fact]
    public async Task What_has_a_topic_goes_to_its_office_and_past_it_when_it_is_about_an_office_holder()
    {
        var (_, branch) = await portal.PlantOfficesAsync();
        var canteen = await portal.PlantBranchAsync("Canteen");
        var keeper = await portal.As(Actor.Secretary(canteen));
        var topic = Portal.Unique("Food ");
        var topics = await (await portal.As(Actor.OrganisationOffice)).OpenAsync("/en/admin/feedback-topics/create");
        await topics.SubmitAsync(new { Name = topic, OfficeId = topics.Choice("OfficeId", canteen) });
        (await topics.SubmitAsync(new { Name = topic })).IsRefusedWith("There is a topic of this name already.");
        var id = await portal.InDbAsync(db => db.FeedbackTopics.Where(t => t.Name == topic).Select(t => t.Id).SingleAsync());
        var (anonymous, about) = (Portal.Unique("cold soup"), Portal.Unique("about"));
        var stranger = await portal.As(Actor.Public);

        foreach (var (text, office) in new[] { (anonymous, ""), (about, "Secretary") })
        {
            var form = await stranger.OpenAsync("/feedback");
            FeedbackSteps.CodeOf(await form.SubmitAsync(new { Kind = FeedbackKind.Problem, BranchId = form.Choice("BranchId", branch), TopicId = id, Text = text, About = office }));
        }

        var inbox = (await keeper.OpenAsync("/desk/feedback")).Text;
        Assert.Contains(anonymous, inbox);
        Assert.DoesNotContain(about, inbox);
        var list = await (await portal.As(Actor.OrganisationOffice)).OpenAsync($"/en/admin/feedback-topics/{id}/edit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await list.SubmitAsAsync($"/en/admin/feedback-topics/{id}/delete")).Status);
    }

    [Fact]
    public async Task Where_nobody_holds_the_office_the_message_goes_up_until_somebody_does()
    {
        var top = await portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee);
        var general = await portal.PlantBranchAsync("Sciences", top, BranchKind.GeneralBranch);
        var vacant = await portal.PlantBranchAsync("Physics", general);
        var above = await portal.As(Actor.GeneralBranchSecretary(general));
        var text = Portal.Unique("signed");

        await FeedbackSteps.SendAsync(await portal.As(Actor.Member(vacant)), vacant, text, named: true);

        Assert.Contains(text, (await above.OpenAsync("/desk/feedback")).Text);
    }

    [Fact]
    public async Task Where_the_person_concerned_alone_holds_the_office_above_the_message_goes_past_it()
    {
        var top = await portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee);
        var general = await portal.PlantBranchAsync("Sciences", top, BranchKind.GeneralBranch);
        var branch = await portal.PlantBranchAsync("Physics", general);
        var concerned = await portal.As(Actor.Secretary(branch));
        await portal.InDbAsync(async db =>
        {
            db.Add(new RoleGrant(concerned.AccountId!, Role.GeneralBranchSecretary, await db.Branches.SingleAsync(b => b.Id == general.Id), new DateOnly(2024, 1, 1), "test"));
            return await db.SaveChangesAsync();
        });
        var text = Portal.Unique("about");

        await FeedbackSteps.SendAsync(await portal.As(Actor.Member(branch)), branch, text, office: "Secretary");

        await (await portal.As(Actor.OrganisationOffice)).OpenAsync($"/desk/feedback/{await portal.IdOfFeedbackAsync(text)}");
        await concerned.FindsNothingAt($"/desk/feedback/{await portal.IdOfFeedbackAsync(text)}");
    }

    [Fact]
    public async Task The_inbox_goes_on_page_by_page_and_shows_each_message_once()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var day = new DateOnly(2026, 11, 1);
        await portal.InDbAsync(db =>
        {
            var concerned = db.Branches.Single(b => b.Id == branch.Id);
            db.AddRange(Enumerable.Range(0, 65).Select(i => new FeedbackItem(FeedbackKind.Question, $"Question {i}.", concerned, null, new("Li Hua", null), $"{branch.Id}-{i}", new(day.AddDays(i / 20), WorkingDays.OfTheWeek))));
            return db.SaveChangesAsync();
        });
        var secretary = await portal.As(Actor.Secretary(branch));

        var shown = new List<string>();
        for (var url = "/desk/feedback?State=Received"; url is not null;)
        {
            var page = await secretary.OpenAsync(url);
            shown.AddRange(page.Html.QuerySelectorAll(".list-text").Select(row => row.TextContent));
            url = page.Html.QuerySelectorAll(".pager a").Select(link => link.GetAttribute("href")!).FirstOrDefault(link => link.Contains("after=", StringComparison.Ordinal));
        }

        Assert.Equal(65, shown.Count);
        Assert.Equal(65, shown.Distinct().Count());
        Assert.All(shown.Take(5), text => Assert.InRange(int.Parse(text["Question ".Length..^1], System.Globalization.CultureInfo.InvariantCulture), 0, 19));
    }

    [Fact]
    public async Task An_organisation_that_is_not_in_the_list_is_refused_at_its_field_and_kept()
    {
        var page = await (await portal.As(Actor.Public)).OpenAsync("/en/feedback");

        var answer = await page.SubmitAsync(new { Kind = FeedbackKind.Problem, BranchId = "No such branch", Text = "The lamp is broken" });

        answer.IsRefusedWith("No organisation in use has the code or name “No such branch”.");
        Assert.Contains("The lamp is broken", answer.Text);
    }

    [Fact]
    public async Task Twenty_posts_of_one_form_are_one_message()
    {
        var (_, branch) = await portal.PlantOfficesAsync();
        var text = Portal.Unique("Once");
        var page = await (await portal.As(Actor.Member(branch))).OpenAsync("/feedback");
        var fields = new { Kind = FeedbackKind.Praise, BranchId = page.Choice("BranchId", branch), Text = text };

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => page.SubmitAsync(fields)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Single(answers.Select(FeedbackSteps.CodeOf).Distinct());
        Assert.Equal(1, await portal.InDbAsync(db => db.FeedbackItems.CountAsync(f => f.Text == text)));
    }

    [Fact]
    public async Task A_text_that_is_missing_or_too_long_is_refused_and_kept()
    {
        var (_, branch) = await portal.PlantOfficesAsync();
        var page = await (await portal.As(Actor.Member(branch))).OpenAsync("/en/feedback");
        var text = new string('x', 3001);

        (await page.SubmitAsync(new { Kind = FeedbackKind.Praise, BranchId = page.Choice("BranchId", branch), Text = "" })).IsRefusedWith("Fill in: Your message.");
        var answer = await page.SubmitAsync(new { Kind = FeedbackKind.Praise, BranchId = page.Choice("BranchId", branch), Text = text });
        answer.IsRefusedWith("Your message: at most 3000 characters.");
        Assert.Contains(text, answer.Text);
    }

    [Fact]
    public async Task An_answer_by_contact_needs_a_contact()
    {
        var (_, branch) = await portal.PlantOfficesAsync();
        var page = await (await portal.As(Actor.Member(branch))).OpenAsync("/en/feedback");
        var answer = await page.SubmitAsync(new { Kind = FeedbackKind.Help, BranchId = page.Choice("BranchId", branch), Text = "Please call", Named = true, Name = "Li Hua", AnswerByContact = true });

        answer.IsRefusedWith("Enter a telephone number or an e-mail address for the answer.");
        Assert.Contains("Please call", answer.Text);
    }

    [Fact]
    public async Task A_wrong_code_opens_nothing()
    {
        var page = await (await portal.As(Actor.PlainAccount)).OpenAsync("/en/feedback/receipt");

        (await page.SubmitAsync(new { Code = "0000-0000-0000-0000" })).IsRefusedWith("No message is found under this code. Check each character and try again.");
    }

    [Fact]
    public async Task Nothing_is_closed_without_an_answer()
    {
        var (_, branch) = await portal.PlantOfficesAsync();
        var text = Portal.Unique("open");
        await FeedbackSteps.SendAsync(await portal.As(Actor.Member(branch)), branch, text, named: true);
        var page = await (await portal.As(Actor.Secretary(branch))).OpenAsync($"/desk/feedback/{await portal.IdOfFeedbackAsync(text)}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.SubmitAsync(new { }, "#close")).Status);
        Assert.Equal(FeedbackState.Received, await portal.InDbAsync(db => db.FeedbackItems.Where(f => f.Text == text).Select(f => f.State).SingleAsync()));
    }

    [Fact]
    public async Task The_form_says_what_is_kept_and_what_may_not_be_sent()
    {
        var text = (await (await portal.As(Actor.Public)).OpenAsync("/feedback")).Text;

        Assert.Contains("非涉密", text);
        Assert.Contains("校园网", text);
        Assert.Contains("纪检", text);
    }

    private static async Task<Answer> ReadAsync(Browser browser, string code) => await (await browser.OpenAsync("/en/feedback/receipt")).SubmitAsync(new { Code = code });
}
