using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Feedback;

/// <summary>You said, we did: written by one, approved by another, read by everybody.</summary>
public sealed class DeedTests(Portal portal)
{
    [Fact]
    public async Task A_deed_is_told_to_everybody_after_a_second_person_approved_it()
    {
        var (general, branch) = await PlantAsync();
        var did = Portal.Unique("The lamp is mended ");
        var page = await WriteAsync(await portal.As(Actor.Secretary(branch)), did);
        await page.SubmitAsync(new { }, "#submit");
        Assert.DoesNotContain(did, await BoardAsync());

        var above = await portal.As(Actor.GeneralBranchSecretary(general));
        await (await above.OpenAsync(page.Url)).SubmitAsync(new { }, "#approve");
        Assert.Contains(did, await BoardAsync());
        await (await above.OpenAsync(page.Url)).SubmitAsync(new { }, "#withdraw");
        Assert.DoesNotContain(did, await BoardAsync());
    }

    [Fact]
    public async Task Nobody_approves_what_they_wrote()
    {
        var (general, _) = await PlantAsync();
        var writer = await portal.As(Actor.GeneralBranchSecretary(general));
        var page = await WriteAsync(writer, "The lamp is mended");
        await page.SubmitAsync(new { }, "#submit");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await writer.OpenAsync(page.Url)).SubmitAsync(new { }, "#approve")).Status);
        Assert.Contains("Awaiting approval", (await writer.OpenAsync(page.Url)).Text);
    }

    [Fact]
    public async Task An_entry_that_is_changed_needs_approval_again()
    {
        var (general, branch) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(branch));
        var page = await WriteAsync(secretary, "The lamp is mended");
        await page.SubmitAsync(new { }, "#submit");
        await (await (await portal.As(Actor.GeneralBranchSecretary(general))).OpenAsync(page.Url)).SubmitAsync(new { }, "#approve");
        var changed = Portal.Unique("Two lamps are mended ");

        await (await secretary.OpenAsync(page.Url + "/edit")).SubmitAsync(new { Did = changed });

        Assert.DoesNotContain(changed, await BoardAsync());
        Assert.Equal(DeedState.Draft, await portal.InDbAsync(db => db.Deeds.Where(d => d.Did == changed).Select(d => d.State).SingleAsync()));
    }

    [Theory]
    [InlineData("", "The lamp is mended", "2026-11-20", "Fill in: You said.")]
    [InlineData("The lamp is broken", "", "2026-11-20", "Fill in: We did.")]
    [InlineData("The lamp is broken", "The lamp is mended", "", "Fill in: Done on.")]
    [InlineData("The lamp is broken", "The lamp will be mended", "2026-11-25", "What is still to come is a promise.")]
    public async Task Without_a_deed_and_its_day_there_is_no_entry(string said, string did, string doneOn, string sentence)
    {
        var (_, branch) = await PlantAsync();
        var form = await (await portal.As(Actor.Secretary(branch))).OpenAsync("/en/desk/deeds/new");

        (await form.SubmitAsync(new { Said = said, Did = did, DoneOn = doneOn })).IsRefusedWith(sentence);
    }

    [Fact]
    public async Task An_entry_of_a_foreign_branch_cannot_be_written()
    {
        var (_, branch) = await PlantAsync();
        var elsewhere = await portal.PlantBranchAsync("Elsewhere");
        var form = await (await portal.As(Actor.Secretary(branch))).OpenAsync("/en/desk/deeds/new");

        (await form.SubmitAsync(new { BranchId = elsewhere.Id, Said = "x", Did = "y", DoneOn = portal.Today })).IsRefusedWith("Choose an organisation of your own.");
    }

    private async Task<(Branch General, Branch Branch)> PlantAsync()
    {
        var general = await portal.PlantBranchAsync("Sciences", await portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee), BranchKind.GeneralBranch);
        return (general, await portal.PlantBranchAsync("Physics", general));
    }

    private async Task<string> BoardAsync() => (await (await portal.As(Actor.Public)).OpenAsync("/feedback/done")).Text;

    private async Task<Page> WriteAsync(Browser writer, string did)
    {
        var saved = await (await writer.OpenAsync("/en/desk/deeds/new")).SubmitAsync(new { Said = "The lamp is broken", Did = did, DoneOn = portal.Today });
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        return await writer.FollowAsync(saved);
    }
}
