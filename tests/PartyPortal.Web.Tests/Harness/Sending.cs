using System.Text;
using AngleSharp.Html.Parser;
using PartyPortal.Domain.Files;

namespace PartyPortal.Web.Tests.Harness;

/// <summary>Files sent ahead of their form, as the script does it.</summary>
public static class Sending
{
    /// <summary>Sends a whole file; the answer is that to its last piece, or to the one that was refused.</summary>
    public static async Task<(Guid Id, Answer Answer)> SendAsync(this Browser browser, string name, FileUse use, byte[] bytes)
    {
        var begun = await browser.AnnounceAsync(name, use, bytes.Length);
        if (begun.Location is null) return (default, begun);

        return (Guid.Parse(begun.Location.Split('/')[^1]), await browser.AppendAsync(begun.Location, 0, bytes));
    }

    public static Task<Answer> AnnounceAsync(this Browser browser, string name, FileUse use, long bytes) => browser.SpeakAsync(HttpMethod.Post, "/en/uploads", request =>
    {
        request.Headers.Add("Upload-Length", $"{bytes}");
        request.Headers.Add("Upload-Metadata", $"filename {Convert.ToBase64String(Encoding.UTF8.GetBytes(name))},use {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{use}"))}");
    });

    public static Task<Answer> AppendAsync(this Browser browser, string address, long offset, byte[] bytes) => browser.SpeakAsync(HttpMethod.Patch, address, request =>
    {
        request.Headers.Add("Upload-Offset", $"{offset}");
        request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = new("application/offset+octet-stream") } };
    });

    /// <summary>How much of a file has arrived.</summary>
    public static async Task<long> OffsetOfAsync(this Browser browser, string address) =>
        long.Parse((await browser.SpeakAsync(HttpMethod.Head, address)).Message.Headers.GetValues("Upload-Offset").Single());

    public static async Task<Answer> SpeakAsync(this Browser browser, HttpMethod verb, string address, Action<HttpRequestMessage>? more = null)
    {
        using var request = new HttpRequestMessage(verb, address) { Headers = { { "Tus-Resumable", "1.0.0" }, { "X-Antiforgery", await browser.TokenAsync() } } };
        more?.Invoke(request);
        return await Answer.OfAsync(await browser.Http.SendAsync(request));
    }

    private static async Task<string> TokenAsync(this Browser browser)
    {
        var page = new HtmlParser().ParseDocument((await browser.GetAsync("/en/display")).Body);
        return page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }
}
