using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform.Files;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Collections;

/// <summary>Those who are asked: they find it, keep a draft, hand in, change, and are told at once what is wrong.</summary>
public sealed class AnswerTests(Portal portal)
{
    [Fact]
    public async Task A_member_finds_it_keeps_a_draft_hands_it_in_and_changes_it_until_the_date()
    {
        var (physics, zhao, browser) = await PlantAsync();
        var id = await portal.PlantCollectionAsync(physics, [zhao.Ask()]);
        Assert.Contains("/collections/" + id, (await browser.OpenAsync("/en/collections")).Html.QuerySelector("#to-give")!.InnerHtml);
        Assert.Contains("Hand in: Projects", (await browser.OpenAsync("/en/desk/todo")).Text);

        var kept = await browser.FollowAsync(await (await browser.OpenAsync($"/en/collections/{id}")).SubmitAsync(new Dictionary<string, object> { ["Given[1].Text"] = "12", ["IsDraft"] = true }));
        Assert.Contains("It is not handed in yet.", kept.Text);
        Assert.Equal("12", kept.Html.QuerySelector("[name='Given[1].Text']")!.GetAttribute("value"));
        Assert.Equal(AnswerState.Draft, (await portal.AnswerAsync(id)).State);

        var given = await browser.FollowAsync(await kept.SubmitAsync(new Dictionary<string, object> { ["Given[0].Text"] = "Reading room" }));
        Assert.Contains("Your answer is handed in.", given.Text);
        await given.SubmitAsync(new Dictionary<string, object> { ["Given[0].Text"] = "Reading circle", ["Given[1].Text"] = "" });

        var answer = await portal.AnswerAsync(id);
        Assert.Equal((AnswerState.HandedIn, "Reading circle", (string?)null, false), (answer.State, answer.Value(1), answer.Value(2), answer.IsLate));
        Assert.DoesNotContain("Hand in: Projects", (await browser.OpenAsync("/en/desk/todo")).Text);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_and_what_was_typed_is_kept()
    {
        var (physics, zhao, browser) = await PlantAsync();
        var id = await portal.PlantCollectionAsync(physics, [zhao.Ask()]);

        var refused = await (await browser.OpenAsync($"/en/collections/{id}")).SubmitAsync(new Dictionary<string, object> { ["Given[1].Text"] = "a dozen" });

        refused.IsRefusedWith("Answer this question.");
        Assert.Contains("Write a number, such as 12 or 3.5.", refused.Text);
        Assert.Equal("a dozen", refused.Html.QuerySelector("[name='Given[1].Text']")!.GetAttribute("value"));
        Assert.Equal(AnswerState.Waiting, (await portal.AnswerAsync(id)).State);
    }

    [Theory]
    [InlineData("form.docx", "is of a kind that this question does not take."), InlineData("run.exe", "is of a kind that is not taken here."), InlineData("large.pdf", "is larger than 1 MB.")]
    public async Task A_file_that_is_not_wanted_is_refused_beside_its_field_and_the_text_is_kept(string name, string sentence)
    {
        var (physics, zhao, browser) = await PlantAsync();
        var id = await portal.PlantCollectionAsync(physics, [zhao.Ask()]);
        var bytes = name switch { "form.docx" => SampleFile.Office("word"), "run.exe" => SampleFile.Exe(), _ => SampleFile.Pdf(new string(' ', 1_100_000)) };

        var refused = await (await browser.OpenAsync($"/en/collections/{id}")).SubmitAsync(new Dictionary<string, object> { ["Given[0].Text"] = "Reading room", ["Given[2].Files.Files"] = (name, bytes) });

        refused.IsRefusedWith($"“{name}” {sentence}");
        Assert.Equal("Reading room", refused.Html.QuerySelector("[name='Given[0].Text']")!.GetAttribute("value"));
        Assert.Empty((await portal.AnswerAsync(id)).Files);
    }

    [Fact]
    public async Task A_file_sent_ahead_is_kept_in_the_draft_taken_away_and_its_bytes_are_gone()
    {
        var (physics, zhao, browser) = await PlantAsync();
        var id = await portal.PlantCollectionAsync(physics, [zhao.Ask()]);
        var (pdf, _) = await browser.SendAsync("表.pdf", FileUse.Answer, SampleFile.Pdf());

        var page = await browser.OpenAsync($"/en/collections/{id}");
        var kept = await browser.FollowAsync(await page.SubmitAsync(new Dictionary<string, object> { ["IsDraft"] = true }, more: [("Given[2].Files.Uploads", $"{pdf}")]));
        var file = Assert.Single((await portal.AnswerAsync(id)).Files);
        Assert.Contains("表.pdf", kept.Text);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/collections/{id}/files/{file.Id}")).Status);

        var after = await kept.SubmitAsync(new Dictionary<string, object> { ["Given[2].Dropped"] = $"{file.Id}", ["IsDraft"] = true });

        Assert.True(after.Status is HttpStatusCode.Redirect, after.Text);
        Assert.Empty((await portal.AnswerAsync(id)).Files);
        Assert.Null(portal.Services.GetRequiredService<IFileStore>().Open(file.File.StoreName));
    }

    [Fact]
    public async Task Only_who_is_asked_for_something_may_send_files_ahead_and_only_for_that()
    {
        var (physics, zhao, browser) = await PlantAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.AnnounceAsync("a.pdf", FileUse.Answer, 100)).Status);
        await portal.PlantCollectionAsync(physics, [zhao.Ask()]);
        Assert.Equal(HttpStatusCode.Created, (await browser.AnnounceAsync("a.pdf", FileUse.Answer, 100)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.AnnounceAsync("a.pdf", FileUse.Attachment, 100)).Status);
        Assert.Contains("is larger than 50 MB.", (await browser.AnnounceAsync("a.pdf", FileUse.Answer, 60_000_000)).Body);
    }

    [Fact]
    public async Task A_draft_and_a_file_are_nobody_elses_and_the_offices_once_they_are_handed_in()
    {
        var (physics, zhao, browser) = await PlantAsync();
        var qian = await portal.PlantPersonAsync(physics, "Qian");
        var id = await portal.PlantCollectionAsync(physics, [zhao.Ask(), qian.Ask()]);
        var (secretary, other) = (await portal.As(Actor.Secretary(physics)), await portal.As(Actor.Of(qian)));
        await (await browser.OpenAsync($"/en/collections/{id}")).SubmitAsync(new Dictionary<string, object> { ["Given[0].Text"] = "Secret draft", ["Given[2].Files.Files"] = ("表.pdf", SampleFile.Pdf()), ["IsDraft"] = true });
        var answer = await portal.AnswerAsync(id, zhao);
        var (own, desk) = ($"/collections/{id}/files/{answer.Files[0].Id}", $"/desk/collections/{id}/files/{answer.Files[0].Id}");

        await secretary.FindsNothingAt(desk);
        await secretary.FindsNothingAt($"/desk/collections/{id}/answers/{answer.Id}");
        await other.FindsNothingAt(own);

        await browser.HandInAsync(id, "Handed in");
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync(desk)).Status);
        Assert.Contains("Handed in", (await secretary.OpenAsync($"/desk/collections/{id}/answers/{answer.Id}")).Text);
        await other.FindsNothingAt(own);
        await secretary.FindsNothingAt(own);
        await (await portal.As(Actor.In(Role.StudentAssistant, physics))).IsRefusedAt(desk);
        await (await portal.As(Actor.Secretary(await portal.PlantBranchAsync("History")))).FindsNothingAt(desk);
    }

    [Fact]
    public async Task The_office_above_the_one_that_asks_reads_nothing_of_it()
    {
        var general = await portal.PlantBranchAsync("Sciences", null, BranchKind.GeneralBranch);
        var physics = await portal.PlantBranchAsync("Physics", general);
        var zhao = await portal.PlantPersonAsync(physics, "Zhao");
        var id = await portal.PlantCollectionAsync(physics, [zhao.Ask()]);
        await (await portal.As(Actor.Of(zhao))).HandInAsync(id, "Reading room");

        foreach (var above in new[] { Actor.GeneralBranchSecretary(general), Actor.OrganisationOffice })
            await (await portal.As(above)).FindsNothingAt($"/desk/collections/{id}");
    }

    [Fact]
    public async Task For_an_organisation_whoever_holds_its_office_answers_and_nobody_without_one()
    {
        var general = await portal.PlantBranchAsync("Sciences", null, BranchKind.GeneralBranch);
        var (physics, history) = (await portal.PlantBranchAsync("Physics", general), await portal.PlantBranchAsync("History", general));
        var id = await portal.PlantCollectionAsync(general, [physics.Ask()]);
        var (secretary, deputy) = (await portal.As(Actor.Secretary(physics)), await portal.As(Actor.In(Role.DeputySecretary, physics)));

        await (await secretary.OpenAsync($"/en/collections/{id}")).SubmitAsync(new Dictionary<string, object> { ["Given[0].Text"] = "Reading room", ["IsDraft"] = true });
        await deputy.HandInAsync(id, "Reading room of both");

        Assert.Equal("Reading room of both", (await portal.AnswerAsync(id)).Value(1));
        foreach (var other in new[] { Actor.Secretary(history), Actor.Member(physics), Actor.PlainAccount, Actor.In(Role.GroupLeader, physics), Actor.Auditor })
            await (await portal.As(other)).FindsNothingAt($"/collections/{id}");
    }

    [Fact]
    public async Task Two_who_answer_for_one_branch_do_not_overwrite_each_other_unseen()
    {
        var general = await portal.PlantBranchAsync("Sciences", null, BranchKind.GeneralBranch);
        var physics = await portal.PlantBranchAsync("Physics", general);
        var id = await portal.PlantCollectionAsync(general, [physics.Ask()]);
        var page = await (await portal.As(Actor.Secretary(physics))).OpenAsync($"/en/collections/{id}");
        await (await portal.As(Actor.In(Role.DeputySecretary, physics))).HandInAsync(id, "The deputy's");

        var stale = await page.SubmitAsync(new Dictionary<string, object> { ["Given[0].Text"] = "The secretary's" });

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("The secretary's", stale.Html.QuerySelector("[name='Given[0].Text']")!.GetAttribute("value"));
        Assert.Equal("The deputy's", (await portal.AnswerAsync(id)).Value(1));
    }

    private async Task<(Branch Branch, Person Person, Browser Browser)> PlantAsync()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var zhao = await portal.PlantPersonAsync(physics, "Zhao");
        return (physics, zhao, await portal.As(Actor.Of(zhao)));
    }
}
