using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Guides;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Guides;

/// <summary>How things are done: written by an office, approved by a second person, read and searched by everybody.</summary>
public sealed class GuideTests(Portal portal)
{
    [Fact]
    public async Task A_guide_with_a_form_reaches_everybody_once_a_second_person_approves_it()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.UniversityCommittee);
        var author = await portal.As(Actor.GeneralBranchSecretary(college));
        var title = Portal.Unique("Guide");
        var saved = await (await author.OpenAsync("/en/desk/guides/new")).SubmitAsync(new
        {
            Title = title,
            Topic = GuideTopic.Transfer,
            Summary = "For members who move",
            Steps = "Ask the branch.\n\n  Fill in the form. ",
            Office = "Main building 101",
            Notes = "<p>Bring <b>both</b> letters.</p>",
            Downloads__Added__Files = ("介绍信.docx", SampleFile.Office("word")),
        });
        var page = await author.FollowAsync(saved);
        var id = int.Parse(saved.Location!.Split('/')[^1]);

        await page.SubmitAsync(new { }, "#submit");
        page = await author.OpenAsync($"/en/desk/guides/{id}");
        await page.SubmitAsync(new { }, "#approve");
        await (await portal.As(Actor.Public)).FindsNothingAt($"/guides/{id}");

        await (await (await portal.As(Actor.GeneralBranchSecretary(college))).OpenAsync($"/en/desk/guides/{id}")).SubmitAsync(new { }, "#approve");
        var read = await (await portal.As(Actor.Public)).OpenAsync($"/en/guides/{id}");
        Assert.Equal(["Ask the branch.", "Fill in the form."], read.Html.QuerySelectorAll(".steps li").Select(li => li.TextContent));
        Assert.Contains("介绍信.docx (Document, 1 KB)", read.Text);
        Assert.Contains("Bring both letters.", read.Text);
        var file = read.Html.QuerySelector("a.file-link")!.GetAttribute("href")!;
        var answer = await (await portal.As(Actor.Public)).GetAsync(file);
        Assert.Equal((HttpStatusCode.OK, "public, no-cache"), (answer.Status, answer.Message.Headers.CacheControl!.ToString()));
    }

    [Fact]
    public async Task People_find_a_guide_by_its_words_and_its_topic()
    {
        var branch = await portal.PlantBranchAsync("College", null, BranchKind.UniversityCommittee);
        var word = Portal.Unique("word").ToUpperInvariant();
        await PlantAsync(branch, "Moving", GuideTopic.Transfer, word);
        await PlantAsync(branch, "Paying", GuideTopic.Dues, word);
        var stranger = await portal.As(Actor.Public);

        var both = await stranger.OpenAsync($"/en/guides?words={word.ToLowerInvariant()}");
        var one = await stranger.OpenAsync($"/en/guides?words={word}+pay&category=Dues");
        var none = await stranger.OpenAsync($"/en/guides?words={word}&category=Meetings");

        Assert.Equal(2, both.Html.QuerySelectorAll(".list-title").Length);
        Assert.Equal("Paying", one.Html.QuerySelector(".list-title")!.TextContent);
        Assert.Contains("No guide matches.", none.Text);
    }

    [Fact]
    public async Task A_guide_that_nobody_confirmed_for_a_year_is_flagged_to_its_owner_who_confirms_it_with_one_click()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (old, fresh) = (await PlantAsync(branch, "Old", GuideTopic.Dues), await PlantAsync(branch, "Fresh", GuideTopic.Dues));
        await portal.InDbAsync(db => db.Guides.Where(g => g.Id == old).ExecuteUpdateAsync(set => set.SetProperty(g => g.ConfirmedOn, portal.Today.AddMonths(-12))));
        await portal.InDbAsync(db => db.Guides.Where(g => g.Id == fresh).ExecuteUpdateAsync(set => set.SetProperty(g => g.ConfirmedOn, portal.Today.AddMonths(-12).AddDays(1))));
        var secretary = await portal.As(Actor.Secretary(branch));
        var page = await secretary.OpenAsync("/en/desk/guides");
        Assert.Single(page.Html.QuerySelectorAll("form[action$='/confirm']"));

        await page.SubmitAsync(new { }, $"form[action='/en/desk/guides/{old}/confirm']");

        Assert.Empty((await secretary.OpenAsync("/en/desk/guides")).Html.QuerySelectorAll("form[action$='/confirm']"));
        Assert.Equal(portal.Today, await portal.InDbAsync(db => db.Guides.Where(g => g.Id == old).Select(g => g.ConfirmedOn).SingleAsync()));
    }

    [Fact]
    public async Task Bad_guides_are_refused_at_the_field_and_keep_what_was_typed()
    {
        var (physics, history) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"));
        var page = await (await portal.As(Actor.Secretary(physics))).OpenAsync("/en/desk/guides/new");

        var empty = await page.SubmitAsync(new { Title = "", Topic = GuideTopic.Dues, Summary = "Kept", Steps = "One" });
        empty.IsRefusedWith("Fill in: Title.");
        Assert.Contains("Kept", empty.Body);
        (await page.SubmitAsync(new { Title = "a", Topic = GuideTopic.Dues, Summary = "b", Steps = " \n \n" })).IsRefusedWith("Fill in: Steps.");
        (await page.SubmitAsync(new { Title = new string('x', 121), Topic = GuideTopic.Dues, Summary = "b", Steps = "c" })).IsRefusedWith("at most 120 characters");
        (await page.SubmitAsync(new { Title = "a", Topic = GuideTopic.Dues, Summary = "b", Steps = "c", Downloads__Added__Files = ("page.html", SampleFile.Text("<html>")) })).IsRefusedWith("is of a kind that is not taken here");
        Assert.Equal(0, await portal.InDbAsync(db => db.Guides.CountAsync(g => g.BranchId == physics.Id || g.BranchId == history.Id)));
    }

    [Fact]
    public async Task A_guide_of_another_branch_is_out_of_reach_for_the_desk()
    {
        var (physics, history) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"));
        var id = await PlantAsync(physics, "Moving", GuideTopic.Transfer);
        var other = await portal.As(Actor.Secretary(history));

        await other.FindsNothingAt($"/desk/guides/{id}");
        await other.FindsNothingAt($"/desk/guides/{id}/edit");
        await (await portal.As(Actor.Member(physics))).IsRefusedAt("/desk/guides");
    }

    [Fact]
    public async Task A_withdrawn_guide_and_its_forms_are_gone_for_readers_and_an_edited_one_waits_again()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(branch));
        var (withdrawn, edited) = (await PlantAsync(branch, "Moving", GuideTopic.Transfer), await PlantAsync(branch, "Paying", GuideTopic.Dues));
        var stranger = await portal.As(Actor.Public);
        var page = await stranger.OpenAsync($"/guides/{withdrawn}");
        var file = page.Html.QuerySelector("a.file-link")!.GetAttribute("href")!;

        await (await secretary.OpenAsync($"/desk/guides/{withdrawn}")).SubmitAsync(new { }, "#withdraw");
        await (await secretary.OpenAsync($"/desk/guides/{edited}/edit")).SubmitAsync(new { Title = "Paying by telephone" });

        await stranger.FindsNothingAt($"/guides/{withdrawn}");
        await stranger.FindsNothingAt(file);
        await stranger.FindsNothingAt($"/guides/{edited}");
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync(file)).Status);
    }

    [Fact]
    public async Task A_stale_edit_is_told_so_and_overwrites_nothing()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var id = await PlantAsync(branch, "Moving", GuideTopic.Transfer);
        var secretary = await portal.As(Actor.Secretary(branch));
        var stale = await secretary.OpenAsync($"/desk/guides/{id}/edit");
        await (await secretary.OpenAsync($"/desk/guides/{id}/edit")).SubmitAsync(new { Title = "First" });

        Assert.Equal(HttpStatusCode.Conflict, (await stale.SubmitAsync(new { Title = "Second" })).Status);
        Assert.Equal("First", await portal.InDbAsync(db => db.Guides.Where(g => g.Id == id).Select(g => g.Title).SingleAsync()));
    }

    private Task<int> PlantAsync(Branch branch, string title, GuideTopic topic, string? keywords = null) => portal.InDbAsync(async db =>
    {
        var guide = new Guide(branch.Id, new GuideContent(title, topic, "For everybody", "One\nTwo") { Keywords = keywords }, Viewer.System, portal.Today);
        guide.ChangeDownloads([], [new StoredFile(await KeepAsync(), "form.pdf", FileKind.Pdf, "application/pdf", 4, new string('0', 64))]);
        guide.Submit(Viewer.System);
        guide.Approve(new Viewer { AccountId = "second" }, portal.Clock.UtcNow());
        db.Add(guide);
        await db.SaveChangesAsync();
        return guide.Id;
    });

    private async Task<string> KeepAsync()
    {
        var store = (Web.Platform.Files.IFileStore)portal.Services.GetService(typeof(Web.Platform.Files.IFileStore))!;
        var temporary = store.Temporary(Guid.NewGuid());
        await File.WriteAllTextAsync(temporary, "form");
        return store.Keep(temporary);
    }
}
