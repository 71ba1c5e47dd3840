using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Guides;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.Settings;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Desk;

/// <summary>Whoever is away names somebody who may do the same anyhow; that person sees for whom, and gains no right.</summary>
public sealed class AbsenceTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task A_stand_in_sees_each_thing_once_and_for_whom_until_the_absence_is_ended()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        await portal.PlantPersonAsync(branch, "Li Hua");
        var (away, other) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.Secretary(branch)));

        await (await NewAsync(away)).SubmitAsync(new { StandInId = other.AccountId, Until = portal.Today.AddDays(9) });

        var line = Assert.Single((await other.OpenAsync("/en/desk/todo")).Html.QuerySelectorAll(".todos li"));
        Assert.Contains(", who is absent until 3 December 2026", line.TextContent, StringComparison.Ordinal);
        await (await away.OpenAsync("/desk/absence")).SubmitAsync(new { });
        Assert.Contains("You are Secretary of Physics", (await other.OpenAsync("/en/desk/todo")).Text);
    }

    [Fact]
    public async Task Only_who_may_do_the_same_is_offered_and_taken()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        var (physics, history) = (await portal.PlantBranchAsync("Physics", college), await portal.PlantBranchAsync("History", college));
        var away = await portal.As(Actor.Secretary(physics));
        var equal = await portal.As(Actor.Secretary(physics));
        var lesser = new[] { await portal.As(Actor.In(Role.DeputySecretary, physics)), await portal.As(Actor.Secretary(history)), await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.Auditor), await portal.As(Actor.Member(physics)) };

        var form = await NewAsync(away);
        var offered = form.Html.QuerySelectorAll("select option").Select(o => o.GetAttribute("value")).ToList();
        Assert.Contains(equal.AccountId, offered);
        foreach (var other in lesser.Append(away))
        {
            Assert.DoesNotContain(other.AccountId, offered);
            (await form.SubmitAsync(new { StandInId = other.AccountId, Until = portal.Today })).IsRefusedWith("Only somebody else with an equal right can stand in.");
        }
    }

    [Fact]
    public async Task An_office_of_somebody_else_cannot_be_stood_in_for_and_ended_by_nobody_else()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (away, other) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.Secretary(branch)));
        await (await NewAsync(away)).SubmitAsync(new { StandInId = other.AccountId, Until = portal.Today });
        var (grant, id) = await portal.InDbAsync(async db => ((await db.RoleGrants.SingleAsync(g => g.AccountId == away.AccountId)).Id, (await db.Absences.SingleAsync(a => a.AccountId == away.AccountId)).Id));

        await other.FindsNothingAt($"/desk/absence/new/{grant}");
        Assert.Equal(HttpStatusCode.NotFound, (await (await NewAsync(other)).SubmitAsAsync($"/desk/absence/{id}/end")).Status);
        var forms = await NewAsync(other);
        Assert.Equal(HttpStatusCode.NotFound, (await forms.SubmitAsAsync($"/desk/absence/new/{grant}", ("StandInId", other.AccountId!), ("From", "2026-11-24"), ("Until", "2026-11-24"))).Status);
    }

    [Fact]
    public async Task Days_that_are_none_are_refused_beside_their_field_and_stay()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (away, other) = (await portal.As(Actor.Secretary(branch)), await portal.As(Actor.Secretary(branch)));

        var answer = await (await NewAsync(away)).SubmitAsync(new { StandInId = other.AccountId, Until = portal.Today.AddDays(-1) });

        answer.IsRefusedWith("The last day lies before the first.");
        Assert.Equal("2026-11-23", answer.Html.QuerySelector("[name=Until]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Standing_in_for_the_approver_nobody_approves_their_own_work()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        var (away, writer) = (await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.GeneralBranchSecretary(college)));
        await (await NewAsync(away)).SubmitAsync(new { StandInId = writer.AccountId, Until = portal.Today });
        var guide = await (await writer.OpenAsync("/en/desk/guides/new")).SubmitAsync(new { Title = "How to", Topic = GuideTopic.Joining, Summary = "For all", Steps = "One step" });
        await (await writer.FollowAsync(guide)).SubmitAsync(new { }, "#submit");

        Assert.Contains("Nothing waits for you.", (await writer.OpenAsync("/en/desk/todo")).Text);
        var page = await writer.OpenAsync(guide.Location!);
        await page.SubmitAsync(new { }, "#approve");
        Assert.Equal(GuideState.AwaitingApproval, await portal.InDbAsync(db => db.Guides.Where(g => g.BranchId == college.Id).Select(g => g.State).SingleAsync()));
    }

    private static async Task<Page> NewAsync(Browser person) =>
        await person.OpenAsync((await person.OpenAsync("/en/desk/absence")).Html.QuerySelector("main a[href*='absence/new']")!.GetAttribute("href")!);
}

/// <summary>What a reviewer sends back returns to its author with the reason, and where two must approve, two do.</summary>
public sealed class ReturnTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Theory, InlineData("guides"), InlineData("study")]
    public async Task What_is_sent_back_is_its_authors_to_do_with_the_reason_until_it_is_handed_in_again(string kind)
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        var (writer, reviewer) = (await portal.As(Actor.Secretary(college)), await portal.As(Actor.GeneralBranchSecretary(college)));
        var page = kind == "guides"
            ? await writer.FollowAsync(await (await writer.OpenAsync("/en/desk/guides/new")).SubmitAsync(new { Title = "How to", Topic = GuideTopic.Joining, Summary = "For all", Steps = "One step" }))
            : await writer.FollowAsync(await (await writer.OpenAsync("/en/desk/study/new/Article")).SubmitAsync(new { Title = "How to", Category = StudyCategory.Rules, Source = "Us", Body = "<p>Text</p>", AudienceKind = AudienceKind.Internet }));
        await page.SubmitAsync(new { }, kind == "guides" ? "#submit" : "#publish");

        var link = (await reviewer.OpenAsync(page.Url)).Html.QuerySelector("main a[href$='/return']")!.GetAttribute("href")!;
        (await (await reviewer.OpenAsync(link)).SubmitAsync(new { Reason = " " })).IsRefusedWith("Fill in: What is to be mended.");
        await (await reviewer.OpenAsync(link)).SubmitAsync(new { Reason = "Name the room." });

        Assert.Contains("It was sent back to you with a reason", (await writer.OpenAsync("/en/desk/todo")).Text);
        Assert.Contains("Name the room.", (await writer.OpenAsync(page.Url)).Text);
        await (await writer.OpenAsync(page.Url)).SubmitAsync(new { }, kind == "guides" ? "#submit" : "#publish");
        Assert.DoesNotContain("Name the room.", (await writer.OpenAsync(page.Url)).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing waits for you.", (await writer.OpenAsync("/en/desk/todo")).Text);
    }

    [Theory, InlineData("guides"), InlineData("study")]
    public async Task Nobody_sends_back_what_waits_for_nothing(string kind)
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        var reviewer = await portal.As(Actor.GeneralBranchSecretary(college));
        var page = kind == "guides"
            ? await reviewer.FollowAsync(await (await reviewer.OpenAsync("/en/desk/guides/new")).SubmitAsync(new { Title = "How to", Topic = GuideTopic.Joining, Summary = "For all", Steps = "One step" }))
            : await reviewer.FollowAsync(await (await reviewer.OpenAsync("/en/desk/study/new/Article")).SubmitAsync(new { Title = "How to", Category = StudyCategory.Rules, Source = "Us", Body = "<p>Text</p>" }));

        var answer = await (await reviewer.OpenAsync(page.Url + "/return")).SubmitAsync(new { Reason = "Name the room." });

        answer.IsRefusedWith("does not wait for approval.");
        Assert.Contains("Name the room.", answer.Text);
    }

    [Fact]
    public async Task Where_two_must_approve_a_notice_for_the_internet_two_do()
    {
        await using var strict = new OwnPortal();
        await strict.InitializeAsync();
        await strict.SetAsync(nameof(PortalSettings.InternetNeedsTwo), "True");
        var college = await strict.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        var (writer, first, second) = (await strict.As(Actor.Secretary(college)), await strict.As(Actor.GeneralBranchSecretary(college)), await strict.As(Actor.OrganisationOffice));
        var page = await writer.FollowAsync(await (await writer.OpenAsync("/en/desk/notices/new")).SubmitAsync(new { Title = "For all", Body = "<p>The text</p>", AudienceKind = AudienceKind.Internet }));
        await page.SubmitAsync(new { }, "#publish");
        Task<NoticeState> StateAsync() => strict.InDbAsync(db => db.Notices.Select(n => n.State).SingleAsync());

        var review = await first.OpenAsync(page.Url + "/review");
        await review.SubmitAsync(new { }, "#approve");
        Assert.Equal(NoticeState.AwaitingApproval, await StateAsync());
        Assert.Contains("Nothing waits for you.", (await first.OpenAsync("/en/desk/todo")).Text);
        Assert.Contains("You have approved it already.", (await first.OpenAsync(page.Url + "/review")).Text);

        await (await second.OpenAsync(page.Url + "/review")).SubmitAsync(new { }, "#approve");
        Assert.Equal(NoticeState.Published, await StateAsync());
    }
}
