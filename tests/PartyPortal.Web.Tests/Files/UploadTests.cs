using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Files;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Files;

/// <summary>Files sent ahead of their form, in pieces.</summary>
public sealed class UploadTests(Portal portal)
{
    private IFileStore Store => portal.Services.GetRequiredService<IFileStore>();

    [Fact]
    public async Task A_file_arrives_in_pieces_and_is_gone_on_with_where_it_broke_off()
    {
        var (secretary, bytes) = (await SecretaryAsync(), SampleFile.Pdf());
        var begun = await secretary.AnnounceAsync("章程.pdf", FileUse.Attachment, bytes.Length);
        Assert.Equal(HttpStatusCode.Created, begun.Status);

        await secretary.AppendAsync(begun.Location!, 0, bytes[..100]);
        Assert.Equal(100, await secretary.OffsetOfAsync(begun.Location!));
        Assert.Equal(HttpStatusCode.Conflict, (await secretary.AppendAsync(begun.Location!, 50, bytes[50..])).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await secretary.AppendAsync(begun.Location!, 100, bytes[100..])).Status);

        var upload = await FindAsync(begun.Location!);
        Assert.Equal(("章程.pdf", FileKind.Pdf, (long)bytes.Length), (upload!.File!.Name, upload.File.Kind, upload.File.Bytes));
        Assert.Equal(bytes.Length, await secretary.OffsetOfAsync(begun.Location!));
    }

    [Theory, MemberData(nameof(SentFiles.Refused), MemberType = typeof(SentFiles))]
    public async Task What_may_not_be_taken_is_refused_and_nothing_is_kept(string name, FileUse use, string why)
    {
        var secretary = await SecretaryAsync();

        var (id, answer) = await secretary.SendAsync(name, use, SentFiles.BytesOf(name, use));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(why, answer.Body);
        Assert.False(await portal.InDbAsync(db => db.Uploads.AnyAsync(u => u.Id == id || u.AccountId == secretary.AccountId)));
        Assert.False(File.Exists(Store.Temporary(id)));
    }

    [Fact]
    public async Task More_than_was_announced_is_too_large()
    {
        var secretary = await SecretaryAsync();
        var begun = await secretary.AnnounceAsync("a.pdf", FileUse.Attachment, 10);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await secretary.AppendAsync(begun.Location!, 0, new byte[11])).Status);
        Assert.Equal(0, await secretary.OffsetOfAsync(begun.Location!));
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused_before_its_first_byte()
    {
        var answer = await (await SecretaryAsync()).AnnounceAsync("a.mp4", FileUse.Video, (2L * 1024 * 1024 * 1024) + 1);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("“a.mp4” is larger than 2048 MB.", answer.Body);
    }

    [Fact]
    public async Task Without_the_forms_token_nothing_is_taken()
    {
        var secretary = await SecretaryAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/uploads") { Headers = { { "Tus-Resumable", "1.0.0" }, { "Upload-Length", "3" }, { "Upload-Metadata", "filename YS5wZGY=,use UGRm" } } };

        Assert.Equal(HttpStatusCode.BadRequest, (await secretary.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task An_upload_exists_for_its_sender_alone()
    {
        var begun = await (await SecretaryAsync()).AnnounceAsync("a.pdf", FileUse.Attachment, 10);
        var other = await SecretaryAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await other.SpeakAsync(HttpMethod.Head, begun.Location!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.AppendAsync(begun.Location!, 0, new byte[3])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SpeakAsync(HttpMethod.Delete, begun.Location!)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await other.GetAsync(begun.Location!)).Status);
    }

    [Fact]
    public async Task A_plain_member_sends_no_files() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.As(Actor.Member(await portal.PlantBranchAsync("Physics")))).AnnounceAsync("a.pdf", FileUse.Attachment, 10)).Status);

    [Fact]
    public async Task What_is_removed_leaves_nothing()
    {
        var secretary = await SecretaryAsync();
        var (id, _) = await secretary.SendAsync("a.pdf", FileUse.Attachment, SampleFile.Pdf());
        var file = (await FindAsync($"{id}"))!.File!;

        Assert.Equal(HttpStatusCode.NoContent, (await secretary.SpeakAsync(HttpMethod.Delete, $"/en/uploads/{id}")).Status);

        Assert.Null(await FindAsync($"{id}"));
        Assert.Null(Store.Open(file.StoreName));
    }

    [Fact]
    public async Task Two_pieces_at_once_cannot_mix_their_bytes()
    {
        var secretary = await SecretaryAsync();
        var begun = await secretary.AnnounceAsync("a.pdf", FileUse.Attachment, 10);
        await using var busy = new FileStream(Store.Temporary(Guid.Parse(begun.Location!.Split('/')[^1])), FileMode.Open, FileAccess.Write, FileShare.None);

        Assert.Equal(HttpStatusCode.Locked, (await secretary.AppendAsync(begun.Location!, 0, new byte[3])).Status);
    }

    [Fact]
    public async Task What_no_form_has_named_within_a_day_is_forgotten()
    {
        var secretary = await SecretaryAsync();
        var (id, _) = await secretary.SendAsync("a.pdf", FileUse.Attachment, SampleFile.Pdf());
        var file = (await FindAsync($"{id}"))!.File!;

        await portal.InDbAsync(async db =>
        {
            await db.Uploads.Where(u => u.Id == id).ExecuteUpdateAsync(set => set.SetProperty(u => u.ExpiresAt, portal.Clock.UtcNow()));
            await new EndUploads(Store).RunAsync(db, portal.Clock.UtcNow());
        });

        Assert.Null(await FindAsync($"{id}"));
        Assert.Null(Store.Open(file.StoreName));
    }

    [Fact]
    public async Task A_portal_stopped_before_the_last_look_takes_it_when_the_browser_asks_again()
    {
        var (secretary, bytes) = (await SecretaryAsync(), SampleFile.Pdf());
        var begun = await secretary.AnnounceAsync("a.pdf", FileUse.Attachment, bytes.Length);
        await File.WriteAllBytesAsync(Store.Temporary(Guid.Parse(begun.Location!.Split('/')[^1])), bytes);

        Assert.Equal(bytes.Length, await secretary.OffsetOfAsync(begun.Location!));

        Assert.NotNull((await FindAsync(begun.Location!))!.File);
    }

    [Fact]
    public async Task The_sweep_keeps_what_a_row_still_keeps()
    {
        var root = Directory.CreateTempSubdirectory("portal-files-").FullName;
        var store = new DiskFileStore(new DataFolder(root), portal.Clock);
        await File.WriteAllTextAsync(store.Temporary(Guid.Empty), "kept");
        var name = store.Keep(store.Temporary(Guid.Empty));
        var (id, _) = await (await SecretaryAsync()).SendAsync("a.pdf", FileUse.Attachment, SampleFile.Pdf());

        await portal.InDbAsync(async db =>
        {
            (await db.Uploads.SingleAsync(u => u.Id == id)).Arrive(new StoredFile(name, "a.pdf", FileKind.Pdf, "application/pdf", 4, new string('0', 64)), portal.Clock.UtcNow());
            await db.SaveChangesAsync();
            await new SweepFiles(store).RunAsync(db, portal.Clock.UtcNow().AddDays(30));
        });

        await using (var kept = store.Open(name)) Assert.NotNull(kept);
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task Only_so_many_files_may_wait_for_their_form()
    {
        var secretary = await SecretaryAsync();
        await portal.InDbAsync(async db =>
        {
            db.AddRange(Enumerable.Range(0, Upload.MostWaiting).Select(n => new Upload(secretary.AccountId!, FileUse.Attachment, $"{n}.pdf", 9, portal.Clock.UtcNow())));
            await db.SaveChangesAsync();
        });

        Assert.StartsWith("Too many files of yours are waiting", (await secretary.AnnounceAsync("a.pdf", FileUse.Attachment, 9)).Body);
    }

    private async Task<Browser> SecretaryAsync() => await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Physics")));

    private Task<Upload?> FindAsync(string address)
    {
        var id = Guid.Parse(address.Split('/')[^1]);
        return portal.InDbAsync(db => db.Uploads.SingleOrDefaultAsync(u => u.Id == id));
    }
}
