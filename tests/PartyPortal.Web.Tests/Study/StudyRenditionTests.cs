using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Features.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;
using PartyPortal.Web.Platform.Programs;
using PartyPortal.Web.Tests.Harness;
using UglyToad.PdfPig;

namespace PartyPortal.Web.Tests.Study;

/// <summary>In a portal of its own: the job takes whatever file is next.</summary>
public sealed class StudyRenditionTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private static readonly string Assets = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/PartyPortal.Web/Demo/Assets"));

    [Theory, InlineData("slides.pptx", StudyKind.Slides, FileUse.Slides, "开好一次支部党员大会", 4), InlineData("talk.docx", StudyKind.Document, FileUse.Document, "多听少说", 1)]
    public async Task Slides_and_text_documents_are_read_in_the_page(string name, StudyKind kind, FileUse use, string words, int pages)
    {
        NeedsLibreOffice();
        var (id, physics) = await PlantAsync(name, kind, use);
        var member = await portal.As(Actor.Member(physics));
        Assert.Null((await member.OpenAsync($"/study/{id}")).Html.QuerySelector("[data-pdf]"));

        await RenderAsync();

        Assert.Equal($"/study/{id}/pages", (await member.OpenAsync($"/study/{id}")).Html.QuerySelector("[data-pdf]")!.GetAttribute("data-pdf"));
        using var pdf = PdfDocument.Open(await member.Http.GetByteArrayAsync($"/study/{id}/pages"));
        Assert.Equal(pages, pdf.NumberOfPages);
        Assert.Contains(words, string.Concat(pdf.GetPages().Select(p => p.Text)));
        await (await portal.As(Actor.Member(await portal.PlantBranchAsync("History")))).FindsNothingAt($"/study/{id}/pages");
    }

    [Fact]
    public async Task Where_no_pages_come_of_a_file_the_page_says_so_and_another_file_is_tried_again()
    {
        NeedsLibreOffice();
        var (id, physics) = await PlantAsync("broken.docx", StudyKind.Document, FileUse.Document, SampleFile.Office("word/"));
        var member = await portal.As(Actor.Member(physics));

        await RenderAsync();

        Assert.Contains("No pages could be made of this file.", (await member.OpenAsync($"/en/study/{id}")).Text);
        await member.FindsNothingAt($"/study/{id}/pages");

        var better = await portal.KeepFileAsync("talk.docx", FileUse.Document, Bytes("talk.docx"));
        await portal.InDbAsync(async db =>
        {
            (await db.StudyMaterials.SingleAsync(m => m.Id == id)).Attach(better);
            return await db.SaveChangesAsync();
        });
        await RenderAsync();

        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync($"/study/{id}/pages")).Status);
    }

    [Fact]
    public async Task A_film_shows_a_picture_of_itself_and_its_length()
    {
        NeedsFfmpeg();
        var (id, physics) = await PlantAsync("clip.mp4", StudyKind.Video, FileUse.Video);

        await RenderAsync();

        var member = await portal.As(Actor.Member(physics));
        var page = await member.OpenAsync($"/en/study/{id}");
        Assert.Equal("0:24", LengthOn(page));
        Assert.EndsWith($"/study/{id}/still", page.Html.QuerySelector("video")!.GetAttribute("poster"));
        Assert.Equal("image/jpeg", (await member.Http.GetAsync($"/study/{id}/still")).Content.Headers.ContentType!.MediaType);
        await (await portal.As(Actor.Member(await portal.PlantBranchAsync("History")))).FindsNothingAt($"/study/{id}/still");
    }

    [Fact]
    public async Task A_recording_tells_its_length_and_what_is_no_film_inside_is_left_alone()
    {
        NeedsFfmpeg();
        var (recording, physics) = await PlantAsync("recording.m4a", StudyKind.Audio, FileUse.Audio);
        var (empty, _) = await PlantAsync("empty.mp4", StudyKind.Video, FileUse.Video, SampleFile.Mp4());

        await RenderAsync();

        var member = await portal.As(Actor.Member(physics));
        Assert.Equal("0:32", LengthOn(await member.OpenAsync($"/en/study/{recording}")));
        Assert.Null(await portal.InDbAsync(db => db.StudyRenditions.Where(r => r.MaterialId == empty).Select(r => r.Seconds).SingleAsync()));
    }

    [Fact]
    public async Task Where_the_programs_are_missing_the_file_is_offered_to_be_saved()
    {
        await using var bare = new OwnPortal();
        bare.With("Portal:Programs:LibreOffice", "/nowhere/soffice").With("Portal:Programs:Ffprobe", "/nowhere/ffprobe");
        await bare.InitializeAsync();
        var physics = await bare.PlantBranchAsync("Physics");
        var file = await bare.KeepFileAsync("slides.pptx", FileUse.Slides, Bytes("slides.pptx"));
        var id = await bare.PlantMaterialAsync(physics, AudienceKind.Branch, kind: StudyKind.Slides, file: file);

        await bare.InDbAsync(db => Job(bare).RunAsync(db, bare.Clock.UtcNow()));

        var page = await (await bare.As(Actor.Member(physics))).OpenAsync($"/en/study/{id}");
        Assert.Contains("Save the file and open it with a program of your own.", page.Text);
        Assert.NotNull(page.Html.QuerySelector($"a[href$='/study/{id}/file'][download]"));
    }

    [Fact]
    public async Task A_program_is_told_nothing_of_the_portals_surroundings()
    {
        Environment.SetEnvironmentVariable("PORTAL_TEST_SECRET", "a password");
        var folder = Directory.CreateTempSubdirectory("portal-program-");

        var said = await new OutsideProgram("env", null).RunAsync(folder.FullName);

        Assert.Contains($"HOME={folder.FullName}", said);
        Assert.DoesNotContain("a password", said);
        Assert.Null(await new OutsideProgram("false", null).RunAsync(folder.FullName));
        folder.Delete();
    }

    private static string? LengthOn(Page page) => page.Html.QuerySelectorAll("dl.facts div").SingleOrDefault(d => d.QuerySelector("dt")!.TextContent == "Length")?.QuerySelector("dd")!.TextContent;

    /// <summary>Until nothing waits: a run takes one file.</summary>
    private async Task RenderAsync()
    {
        for (var waiting = 1; waiting > 0;)
        {
            await portal.InDbAsync(db => Job(portal).RunAsync(db, portal.Clock.UtcNow()));
            waiting = await portal.InDbAsync(db => db.StudyMaterials.CountAsync(m => m.File != null && (m.Rendition == null || m.Rendition.Sha256 != m.File.Sha256)));
        }
    }

    private static RenderMaterials Job(Portal portal) => ActivatorUtilities.CreateInstance<RenderMaterials>(portal.Services);

    private async Task<(int Id, Branch Branch)> PlantAsync(string name, StudyKind kind, FileUse use, byte[]? bytes = null)
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var file = await portal.KeepFileAsync(name, use, bytes ?? Bytes(name));
        return (await portal.PlantMaterialAsync(physics, AudienceKind.Branch, kind: kind, file: file), physics);
    }

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Assets, name));

    private void NeedsLibreOffice() => Assert.SkipUnless(portal.Services.GetRequiredService<LibreOffice>().IsInstalled, "LibreOffice is not installed here.");

    private void NeedsFfmpeg() => Assert.SkipUnless(portal.Services.GetRequiredService<Ffmpeg>().IsInstalled, "ffmpeg is not installed here.");
}
