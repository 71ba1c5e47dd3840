using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain;
using PartyPortal.Domain.Files;
using PartyPortal.Web.Platform.Files;
using PartyPortal.Web.Tests.Harness;
using SkiaSharp;

namespace PartyPortal.Web.Tests.Files;

/// <summary>What is taken, and what is kept of it.</summary>
public sealed class FileIntakeTests(Portal portal)
{
    private FileIntake Intake => portal.Services.GetRequiredService<FileIntake>();

    [Theory, MemberData(nameof(SentFiles.Refused), MemberType = typeof(SentFiles))]
    public async Task What_may_not_be_taken_is_refused_with_a_reason(string name, FileUse use, string why)
    {
        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => TakeAsync(SentFiles.BytesOf(name, use), name, use));

        Assert.Contains(why, refused.Message);
        Assert.Equal(name, refused.Details[0]);
    }

    [Theory, MemberData(nameof(SentFiles.Taken), MemberType = typeof(SentFiles))]
    public async Task What_people_need_is_taken(string name, FileUse use, FileKind kind)
    {
        var file = await TakeAsync(SentFiles.BytesOf(name, use), name, use);

        Assert.Equal(kind, file.Kind);
        Assert.Equal(Path.GetFileNameWithoutExtension(name), Path.GetFileNameWithoutExtension(file.Name));
        Assert.Equal(file.Bytes, Read(file).Length);
    }

    [Fact]
    public async Task A_photograph_loses_place_and_camera_and_stands_upright()
    {
        var sent = SampleFile.Photograph();
        Assert.True(sent.AsSpan().IndexOf("DemoCam"u8) > 0);

        var kept = Read(await TakeAsync(sent, "photo.jpg", FileUse.Picture));

        Assert.True(kept.AsSpan().IndexOf("DemoCam"u8) < 0);
        Assert.True(kept.AsSpan().IndexOf("Exif"u8) < 0);
        using var picture = SKBitmap.Decode(kept);
        Assert.Equal((8, 16), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task A_script_behind_a_picture_stays_behind()
    {
        var file = await TakeAsync(SampleFile.GifWithScriptBehind(), "pixel.gif", FileUse.Picture);

        Assert.Equal(("pixel.png", "image/png"), (file.Name, file.MediaType));
        Assert.True(Read(file).AsSpan().IndexOf("script"u8) < 0);
    }

    [Theory, InlineData("a.png", FileUse.Attachment, 20), InlineData("a.pdf", FileUse.Attachment, 200), InlineData("a.pdf", FileUse.Document, 200), InlineData("a.mp4", FileUse.Attachment, 200), InlineData("a.mp4", FileUse.Video, 2048)]
    public void A_file_beyond_the_limit_of_its_kind_and_use_is_refused(string name, FileUse use, long megabytes)
    {
        var limit = megabytes * 1024 * 1024;

        Intake.CheckSize(name, use, limit);
        Assert.Contains("larger than", Assert.Throws<RuleBrokenException>(() => Intake.CheckSize(name, use, limit + 1)).Message);
    }

    private async Task<StoredFile> TakeAsync(byte[] bytes, string name, FileUse use)
    {
        using var stream = new MemoryStream(bytes);
        return await Intake.TakeAsync(stream, name, use);
    }

    private byte[] Read(StoredFile file)
    {
        using var bytes = portal.Services.GetRequiredService<IFileStore>().Open(file.StoreName)!;
        var all = new byte[bytes.Length];
        bytes.ReadExactly(all);
        return all;
    }
}
