using System.Net;
using PartyPortal.Domain.Files;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Files;

/// <summary>What uploads must leave free on the disk is more than there is.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task Without_room_a_file_is_refused_in_words_and_texts_are_still_saved()
    {
        await using var portal = new Portal().With("Portal:Files:KeepFreeMegabytes", "999999999");
        await portal.InitializeAsync();
        var secretary = await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Physics")));

        var ahead = await secretary.AnnounceAsync("a.pdf", FileUse.Attachment, 10);
        var page = await secretary.OpenAsync("/en/desk/notices/new");
        var plain = await page.SubmitAsync(new { Title = "a", Body = "b", Attachments__Added__Files = ("a.pdf", new byte[2 * 1024 * 1024]) });
        var text = await page.SubmitAsync(new { Title = "a", Body = "b" });

        Assert.Equal((HttpStatusCode.InsufficientStorage, "There is no room for files at the moment. Tell an administrator."), (ahead.Status, ahead.Body));
        Assert.Equal(HttpStatusCode.InsufficientStorage, plain.Status);
        Assert.Contains("There is no room for files at the moment.", plain.Text);
        Assert.Equal(HttpStatusCode.Redirect, text.Status);
    }
}
