using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Feedback;

/// <summary>What an office does with messages beside answering: notes, merging, reopening.</summary>
public sealed class FeedbackDeskTests(Portal portal)
{
    [Fact]
    public async Task A_private_note_is_read_by_those_who_answer_and_never_by_the_sender()
    {
        var (branch, id, code) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(branch));
        var note = Portal.Unique("The bulb is on order ");

        var form = await secretary.OpenAsync($"/en/desk/feedback/{id}/note");
        (await form.SubmitAsync(new { Text = "" })).IsRefusedWith("Fill in: Private note.");
        var saved = await form.SubmitAsync(new { Text = note });

        Assert.Contains(note, (await secretary.FollowAsync(saved)).Text);
        Assert.DoesNotContain(note, (await ReadAsync(code)).Body);
        await (await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Elsewhere")))).FindsNothingAt($"/desk/feedback/{id}/note");
    }

    [Fact]
    public async Task A_note_that_was_copied_into_the_answer_is_pointed_out_once()
    {
        var (branch, id, code) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(branch));
        await (await secretary.OpenAsync($"/en/desk/feedback/{id}/note")).SubmitAsync(new { Text = "The old bulb was stolen" });

        var pointedOut = await (await secretary.OpenAsync($"/en/desk/feedback/{id}")).SubmitAsync(new { Text = "Sorry. The old bulb was stolen" }, "#answer");
        pointedOut.IsRefusedWith("A private note stands in the answer.");
        Assert.DoesNotContain("stolen", (await ReadAsync(code)).Body);
        await new Page(secretary, $"/en/desk/feedback/{id}/answer", pointedOut).SubmitAsync(new { SendAsItIs = true }, "#answer");

        Assert.Contains("stolen", (await ReadAsync(code)).Body);
    }

    [Fact]
    public async Task Messages_on_one_matter_are_answered_together_and_parted_again()
    {
        var (branch, first, firstCode) = await PlantAsync();
        var (_, second, secondCode) = await PlantAsync(branch);
        var secretary = await portal.As(Actor.Secretary(branch));

        var form = await secretary.OpenAsync($"/en/desk/feedback/{second}/merge");
        (await form.SubmitAsync(new { })).IsRefusedWith("Fill in: Answer together with.");
        var page = await secretary.FollowAsync(await form.SubmitAsync(new { Into = first }));
        await page.SubmitAsync(new { Text = "It is mended." }, "#answer");
        Assert.Single((await secretary.OpenAsync("/desk/feedback")).Html.QuerySelectorAll(".list-title"));
        foreach (var code in new[] { firstCode, secondCode }) Assert.Contains("It is mended.", (await ReadAsync(code)).Text);

        await (await secretary.OpenAsync($"/en/desk/feedback/{second}")).SubmitAsync(new { }, "#part");
        await (await secretary.OpenAsync($"/en/desk/feedback/{first}")).SubmitAsync(new { Text = "And painted." }, "#answer");
        Assert.DoesNotContain("And painted.", (await ReadAsync(secondCode)).Text);
    }

    [Fact]
    public async Task A_message_of_another_office_cannot_be_merged_with()
    {
        var (branch, id, _) = await PlantAsync();
        var (_, foreign, _) = await PlantAsync();
        var form = await (await portal.As(Actor.Secretary(branch))).OpenAsync($"/en/desk/feedback/{id}/merge");
        Assert.Contains("No other open message", form.Text);

        var answer = await form.SubmitAsAsync($"/en/desk/feedback/{id}/merge", ("Into", $"{foreign}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.False(await portal.InDbAsync(db => db.FeedbackItems.AnyAsync(f => f.MergedIntoId == foreign)));
    }

    [Fact]
    public async Task The_sender_reopens_a_closed_message_once_and_is_then_shown_the_higher_body()
    {
        var (branch, id, code) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(branch));
        await CloseAsync(secretary, id);

        var reader = await portal.As(Actor.Public);
        var closed = new Page(reader, "/en/feedback/receipt", await (await reader.OpenAsync("/en/feedback/receipt")).SubmitAsync(new { Code = code }));
        (await closed.SubmitAsync(new { Text = "" }, "#reopen form")).IsRefusedWith("Fill in: What is still open.");
        var reopened = await closed.SubmitAsync(new { Text = "It is dark again." }, "#reopen form");
        Assert.Contains("To be taken up until:", reopened.Text);
        await CloseAsync(secretary, id);

        var read = await ReadAsync(code);
        Assert.Null(read.Html.QuerySelector("#reopen"));
        Assert.Contains("turn to the next higher body: University", read.Text);
        (await closed.SubmitAsync(new { Text = "And again." }, "#reopen form")).IsRefusedWith("A message is reopened once.");
    }

    private async Task<(Branch Branch, Guid Id, string Code)> PlantAsync(Branch? branch = null)
    {
        branch ??= await portal.PlantBranchAsync("Physics", await portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee));
        var code = ReceiptCode.Of(Guid.NewGuid());
        return await portal.InDbAsync(async db =>
        {
            var concerned = await db.Branches.SingleAsync(b => b.Id == branch.Id);
            var item = new FeedbackItem(FeedbackKind.Problem, "The lamp is broken", concerned, null, new Signature("Li Hua", null), ReceiptCode.HashOf(code), portal.FeedbackClock);
            db.Add(item);
            await db.SaveChangesAsync();
            return (branch, item.Id, code);
        });
    }

    private async Task<Answer> ReadAsync(string code) => await (await (await portal.As(Actor.Public)).OpenAsync("/en/feedback/receipt")).SubmitAsync(new { Code = code });

    private static async Task CloseAsync(Browser secretary, Guid id)
    {
        var page = await secretary.OpenAsync($"/en/desk/feedback/{id}");
        await page.SubmitAsync(new { Text = "It is mended." }, "#answer");
        await page.SubmitAsync(new { }, "#close");
    }
}
