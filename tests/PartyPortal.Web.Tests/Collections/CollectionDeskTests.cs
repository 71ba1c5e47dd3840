using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.People;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Collections;

/// <summary>The office that asks: writes, adds questions, looks, asks, reminds, sends back, closes.</summary>
public sealed class CollectionDeskTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task A_secretary_writes_a_collection_adds_questions_and_asks_the_branch()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        foreach (var name in new[] { "Zhao", "Qian" }) await portal.PlantPersonAsync(physics, name);
        await portal.PlantPersonAsync(physics, "Sun", Stage.Applicant);
        var secretary = await portal.As(Actor.Secretary(physics));

        var draft = await WriteAsync(secretary, new { Title = "Summer projects", Body = "<p>For the report</p>", Reach = CollectionReach.PeopleHere, Stages = AskedStages.Members });
        var id = IdIn(draft.Url);
        (await (await secretary.OpenAsync(Address(id, "send"))).SubmitAsync(new { })).IsRefusedWith("Add a question first.");
        await AddAsync(secretary, id, QuestionKind.ShortText, new { Label = "Name of the project" });
        await AddAsync(secretary, id, QuestionKind.Choice, new { Label = "Which term?", Choices = "Spring\nAutumn" });
        var look = await secretary.OpenAsync(Address(id, "send"));
        Assert.Equal("2", look.Html.QuerySelector("#count")!.TextContent);
        Assert.Contains("Zhao", look.Html.QuerySelector("#unreachable")!.TextContent);

        var sent = await secretary.FollowAsync(await look.SubmitAsync(new { }));

        Assert.Contains("0 of 2 handed in", sent.Text);
        Assert.Equal(2, sent.Html.QuerySelectorAll("#missing-names li").Length);
    }

    [Fact]
    public async Task Questions_are_edited_ordered_and_removed_until_it_is_sent()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(physics));
        var id = await portal.PlantCollectionAsync(physics, []);

        await (await secretary.OpenAsync(Address(id, "questions/2/edit"))).SubmitAsync(new { Label = "Hours of work", Position = 1 });
        await (await secretary.OpenAsync(Address(id))).SubmitAsync(new { }, $"form[action$='/questions/3/delete']");
        (await (await secretary.OpenAsync(Address(id, "questions/new?kind=Choice"))).SubmitAsync(new { Label = "Term?", Choices = "Spring" })).IsRefusedWith("Write two answers at least");

        Assert.Equal(["Hours of work", "Name of the project"], (await portal.InDbAsync(db => db.Collections.SingleAsync(c => c.Id == id))).Questions.Select(q => q.Label));
    }

    [Fact]
    public async Task Chosen_people_are_named_by_name_or_number_and_who_is_unknown_is_said()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var (zhao, _) = (await portal.PlantPersonAsync(physics, "Zhao"), await portal.PlantPersonAsync(physics, "Qian"));
        foreach (var _ in Enumerable.Range(0, 2)) await portal.PlantPersonAsync(physics, "Li");
        var secretary = await portal.As(Actor.Secretary(physics));
        var form = await secretary.OpenAsync("/en/desk/collections/new");
        Task<Answer> Send(string chosen) => form.SubmitAsync(new { Title = "T", Body = "B", Reach = CollectionReach.ChosenPeople, Chosen = chosen });

        (await Send("Zhao\nNobody")).IsRefusedWith("Nobody among them is called: Nobody.");
        (await Send("Li")).IsRefusedWith("Several people are called Li. Give the number.");
        (await Send(" ")).IsRefusedWith("Write whom you ask, one a line.");
        var id = IdIn((await secretary.FollowAsync(await Send("Zhao"))).Url);
        await AddAsync(secretary, id, QuestionKind.ShortText, new { Label = "Project" });
        await (await secretary.OpenAsync(Address(id, "send"))).SubmitAsync(new { });

        Assert.Equal(zhao.Id, (await portal.AnswerAsync(id)).PersonId);
        Assert.Null((await portal.InDbAsync(db => db.Collections.SingleAsync(c => c.Id == id))).Chosen);
    }

    [Fact]
    public async Task A_general_branch_asks_its_branches_and_sees_which_have_no_secretary()
    {
        var general = await portal.PlantBranchAsync("Sciences", null, BranchKind.GeneralBranch);
        var (physics, _) = (await portal.PlantBranchAsync("Physics", general), await portal.PlantBranchAsync("Chemistry", general));
        await portal.As(Actor.Secretary(physics));
        var above = await portal.As(Actor.GeneralBranchSecretary(general));
        var id = IdIn((await WriteAsync(above, new { Title = "Plans", Body = "B", Reach = CollectionReach.BranchesBelow })).Url);
        await AddAsync(above, id, QuestionKind.Files, new { Label = "Plan" });

        var look = await above.OpenAsync(Address(id, "send"));
        Assert.Equal("Chemistry", look.Html.QuerySelector("#unreachable")!.TextContent.Trim());
        await look.SubmitAsync(new { });

        Assert.Equal(["Physics", "Chemistry"], await portal.InDbAsync(db => db.CollectionAnswers.Where(a => a.CollectionId == id && a.PersonId == null).OrderBy(a => a.Id).Select(a => a.Name).ToListAsync()));
    }

    [Fact]
    public async Task The_office_asks_in_the_name_of_the_university_and_of_nothing_else()
    {
        var university = await portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee);
        var physics = await portal.PlantBranchAsync("Physics", university);
        var office = await portal.As(Actor.OrganisationOffice);
        var form = await office.OpenAsync("/en/desk/collections/new");
        Task<Answer> Send(Branch by) => form.SubmitAsync(new { Title = "Plans", Body = "B", Reach = CollectionReach.BranchesBelow, BranchId = form.Choice("BranchId", by) });

        (await Send(physics)).IsRefusedWith("Choose an organisation of your own.");
        Assert.Equal(HttpStatusCode.Redirect, (await Send(university)).Status);
    }

    [Fact]
    public async Task A_date_in_the_past_and_an_empty_form_are_refused_beside_their_fields()
    {
        var secretary = await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Physics")));
        var form = await secretary.OpenAsync("/en/desk/collections/new");

        (await form.SubmitAsync(new { Title = "T", Body = "B", Reach = CollectionReach.PeopleHere, DueAt = "2026-11-01T08:00" })).IsRefusedWith("The date must lie ahead.");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SubmitAsync(new { Title = "" })).Status);
    }

    [Fact]
    public async Task Beyond_the_limit_of_a_month_a_reason_is_given_and_kept_for_the_auditor()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var zhao = await portal.PlantPersonAsync(physics, "Zhao");
        foreach (var _ in Enumerable.Range(0, 4)) await portal.PlantCollectionAsync(physics, [zhao.Ask()]);
        var secretary = await portal.As(Actor.Secretary(physics));
        var id = await portal.PlantCollectionAsync(physics, []);
        var look = await secretary.OpenAsync(Address(id, "send"));
        Assert.Contains("Physics: 4", look.Html.QuerySelector("#beyond")!.TextContent);

        (await look.SubmitAsync(new { })).IsRefusedWith("Say why they are asked once more this month.");
        var sent = await secretary.FollowAsync(await look.SubmitAsync(new { Reason = "The inspection is tomorrow" }));

        Assert.Contains("The inspection is tomorrow", sent.Text);
        Assert.True(await portal.InDbAsync(db => db.Audit.AnyAsync(a => a.Action == "Collection.BeyondLimit" && a.Subject == $"Collection {id}" && a.Detail == "The inspection is tomorrow")));
    }

    [Fact]
    public async Task An_answer_is_sent_back_with_a_reason_and_comes_again()
    {
        var (physics, zhao) = await PlantAsync();
        var id = await portal.PlantCollectionAsync(physics, [zhao.Ask()]);
        var (secretary, member) = (await portal.As(Actor.Secretary(physics)), await portal.As(Actor.Of(zhao)));
        await member.HandInAsync(id, "Reading room");
        var answer = await portal.AnswerAsync(id);
        var page = await secretary.OpenAsync(Address(id, $"answers/{answer.Id}/return"));

        (await page.SubmitAsync(new { Reason = "" })).IsRefusedWith("Fill in: What is to be changed.");
        await page.SubmitAsync(new { Reason = "Who leads it?" });

        var again = await member.OpenAsync($"/en/collections/{id}");
        Assert.Contains("It was sent back: Who leads it?", again.Text);
        await again.SubmitAsync(new Dictionary<string, object> { ["Given[0].Text"] = "Reading room, led by Li" });
        Assert.Equal((AnswerState.HandedIn, (string?)null), ((await portal.AnswerAsync(id)).State, (await portal.AnswerAsync(id)).ReturnedBecause));
    }

    [Fact]
    public async Task It_is_closed_reopened_dated_anew_copied_and_deleted_with_everything()
    {
        var (physics, zhao) = await PlantAsync();
        var id = await portal.PlantCollectionAsync(physics, [zhao.Ask()]);
        var (secretary, member) = (await portal.As(Actor.Secretary(physics)), await portal.As(Actor.Of(zhao)));
        await member.HandInAsync(id, "Reading room", ("form.pdf", SampleFile.Pdf()));

        var closed = await secretary.FollowAsync(await (await secretary.OpenAsync(Address(id))).SubmitAsync(new { }, "#close"));
        Assert.Contains("Deleted with all answers on", closed.Text);
        Assert.Contains("This collection is closed.", (await member.OpenAsync($"/en/collections/{id}")).Text);
        var open = await secretary.FollowAsync(await closed.SubmitAsync(new { }, "#reopen"));
        await (await secretary.OpenAsync(Address(id, "due"))).SubmitAsync(new { DueAt = "2026-12-24T17:00", TakesLate = false });
        var copy = await secretary.FollowAsync(await open.SubmitAsync(new { }, "#copy"));
        Assert.Equal(3, (await portal.InDbAsync(db => db.Collections.SingleAsync(c => c.Id == IdIn(copy.Url)))).Questions.Count);
        await (await secretary.OpenAsync(Address(id, "delete"))).SubmitAsync(new { });

        Assert.False(await portal.InDbAsync(db => db.Collections.AnyAsync(c => c.Id == id)));
        Assert.False(await portal.InDbAsync(db => db.CollectionAnswers.AnyAsync(a => a.CollectionId == id)));
        await member.FindsNothingAt($"/collections/{id}");
    }

    [Fact]
    public async Task They_are_reminded_once_a_day_and_no_page_shows_a_time_of_an_answer()
    {
        var (physics, zhao) = await PlantAsync();
        var id = await portal.PlantCollectionAsync(physics, [zhao.Ask()]);
        var secretary = await portal.As(Actor.Secretary(physics));
        var page = await secretary.OpenAsync(Address(id));

        Assert.Contains("reminded within a minute", (await secretary.FollowAsync(await page.SubmitAsync(new { }, "#remind"))).Text);
        Assert.Contains("They were reminded today.", (await secretary.OpenAsync(Address(id))).Text);
        Assert.Null((await secretary.OpenAsync(Address(id))).Html.QuerySelector("#remind"));
        Assert.Single((await secretary.OpenAsync(Address(id))).Html.QuerySelectorAll("main time"));
    }

    private async Task<(Branch Branch, Person Person)> PlantAsync()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        return (physics, await portal.PlantPersonAsync(physics, "Zhao"));
    }

    private static async Task<Page> WriteAsync(Browser browser, object fields) => await browser.FollowAsync(await (await browser.OpenAsync("/en/desk/collections/new")).SubmitAsync(fields));

    private static async Task AddAsync(Browser browser, int id, QuestionKind kind, object fields) =>
        await browser.FollowAsync(await (await browser.OpenAsync(Address(id, $"questions/new?kind={kind}"))).SubmitAsync(fields));

    private static string Address(int id, string? page = null) => $"/en/desk/collections/{id}{(page is null ? "" : "/" + page)}";

    private static int IdIn(string url) => int.Parse(url.Split('/').Last(part => part.Length > 0 && part.All(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);
}
