using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PartyPortal.Browser.Tests;

/// <summary>Security row 57: the machine stops the portal in the middle of its work.</summary>
public sealed partial class CrashTests
{
    [Fact]
    public async Task A_portal_killed_during_an_upload_keeps_no_half_file_and_goes_on_where_it_broke_off()
    {
        await using var portal = await PortalProcess.StartAsync(["--demo", .. PortalProcess.WithoutPrograms]);
        using var secretary = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = portal.Address };
        await SignInAsync(secretary, portal.Accounts["secretary"]);
        var ofTheDemo = portal.KeptFiles().ToList();
        var (first, rest) = (Encoding.UTF8.GetBytes(new string('a', 500_000)), Encoding.UTF8.GetBytes(new string('b', 500_000)));
        var token = await TokenAsync(secretary, "/display");
        var begun = await SpeakAsync(secretary, HttpMethod.Post, "/uploads", token, ("Upload-Length", "1000000"), ("Upload-Metadata", "filename YS50eHQ=,use QXR0YWNobWVudA=="));
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var address = begun.Headers.Location!.ToString();

        // The second half of the piece never comes.
        using var never = new StalledStream(first, () => portal.IncomingBytes() >= first.Length);
        using var line = new CancellationTokenSource();
        var sending = AppendAsync(secretary, address, token, 0, new StreamContent(never), 1_000_000, line.Token);
        await never.HasArrived;
        await portal.KillAsync();
        await line.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => sending);
        Assert.Equal(ofTheDemo.Order(), portal.KeptFiles().Order());

        await portal.StartAgainAsync();
        secretary.DefaultRequestHeaders.ConnectionClose = true;
        var asked = await SpeakAsync(secretary, HttpMethod.Head, address, null);
        Assert.Equal("500000", asked.Headers.GetValues("Upload-Offset").Single());
        token = await TokenAsync(secretary, "/display");
        Assert.Equal(HttpStatusCode.NoContent, (await AppendAsync(secretary, address, token, first.Length, new ByteArrayContent(rest), rest.Length)).StatusCode);
        Assert.Equal(new string('a', 500_000) + new string('b', 500_000), await File.ReadAllTextAsync(Assert.Single(portal.KeptFiles().Except(ofTheDemo))));
    }

    private static async Task SignInAsync(HttpClient browser, DemoAccount account)
    {
        var page = await browser.GetStringAsync("/sign-in");
        var fields = Input().Matches(page).Select(m => (Name: Name().Match(m.Value).Groups[1].Value, Value: Value().Match(m.Value).Groups[1].Value)).Where(f => f.Name.Length > 0)
            .GroupBy(f => f.Name).ToDictionary(g => g.Key, g => g.First().Value);
        fields["Name"] = account.UserName;
        fields["Password"] = account.Password;
        var answer = await browser.PostAsync("/sign-in", new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    private static async Task<string> TokenAsync(HttpClient browser, string address) => Token().Match(await browser.GetStringAsync(address)).Groups[1].Value;

    private static Task<HttpResponseMessage> SpeakAsync(HttpClient browser, HttpMethod verb, string address, string? token, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(verb, address) { Headers = { { "Tus-Resumable", "1.0.0" } } };
        if (token is not null) request.Headers.Add("X-Antiforgery", token);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return browser.SendAsync(request);
    }

    private static Task<HttpResponseMessage> AppendAsync(HttpClient browser, string address, string token, long offset, HttpContent bytes, long length, CancellationToken line = default)
    {
        bytes.Headers.ContentType = new("application/offset+octet-stream");
        bytes.Headers.ContentLength = length;
        return browser.SendAsync(new HttpRequestMessage(HttpMethod.Patch, address) { Content = bytes, Headers = { { "Tus-Resumable", "1.0.0" }, { "X-Antiforgery", token }, { "Upload-Offset", $"{offset}" } } }, line);
    }

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Token();

    /// <summary>Gives its bytes and then waits for ever.</summary>
    private sealed class StalledStream(byte[] bytes, Func<bool> hasArrived) : MemoryStream(bytes)
    {
        private readonly TaskCompletionSource _arrived = new();

        public Task HasArrived => _arrived.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position < Length) return Read(buffer.Span);

            while (!hasArrived()) await Task.Delay(20, cancellationToken);
            _arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
