using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;

namespace PartyPortal.Web.Tests.Study;

public sealed class AccessibilityCheckTests(Portal portal)
{
    [Theory]
    [InlineData("<h3>First</h3>", "The heading “{0}” skips a level.", "First")]
    [InlineData("<h2>a</h2><h3>b</h3><h2>c</h2><h4>Deep</h4>", "The heading “{0}” skips a level.", "Deep")]
    [InlineData("<p><img src=\"/pictures/red.png\"></p>", "A picture has no words for those who cannot see it: {0}.", "red.png")]
    [InlineData("<p><img src=\"/pictures/red.png\" alt=\" \"></p>", "A picture has no words for those who cannot see it: {0}.", "red.png")]
    [InlineData("<p><a href=\"/a\">点击这里。</a></p>", "The link “{0}” does not say where it leads.", "点击这里。")]
    [InlineData("<p><a href=\"/a\">Click Here</a></p>", "The link “{0}” does not say where it leads.", "Click Here")]
    [InlineData("<p><a href=\"/nowhere\"> </a></p>", "The link “{0}” does not say where it leads.", "/nowhere")]
    [InlineData("<p><a href=\"https://example.edu\">https://example.edu</a></p>", "The link “{0}” is read out letter by letter: write what it leads to.", "https://example.edu")]
    [InlineData("<table><tbody><tr><td>Name</td></tr></tbody></table>", "A table has no row or column of headings: {0}.", "Name")]
    public void What_shuts_somebody_out_is_found(string html, string sentence, string where)
    {
        var fault = Assert.Single(AccessibilityCheck.Of(html));

        Assert.Equal((sentence, where), (fault.Sentence, (string)fault.Details[0]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("<h2>a</h2><h3>b</h3><h4>c</h4><h2>d</h2><p>Text</p>")]
    [InlineData("<p><img src=\"/a.png\" alt=\"The old hall\"> <a href=\"/a\"><img src=\"/b.png\" alt=\"The plan\"></a> <a href=\"/a\">More about the plan</a></p>")]
    [InlineData("<table><tbody><tr><th>Name</th><td>Li</td></tr></tbody></table>")]
    public void What_everybody_can_follow_passes(string? html) => Assert.Empty(AccessibilityCheck.Of(html));

    [Fact]
    public async Task Faults_stand_on_the_desk_and_are_published_with_a_reason_alone()
    {
        var (id, physics) = await PlantDraftAsync("<h3>First</h3>");
        var secretary = await portal.As(Actor.Secretary(physics));

        var desk = await secretary.OpenAsync($"/en/desk/study/{id}");
        Assert.Contains("The heading “First” skips a level.", desk.Text);
        Assert.Null(desk.Html.QuerySelector("#publish"));

        var page = await secretary.OpenAsync($"/en/desk/study/{id}/publish");
        (await page.SubmitAsync(new { Exemption = " " })).IsRefusedWith("Mend what the check found");
        await page.SubmitAsync(new { Exemption = "A facsimile" });
        Assert.Contains("A facsimile", (await secretary.OpenAsync($"/en/desk/study/{id}")).Text);
    }

    [Fact]
    public async Task What_is_published_cannot_be_edited_to_shut_somebody_out()
    {
        var (id, physics) = await PlantDraftAsync("<p>Text</p>");
        var secretary = await portal.As(Actor.Secretary(physics));
        await (await secretary.OpenAsync($"/desk/study/{id}")).SubmitAsync(new { }, "#publish");

        var refused = await (await secretary.OpenAsync($"/en/desk/study/{id}/edit")).SubmitAsync(new { Body = "<h3>First</h3>" });

        Assert.Contains("The heading “First” skips a level.", refused.Html.QuerySelector("#Body-error")!.TextContent);
    }

    [Fact]
    public async Task A_PDF_of_pictures_alone_is_told_unless_its_text_stands_beside_it()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var builder = new PdfDocumentBuilder();
        builder.AddPage(PageSize.A4);
        var file = await portal.KeepFileAsync("scan.pdf", Domain.Files.FileUse.Document, builder.Build());
        var id = await portal.PlantMaterialAsync(physics, AudienceKind.Branch, StudyState.Draft, StudyKind.Document, c => c with { Body = null }, file);
        var beside = await portal.PlantMaterialAsync(physics, AudienceKind.Branch, StudyState.Draft, StudyKind.Document, null, file);
        var secretary = await portal.As(Actor.Secretary(physics));

        Assert.Contains("“scan.pdf” is pictures of pages", (await secretary.OpenAsync($"/en/desk/study/{id}")).Text);
        Assert.DoesNotContain("pictures of pages", (await secretary.OpenAsync($"/en/desk/study/{beside}")).Text);
    }

    [Fact]
    public void A_text_brings_no_colours_of_its_own()
    {
        var clean = RichText.Clean("<p style=\"color: #eee; background-color: #fff\" bgcolor=\"#fff\">Pale</p><p><font color=\"yellow\">Yellow</font> <span style=\"color: red\">Red</span></p><table bgcolor=\"black\"><tbody><tr><th style=\"background: black\">Dark</th></tr></tbody></table>");

        Assert.DoesNotContain("color", clean, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", clean, StringComparison.Ordinal);
        Assert.DoesNotContain("background", clean, StringComparison.Ordinal);
        // Red is one of the portal's own, which knows light and dark.
        Assert.Contains("<span class=\"text-red\">Red</span>", clean, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_film_with_a_transcript_alone_lacks_captions_and_is_published_with_a_reason()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var file = await portal.KeepFileAsync("clip.mp4", Domain.Files.FileUse.Video, await File.ReadAllBytesAsync(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/PartyPortal.Web/Demo/Assets/clip.mp4")), TestContext.Current.CancellationToken));
        var id = await portal.PlantMaterialAsync(physics, AudienceKind.Branch, StudyState.Draft, StudyKind.Video, c => c with { Transcript = "Hello" }, file);
        var secretary = await portal.As(Actor.Secretary(physics));

        var page = await secretary.OpenAsync($"/en/desk/study/{id}/publish");
        Assert.Contains("A film without captions", page.Text);
        Assert.Contains("Colours need no check", page.Text);
        (await page.SubmitAsync(new { })).IsRefusedWith("Mend what the check found");
        await page.SubmitAsync(new { Exemption = "The captions are being made" });
        Assert.Equal(StudyState.Published, await portal.InDbAsync(db => db.StudyMaterials.Where(m => m.Id == id).Select(m => m.State).SingleAsync()));
    }

    [Fact]
    public async Task What_was_published_before_the_check_knew_of_a_fault_can_be_edited()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var id = await portal.PlantMaterialAsync(physics, AudienceKind.Branch, StudyState.Draft, content: c => c with { Body = "<h3>First</h3>" });
        await portal.InDbAsync(async db =>
        {
            (await db.StudyMaterials.SingleAsync(m => m.Id == id)).Publish(Viewer.System, portal.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });
        var secretary = await portal.As(Actor.Secretary(physics));

        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await (await secretary.OpenAsync($"/en/desk/study/{id}/edit")).SubmitAsync(new { Title = "Another title" })).Status);
        (await (await secretary.OpenAsync($"/en/desk/study/{id}/edit")).SubmitAsync(new { Body = "<h3>First</h3><h3>Second</h3><p><a href=\"/a\">here</a></p>" })).IsRefusedWith("does not say where it leads");
    }

    private async Task<(int Id, Branch Branch)> PlantDraftAsync(string body)
    {
        var physics = await portal.PlantBranchAsync("Physics");
        return (await portal.PlantMaterialAsync(physics, AudienceKind.Branch, StudyState.Draft, content: c => c with { Body = body }), physics);
    }
}
