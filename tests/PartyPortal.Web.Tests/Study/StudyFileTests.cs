using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Study;

public sealed class StudyFileTests(Portal portal)
{
    private static readonly string Assets = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/PartyPortal.Web/Demo/Assets"));
    private static readonly byte[] Clip = File.ReadAllBytes(Path.Combine(Assets, "clip.mp4"));
    private static readonly byte[] Handbook = File.ReadAllBytes(Path.Combine(Assets, "handbook.pdf"));

    [Fact]
    public async Task A_secretary_sends_a_film_ahead_and_a_member_watches_it()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(physics));
        var (upload, _) = await secretary.SendAsync("clip.mp4", FileUse.Video, Clip);

        var id = IdOf(await PostAsync(secretary, physics, StudyKind.Video, upload));
        await (await secretary.OpenAsync($"/desk/study/{id}/publish")).SubmitAsync(new { Exemption = "Music alone" });

        var member = await portal.As(Actor.Member(physics));
        var page = await member.OpenAsync($"/study/{id}");
        Assert.Equal($"/study/{id}/file", page.Html.QuerySelector("video")!.GetAttribute("src"));
        var film = await member.Http.GetAsync($"/study/{id}/file");
        Assert.Equal("video/mp4", film.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Clip, await film.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Without_JavaScript_the_form_itself_carries_the_file()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var page = await (await portal.As(Actor.Secretary(physics))).OpenAsync("/desk/study/new/Document");

        var saved = await page.SubmitAsync(new { Title = "Handbook", Source = "s", Category = StudyCategory.Practice, Files__Files = ("handbook.pdf", Handbook) });

        Assert.Equal("handbook.pdf", (await FindAsync(IdOf(saved))).File!.Name);
    }

    [Fact]
    public async Task A_film_is_sought_by_ranges_and_beyond_its_end_is_nothing()
    {
        var (id, physics) = await PlantFilmAsync(AudienceKind.Branch);
        var member = await portal.As(Actor.Member(physics));

        var part = await RangeAsync(member, id, "bytes=1000-1999");
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(new ContentRangeHeaderValue(1000, 1999, Clip.Length), part.Content.Headers.ContentRange);
        Assert.Equal(Clip[1000..2000], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(Clip[^500..], await (await RangeAsync(member, id, "bytes=-500")).Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await RangeAsync(member, id, $"bytes={Clip.Length}-")).StatusCode);
    }

    [Fact]
    public async Task A_files_address_passed_on_is_worth_nothing_to_whom_the_material_is_not_for()
    {
        var (id, physics) = await PlantFilmAsync(AudienceKind.Branch);
        var others = (Actor[])[Actor.Public, Actor.PlainAccount, Actor.Member(await portal.PlantBranchAsync("History")), Actor.SystemAdministrator];

        foreach (var other in others)
        {
            var browser = await portal.As(other);
            await browser.FindsNothingAt($"/study/{id}/file");
            Assert.Equal(HttpStatusCode.NotFound, (await RangeAsync(browser, id, "bytes=0-9")).StatusCode);
        }

        var own = await (await portal.As(Actor.Member(physics))).Http.GetAsync($"/study/{id}/file");
        Assert.Equal("no-store", own.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", own.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task The_file_of_a_draft_or_of_what_was_withdrawn_is_for_its_editors_alone()
    {
        var (id, physics) = await PlantFilmAsync(AudienceKind.Internet);
        var (stranger, member, secretary) = (await portal.As(Actor.Public), await portal.As(Actor.Member(physics)), await portal.As(Actor.Secretary(physics)));
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync($"/study/{id}/file")).Status);

        await (await secretary.OpenAsync($"/desk/study/{id}/withdraw")).SubmitAsync(new { Reason = "Out of date" });

        await stranger.FindsNothingAt($"/study/{id}/file");
        await member.FindsNothingAt($"/study/{id}/file");
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync($"/study/{id}/file")).Status);
    }

    [Fact]
    public async Task A_wrong_file_is_refused_and_what_was_typed_is_kept()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(physics));
        var page = await secretary.OpenAsync("/en/desk/study/new/Video");

        var renamed = await page.SubmitAsync(new { Title = "Kept title", Source = "s", Category = StudyCategory.Rules, Files__Files = ("clip.mp4", "MZ, a program"u8.ToArray()) });
        renamed.IsRefusedWith("The content of “clip.mp4” is not what its name says.");
        Assert.Contains("clip.mp4", renamed.Html.QuerySelector("#Files-error")!.TextContent);
        Assert.Contains("Kept title", renamed.Body);
        (await page.SubmitAsync(new { Title = "a", Source = "s", Category = StudyCategory.Rules, Files__Files = ("handbook.pdf", Handbook) })).IsRefusedWith("is of a kind that is not taken here");

        // Sent ahead as something else than the form asks for.
        var (pdf, _) = await secretary.SendAsync("handbook.pdf", FileUse.Document, Handbook);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(secretary, physics, StudyKind.Video, pdf)).Status);
        Assert.Equal(0, await portal.InDbAsync(db => db.StudyMaterials.CountAsync(m => m.BranchId == physics.Id)));
    }

    [Fact]
    public async Task The_same_file_again_offers_the_material_that_has_it()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(physics));
        var bytes = Pdf();
        var first = await PostAsync(secretary, physics, StudyKind.Document, (await secretary.SendAsync("a.pdf", FileUse.Document, bytes)).Id, "The first one");
        var again = (await secretary.SendAsync("b.pdf", FileUse.Document, bytes)).Id;

        var offered = await PostAsync(secretary, physics, StudyKind.Document, again);
        offered.IsRefusedWith("The first one");
        Assert.NotNull(offered.Html.QuerySelector($"a[href='/desk/study/{IdOf(first)}']"));
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(secretary, physics, StudyKind.Document, again, anyway: true)).Status);

        // What another organisation publishes to this reader too is opened where its readers open it.
        var common = Pdf();
        var shared = await portal.PlantMaterialAsync(await portal.PlantBranchAsync("Library"), AudienceKind.Internet, kind: StudyKind.Document, file: await portal.KeepFileAsync("c.pdf", FileUse.Document, common));
        var elsewhere = await PostAsync(secretary, physics, StudyKind.Document, (await secretary.SendAsync("d.pdf", FileUse.Document, common)).Id);
        var use = elsewhere.Html.QuerySelector(".note a")!.GetAttribute("href")!;
        Assert.Equal($"/study/{shared}", use);
        await secretary.OpenAsync(use);

        // What others keep is not told.
        var history = await portal.PlantBranchAsync("History");
        var other = await portal.As(Actor.Secretary(history));
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(other, history, StudyKind.Document, (await other.SendAsync("c.pdf", FileUse.Document, bytes)).Id)).Status);
    }

    [Fact]
    public async Task What_consists_of_a_file_is_not_published_without_one()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(physics));
        var id = IdOf(await PostAsync(secretary, physics, StudyKind.Audio, null));

        (await (await secretary.OpenAsync($"/en/desk/study/{id}/publish")).SubmitAsync(new { Exemption = "Music alone" })).IsRefusedWith("Send the file first");

        Assert.Equal(StudyState.Draft, (await FindAsync(id)).State);
    }

    [Fact]
    public async Task A_film_goes_on_where_another_browser_stopped()
    {
        var (id, physics) = await PlantFilmAsync(AudienceKind.Branch);
        var li = await portal.PlantPersonAsync(physics, "Li Hua");
        var one = await portal.As(Actor.Of(li));
        await portal.InDbAsync(async db =>
        {
            var progress = new StudyProgress(id, one.AccountId!);
            progress.MoveTo(12);
            db.Add(progress);
            await db.SaveChangesAsync();
        });

        var film = (await one.OpenAsync($"/en/study/{id}")).Html.QuerySelector("video")!;

        Assert.Equal(($"/en/study/{id}/file#t=12", "12"), (film.GetAttribute("src"), film.GetAttribute("data-place")));
        Assert.Contains("0:12", (await one.OpenAsync("/en/my/study")).Text);
        Assert.Null((await (await portal.As(Actor.Member(physics))).OpenAsync($"/study/{id}")).Html.QuerySelector("video[src*='#t=']"));
    }

    private async Task<(int Id, Branch Branch)> PlantFilmAsync(AudienceKind audience)
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var file = await portal.KeepFileAsync("clip.mp4", FileUse.Video, Clip);
        return (await portal.PlantMaterialAsync(physics, audience, kind: StudyKind.Video, file: file), physics);
    }

    private static async Task<Answer> PostAsync(Browser browser, Branch branch, StudyKind kind, Guid? upload, string title = "a", bool anyway = false)
    {
        var page = await browser.OpenAsync($"/desk/study/new/{kind}");
        return await browser.PostAsync($"/desk/study/new/{kind}", new FormUrlEncodedContent([
            new("__RequestVerificationToken", page.Token()), new("Kind", $"{kind}"), new("Title", title), new("Source", "s"), new("Category", "Rules"), new("AudienceKind", "Branch"),
            new("BranchId", $"{branch.Id}"), new("AddAnyway", anyway ? "true" : "false"), .. upload is { } id ? [new KeyValuePair<string, string>("Files.Uploads", $"{id}")] : Array.Empty<KeyValuePair<string, string>>()]));
    }

    private static async Task<HttpResponseMessage> RangeAsync(Browser browser, int id, string range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/study/{id}/file") { Headers = { Range = RangeHeaderValue.Parse(range) } };
        return await browser.Http.SendAsync(request);
    }

    /// <summary>A document that no other test has sent.</summary>
    private static byte[] Pdf() => [.. Handbook, .. System.Text.Encoding.ASCII.GetBytes($"\n% {Guid.NewGuid()}\n")];

    private Task<StudyMaterial> FindAsync(int id) => portal.InDbAsync(db => db.StudyMaterials.SingleAsync(m => m.Id == id));

    private static int IdOf(Answer saved) => int.Parse(saved.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
}
