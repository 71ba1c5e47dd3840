using System.IO.Compression;
using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Search;

namespace PartyPortal.Web.Tests.Study;

public sealed class StudyPackTests(Portal portal)
{
    private static readonly byte[] Handbook = File.ReadAllBytes(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/PartyPortal.Web/Demo/Assets/handbook.pdf")));

    [Fact]
    public async Task A_pack_holds_one_page_that_needs_nothing_else_and_the_file()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var (hall, office) = (await PlantPictureAsync(physics), await PlantPictureAsync(await portal.PlantBranchAsync("History")));
        var file = await portal.KeepFileAsync("hand book.pdf", FileUse.Document, Handbook);
        var id = await portal.PlantMaterialAsync(physics, AudienceKind.Branch, kind: StudyKind.Document, file: file,
            content: c => c with { Title = "A & <b>B</b>", Body = $"<p>Words <a href=\"/guides\">guides</a><img src=\"{hall}\" alt=\"The hall\"><img src=\"{office}\" alt=\"The office\"></p><script>x()</script>" });

        var answer = await (await portal.As(Actor.Member(physics))).Http.GetAsync($"/study/{id}/pack");

        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(["index.html", "hand book.pdf", "pictures/1.png"], zip.Entries.Select(e => e.FullName));
        var page = new HtmlParser().ParseDocument(await zip.Entries[0].OpenAsync());
        Assert.Equal("A & <b>B</b>", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Words guides[The office]", page.Body!.TextContent);
        var picture = Assert.Single(page.QuerySelectorAll("img"));
        Assert.Equal(("pictures/1.png", "The hall"), (picture.GetAttribute("src"), picture.GetAttribute("alt")));
        Assert.Contains("@media print", page.QuerySelector("style")!.TextContent);
        Assert.Equal(["hand%20book.pdf", "http://localhost/guides"], page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Empty(page.QuerySelectorAll("script, link"));
    }

    /// <returns>The address of a picture beside a notice for that branch alone.</returns>
    private async Task<string> PlantPictureAsync(Branch branch)
    {
        var notice = await portal.PlantNoticeAsync(branch, Portal.Unique("Pictures"), audience: AudienceKind.Branch);
        var picture = await portal.KeepFileAsync("hall.png", FileUse.Attachment, SampleFile.Picture());
        var id = await portal.InDbAsync(async db =>
        {
            _ = (await db.Notices.Include(n => n.Attachments).SingleAsync(n => n.Id == notice)).ChangeAttachments([], [picture]);
            await db.SaveChangesAsync();
            return (await db.NoticeAttachments.SingleAsync(a => a.NoticeId == notice)).Id;
        });
        return $"/notices/{notice}/files/{id}";
    }

    [Fact]
    public async Task What_may_not_be_passed_on_is_refused_with_a_sentence_and_offers_nothing_to_save()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var file = await portal.KeepFileAsync("handbook.pdf", FileUse.Document, Handbook);
        var id = await portal.PlantMaterialAsync(physics, AudienceKind.Branch, kind: StudyKind.Document, file: file, content: c => c with { MayNotBePassedOn = true });
        var member = await portal.As(Actor.Member(physics));

        var refused = await member.GetAsync($"/en/study/{id}/pack");

        Assert.Equal(HttpStatusCode.Redirect, refused.Status);
        var page = await member.FollowAsync(refused);
        Assert.Contains("do not allow it to be passed on", page.Text);
        Assert.Empty(page.Html.QuerySelectorAll("a[download], a[href$='/pack']"));
        // The document by itself has a button to save it: only without a script, which shows it in the page, is there no other way to read it.
        var alone = Assert.Single(page.Html.QuerySelectorAll("a[href*='/file']"));
        Assert.NotNull(alone.Closest("noscript"));
    }

    [Fact]
    public async Task A_draft_a_film_and_what_is_for_others_have_no_pack()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var film = await portal.PlantMaterialAsync(physics, AudienceKind.Branch, kind: StudyKind.Link);
        var draft = await portal.PlantMaterialAsync(physics, AudienceKind.Branch, StudyState.Draft);
        var own = await portal.PlantMaterialAsync(physics, AudienceKind.Branch);
        var member = await portal.As(Actor.Member(physics));

        await member.FindsNothingAt($"/study/{film}/pack");
        await member.FindsNothingAt($"/study/{draft}/pack");
        await (await portal.As(Actor.Public)).FindsNothingAt($"/study/{own}/pack");
        Assert.Equal(HttpStatusCode.OK, (await member.Http.GetAsync($"/study/{own}/pack")).StatusCode);
    }
}
