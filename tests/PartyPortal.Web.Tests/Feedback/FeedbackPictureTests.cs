using System.Text;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Feedback;

public sealed class FeedbackPictureTests(Portal portal)
{
    [Fact]
    public async Task Pictures_are_drawn_anew_and_seen_by_the_office_and_by_whoever_holds_the_code()
    {
        var branch = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(branch));
        var text = Portal.Unique("The lamp is broken ");
        var stranger = await portal.As(Actor.Public);

        var sent = await SendAsync(stranger, branch, text, [("attic-name-7717.jpg", SampleFile.Photograph()), ("b.png", SampleFile.Picture())]);

        var id = await portal.InDbAsync(db => db.FeedbackItems.Where(f => f.Text == text).Select(f => f.Id).SingleAsync());
        var kept = await portal.InDbAsync(db => db.FeedbackPictures.Where(p => p.ItemId == id).Select(p => p.Jpeg).ToListAsync());
        Assert.Equal(2, kept.Count);
        Assert.All(kept, jpeg => Assert.Equal([0xFF, 0xD8, 0xFF], jpeg[..3]));
        foreach (var trace in new[] { "Exif", "attic-name" }) Assert.All(kept, jpeg => Assert.DoesNotContain(trace, Encoding.Latin1.GetString(jpeg)));
        Assert.Equal(2, (await secretary.OpenAsync($"/desk/feedback/{id}")).Html.QuerySelectorAll("#pictures img").Length);
        var code = sent.Html.QuerySelector("#receipt-code")!.TextContent;
        Assert.Equal(2, (await (await stranger.OpenAsync("/feedback/receipt")).SubmitAsync(new { Code = code })).Html.QuerySelectorAll("#pictures img").Length);
    }

    [Fact]
    public async Task More_than_five_files_and_what_is_no_picture_are_refused_at_their_field()
    {
        var branch = await PlantAsync();
        var stranger = await portal.As(Actor.Public);

        (await SendAsync(stranger, branch, "Six", [.. Enumerable.Range(0, 6).Select(i => ($"{i}.png", SampleFile.Picture()))])).IsRefusedWith("At most 5 pictures.");
        foreach (var file in new[] { ("a.png", SampleFile.Exe()), ("a.pdf", SampleFile.Pdf()), ("a.gif", SampleFile.GifScript()), ("a.jpg", Array.Empty<byte>()) })
            (await SendAsync(stranger, branch, "Other", [file])).IsRefusedWith($"The picture “{file.Item1}” cannot be read.");
        (await SendAsync(stranger, branch, "Bomb", [("bomb.png", SampleFile.PictureBomb(20_000))])).IsRefusedWith("is too large");

        Assert.False(await portal.InDbAsync(db => db.FeedbackItems.AnyAsync(f => f.ConcernedId == branch.Id)));
    }

    private Task<Branch> PlantAsync() => portal.PlantBranchAsync("Physics");

    private static async Task<Answer> SendAsync(Browser browser, Branch branch, string text, (string Name, byte[] Bytes)[] pictures)
    {
        var page = await browser.OpenAsync("/en/feedback");
        return await page.SubmitAsync(new { Kind = FeedbackKind.Problem, BranchId = page.Choice("BranchId", branch), Text = text, Named = true, Name = "Li Hua", Pictures = pictures });
    }
}
