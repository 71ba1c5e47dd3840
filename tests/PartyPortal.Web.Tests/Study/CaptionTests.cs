using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Search;

namespace PartyPortal.Web.Tests.Study;

public sealed class CaptionTests(Portal portal)
{
    private const string Good = "WEBVTT\n\n00:00.000 --> 00:02.000\n星火 begins here\n\n00:02.000 --> 00:03.000\n& ends";

    private static readonly string Assets = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/PartyPortal.Web/Demo/Assets"));
    private static readonly byte[] Clip = File.ReadAllBytes(Path.Combine(Assets, "clip.mp4"));
    private static readonly byte[] Recording = File.ReadAllBytes(Path.Combine(Assets, "recording.m4a"));

    [Fact]
    public async Task Captions_of_a_file_are_shown_by_the_player_read_as_a_transcript_and_found()
    {
        var (id, physics) = await PlantDraftAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var word = Portal.Unique("Spark");

        await (await secretary.OpenAsync($"/desk/study/{id}/edit")).SubmitAsync(new { CaptionsFile = ("a.vtt", Encoding.UTF8.GetBytes(Good.Replace("begins", word, StringComparison.Ordinal))), Chapters = "00:02 The end" });
        await (await secretary.OpenAsync($"/desk/study/{id}")).SubmitAsync(new { }, "#publish");

        var member = await portal.As(Actor.Member(physics));
        var page = await member.OpenAsync($"/study/{id}");
        var track = page.Html.QuerySelector("video track")!;
        Assert.Equal(($"/study/{id}/captions", "zh"), (track.GetAttribute("src"), track.GetAttribute("srclang")));
        var lines = page.Html.QuerySelectorAll(".transcript li");
        Assert.Equal([$"星火 {word} here", "& ends"], lines.Select(line => line.QuerySelector("span")!.TextContent));
        Assert.Equal(["0:00", "0:02"], lines.Select(line => line.QuerySelector($"a[href^='/study/{id}/file#t='][data-seek]")!.TextContent));
        Assert.Null(page.Html.QuerySelector(".transcript h3"));
        Assert.Equal("clip.mp4", page.Html.QuerySelector("a[download]")!.GetAttribute("download"));
        Assert.Equal($"/study/{id}/file#t=2", page.Html.QuerySelector(".chapters a")!.GetAttribute("href"));
        Assert.Equal("text/vtt", (await member.Http.GetAsync($"/study/{id}/captions")).Content.Headers.ContentType!.MediaType);
        await portal.KeepIndexAsync();
        Assert.Contains($"/study/{id}", (await member.OpenAsync($"/search?Words={word}")).Answer.Body);
        Assert.NotNull((await member.OpenAsync($"/study?Words={word.ToUpperInvariant()}")).Html.QuerySelector($"a[href='/study/{id}']"));
    }

    [Fact]
    public async Task A_transcript_made_from_captions_follows_them_and_a_written_one_stays()
    {
        var (id, physics) = await PlantDraftAsync(c => c with { Captions = Good });
        var secretary = await portal.As(Actor.Secretary(physics));

        await (await secretary.OpenAsync($"/desk/study/{id}/edit")).SubmitAsync(new { Captions = Good.Replace("begins", "starts", StringComparison.Ordinal) });
        Assert.Equal("星火 starts here\n& ends", (await FindAsync(id)).Transcript);

        await (await secretary.OpenAsync($"/desk/study/{id}/edit")).SubmitAsync(new { Transcript = "In my words" });
        await (await secretary.OpenAsync($"/desk/study/{id}/edit")).SubmitAsync(new { Captions = Good });
        Assert.Equal("In my words", (await FindAsync(id)).Transcript);
        await (await secretary.OpenAsync($"/desk/study/{id}")).SubmitAsync(new { }, "#publish");
        var page = await (await portal.As(Actor.Member(physics))).OpenAsync($"/study/{id}");
        Assert.Equal((2, "In my words"), (page.Html.QuerySelectorAll(".transcript li").Length, page.Html.QuerySelector(".transcript h3 + p")!.TextContent));
    }

    [Fact]
    public async Task A_recording_with_a_transcript_alone_shows_its_lines_without_times()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var id = await portal.PlantMaterialAsync(physics, AudienceKind.Branch, kind: StudyKind.Audio, content: c => c with { Transcript = "One\nTwo", MayNotBePassedOn = true }, file: await portal.KeepFileAsync("a.m4a", FileUse.Audio, Recording));

        var page = await (await portal.As(Actor.Member(physics))).OpenAsync($"/study/{id}");

        Assert.Equal(["One", "Two"], page.Html.QuerySelectorAll(".transcript li").Select(line => line.TextContent.Trim()));
        Assert.Empty(page.Html.QuerySelectorAll(".transcript a, a[download]"));
    }

    [Fact]
    public async Task The_first_bad_line_is_named_beside_the_text_of_the_file_which_can_be_mended_there()
    {
        var (id, physics) = await PlantDraftAsync();
        var page = await (await portal.As(Actor.Secretary(physics))).OpenAsync($"/en/desk/study/{id}/edit");

        var refused = await page.SubmitAsync(new { CaptionsFile = ("a.vtt", Encoding.UTF8.GetBytes(Good.Replace("00:03.000", "00:01.000", StringComparison.Ordinal))) });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Line 6: this caption ends before it begins.", refused.Html.QuerySelector("#Captions-error")!.TextContent);
        Assert.Contains("星火 begins here", refused.Html.QuerySelector("#Captions")!.TextContent);
        (await page.SubmitAsync(new { CaptionsFile = ("a.vtt", new byte[] { 0xD0, 0xC7, 0xBB, 0xF0 }) })).IsRefusedWith("“a.vtt” is no text in UTF-8.");
        (await page.SubmitAsync(new { CaptionsFile = ("a.vtt", new byte[(1024 * 1024) + 1]) })).IsRefusedWith("“a.vtt” is larger than 1 MB.");
        (await page.SubmitAsync(new { Chapters = "The end" })).IsRefusedWith("Line 1: write when the chapter begins and its title");
        Assert.Null((await FindAsync(id)).Captions);
    }

    [Fact]
    public async Task A_film_that_can_only_be_heard_is_published_with_a_reason_which_stands_on_the_desk_and_in_the_audit()
    {
        var (id, physics) = await PlantDraftAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var page = await secretary.OpenAsync($"/en/desk/study/{id}/publish");

        (await page.SubmitAsync(new { })).IsRefusedWith("Mend what the check found, or write why it is published all the same.");
        await page.SubmitAsync(new { Exemption = "Music alone" });

        Assert.Contains("Music alone", (await secretary.OpenAsync($"/desk/study/{id}")).Text);
        Assert.True(await portal.InDbAsync(db => db.Audit.AnyAsync(a => a.Subject == $"StudyMaterial {id}" && a.Detail!.Contains("Music alone"))));
        Assert.Empty((await (await portal.As(Actor.Member(physics))).OpenAsync($"/study/{id}")).Html.QuerySelectorAll("track, .transcript"));
    }

    [Fact]
    public async Task Captions_passed_on_are_worth_nothing_to_whom_the_film_is_not_for()
    {
        var (id, physics) = await PlantDraftAsync(c => c with { Captions = Good });

        foreach (var other in (Actor[])[Actor.Public, Actor.Member(await portal.PlantBranchAsync("History")), Actor.Member(physics)])
            await (await portal.As(other)).FindsNothingAt($"/study/{id}/captions");
    }

    private async Task<(int Id, Branch Branch)> PlantDraftAsync(Func<StudyContent, StudyContent>? content = null)
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var file = await portal.KeepFileAsync("clip.mp4", FileUse.Video, Clip);
        return (await portal.PlantMaterialAsync(physics, AudienceKind.Branch, StudyState.Draft, StudyKind.Video, content, file), physics);
    }

    private Task<StudyMaterial> FindAsync(int id) => portal.InDbAsync(db => db.StudyMaterials.SingleAsync(m => m.Id == id));
}
