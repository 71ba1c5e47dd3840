using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Study;

/// <summary>What a learner writes beside a material and marks in it: kept, found again, taken away, and opened by nobody else.</summary>
public sealed class NoteTests(Portal portal)
{
    [Fact]
    public async Task A_learner_marks_a_passage_writes_beside_it_and_finds_both_again()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var id = await portal.PlantMaterialAsync(branch, AudienceKind.Branch, content: c => c with { Title = Portal.Unique("Stars"), Body = "<p>Stars are far away.</p>" });
        var learner = await portal.As(Actor.Member(branch));

        var page = await learner.FollowAsync(await (await learner.OpenAsync($"/en/study/{id}")).SubmitAsync(new { Quote = "Stars are far", Text = "How far?" }, "#note"));
        Assert.Contains("Your note is kept. Only you see it.", page.Text);
        Assert.Equal("Stars are far", page.Html.QuerySelector("[data-highlight]")!.TextContent);
        Assert.Contains("How far?", (await learner.OpenAsync("/en/my/notes")).Text);
        Assert.NotNull((await learner.OpenAsync("/en/my/study")).Html.QuerySelector("a[href$='/my/notes']"));

        var file = await learner.GetAsync("/en/my/notes/export");
        Assert.Equal("text/markdown", file.Message.Content.Headers.ContentType!.MediaType);
        Assert.Contains("> Stars are far\n\nHow far?", file.Body);
        Assert.StartsWith("# Stars", file.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_lesson_the_notes_of_its_material_stand_there_and_whoever_keeps_changes_or_removes_one_is_back_in_the_course()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (course, lessons) = await portal.PlantCourseAsync(branch, 2);
        var (learner, at) = (await portal.As(Actor.Member(branch)), $"/en/courses/{course}/lessons/{lessons[0]}");

        var refused = await (await learner.OpenAsync(at)).SubmitAsync(new { Quote = " ", Text = " " }, "#note");
        Assert.Equal(at, refused.Html.QuerySelector(".form-buttons a")!.GetAttribute("href"));
        var kept = await (await learner.OpenAsync(at)).SubmitAsync(new { Quote = "The text", Text = "Mine" }, "#note");
        Assert.Equal(at, kept.Location);
        var page = await learner.FollowAsync(kept);
        Assert.Contains("Your note is kept. Only you see it.", page.Text);
        Assert.Equal("The text", page.Html.QuerySelector("[data-highlight]")!.TextContent);
        Assert.NotNull(page.Html.QuerySelector("[data-noted] .article"));
        Assert.Empty((await learner.OpenAsync($"/en/courses/{course}/lessons/{lessons[1]}")).Html.QuerySelectorAll(".notes > li"));

        var edit = await learner.OpenAsync(page.Html.QuerySelector(".notes a")!.GetAttribute("href")!);
        Assert.Equal(at, (await edit.SubmitAsync(new { Text = "Changed" })).Location);
        Assert.Equal(at, (await (await learner.OpenAsync(at)).SubmitAsync(new { }, ".notes form")).Location);
    }

    [Fact]
    public async Task An_address_from_elsewhere_is_not_gone_back_to()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var id = await portal.PlantMaterialAsync(branch, AudienceKind.Branch);
        var learner = await portal.As(Actor.Member(branch));

        var page = await learner.OpenAsync($"/en/study/{id}/notes/new?returnUrl=https://example.edu/");

        Assert.Equal($"/en/study/{id}", page.Html.QuerySelector(".form-buttons a")!.GetAttribute("href"));
        Assert.Equal($"/en/study/{id}", (await page.SubmitAsync(new { Text = "Mine" })).Location);
    }

    [Fact]
    public async Task A_note_is_changed_and_removed_and_stays_when_the_material_is_withdrawn()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var id = await portal.PlantMaterialAsync(branch, AudienceKind.Branch);
        var learner = await portal.As(Actor.Member(branch));
        await (await learner.OpenAsync($"/en/study/{id}")).SubmitAsync(new { Text = "First thought" }, "#note");
        await portal.InDbAsync(async db =>
        {
            (await db.StudyMaterials.SingleAsync(m => m.Id == id)).Withdraw("Old");
            return await db.SaveChangesAsync();
        });

        var page = await learner.OpenAsync("/en/my/notes");
        Assert.Contains("First thought", page.Text);
        Assert.Null(page.Html.QuerySelector($"main a[href$='/study/{id}']"));
        var note = await portal.InDbAsync(db => db.StudyNotes.Where(n => n.MaterialId == id).Select(n => n.Id).SingleAsync());
        await (await learner.OpenAsync($"/en/my/notes/{note}/edit")).SubmitAsync(new { Text = "Second thought" });
        page = await learner.OpenAsync("/en/my/notes");
        Assert.Contains("Second thought", page.Text);

        await page.SubmitAsync(new { }, $"form[action*='/{note}/remove?']");
        Assert.Contains("You have no notes yet.", (await learner.OpenAsync("/en/my/notes")).Text);
    }

    [Fact]
    public async Task Nobody_else_opens_a_note_whatever_office_they_hold()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var id = await portal.PlantMaterialAsync(branch, AudienceKind.Branch);
        var learner = await portal.As(Actor.Member(branch));
        await (await learner.OpenAsync($"/en/study/{id}")).SubmitAsync(new { Text = "Mine alone" }, "#note");
        var note = await portal.InDbAsync(db => db.StudyNotes.Where(n => n.MaterialId == id).Select(n => n.Id).SingleAsync());

        foreach (var other in new[] { Actor.Secretary(branch), Actor.Member(branch), Actor.OrganisationOffice, Actor.Auditor, Actor.SystemAdministrator, Actor.SecurityAdministrator })
        {
            var browser = await portal.As(other);
            var own = await browser.OpenAsync("/en/my/notes");
            Assert.DoesNotContain("Mine alone", own.Text, StringComparison.Ordinal);
            await browser.FindsNothingAt($"/my/notes/{note}/edit");
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"/my/notes/{note}/remove", new FormUrlEncodedContent([new("__RequestVerificationToken", own.Token())]))).Status);
            Assert.DoesNotContain("Mine alone", (await browser.GetAsync("/my/notes/export")).Body, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Mine alone", (await (await portal.As(Actor.Secretary(branch))).OpenAsync($"/en/study/{id}")).Text, StringComparison.Ordinal);
        Assert.False(await portal.InDbAsync(db => db.Audit.AnyAsync(a => a.Subject == $"StudyNote {note}")));
        Assert.True(await portal.InDbAsync(db => db.StudyNotes.AnyAsync(n => n.Id == note)));
    }

    [Fact]
    public async Task An_empty_note_and_one_that_is_too_long_are_refused_beside_the_field_and_what_was_typed_stays()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var id = await portal.PlantMaterialAsync(branch, AudienceKind.Branch);
        var page = await (await portal.As(Actor.Member(branch))).OpenAsync($"/en/study/{id}");

        var empty = await page.SubmitAsync(new { Quote = " ", Text = " " }, "#note");
        empty.IsRefusedWith("Write a note, or mark a passage.");
        Assert.NotEmpty(empty.Html.QuerySelector("#Text-error")!.TextContent);
        var words = new string('x', StudyNote.QuoteMaxLength + 1);
        var tooLong = await page.SubmitAsync(new { Quote = words, Text = "Kept" }, "#note");
        tooLong.IsRefusedWith("at most 500 characters");
        Assert.Equal("Kept", tooLong.Html.QuerySelector("[name=Text]")!.TextContent.Trim());
        Assert.Equal(0, await portal.InDbAsync(db => db.StudyNotes.CountAsync(n => n.MaterialId == id)));
    }

    [Fact]
    public async Task A_material_that_is_not_for_somebody_takes_no_note_of_theirs()
    {
        var (branch, elsewhere) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("Elsewhere"));
        var id = await portal.PlantMaterialAsync(branch, AudienceKind.Branch);
        var stranger = await portal.As(Actor.Member(elsewhere));

        await stranger.FindsNothingAt($"/study/{id}/notes/new");
        Assert.Equal(HttpStatusCode.NotFound, (await (await stranger.OpenAsync("/en/my/notes")).SubmitAsAsync($"/study/{id}/notes/new", ("Text", "Here"))).Status);
    }
}
