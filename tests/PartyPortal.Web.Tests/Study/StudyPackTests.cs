using System.IO.Compression;
using System.Net;
using AngleSharp.Html.Parser;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Study;

public sealed class StudyPackTests(Portal portal)
{
    private static readonly byte[] Handbook = File.ReadAllBytes(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/PartyPortal.Web/Demo/Assets/handbook.pdf")));

    [Fact]
    public async Task A_pack_holds_one_page_that_needs_nothing_else_and_the_file()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var file = await portal.KeepFileAsync("hand book.pdf", FileUse.Document, Handbook);
        var id = await portal.PlantMaterialAsync(physics, AudienceKind.Branch, kind: StudyKind.Document, file: file,
            content: c => c with { Title = "A & <b>B</b>", Body = "<p>Words <a href=\"/guides\">guides</a><img src=\"/a.png\" alt=\"The hall\"></p><script>x()</script>" });

        var answer = await (await portal.As(Actor.Member(physics))).Http.GetAsync($"/study/{id}/pack");

        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(["index.html", "hand book.pdf"], zip.Entries.Select(e => e.FullName));
        var page = new HtmlParser().ParseDocument(await zip.Entries[0].OpenAsync());
        Assert.Equal("A & <b>B</b>", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Words guides[The hall]", page.Body!.TextContent);
        Assert.Contains("@media print", page.QuerySelector("style")!.TextContent);
        Assert.Equal(["hand%20book.pdf", "http://localhost/guides"], page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Empty(page.QuerySelectorAll("script, link, img"));
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
