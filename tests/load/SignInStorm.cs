using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using PartyPortal.Data.Accounts;
using PartyPortal.Web.Features.Accounts;

namespace PartyPortal.Load;

/// <summary>Eight o'clock: everybody signs in with a password, and the pages are to stay quick meanwhile.</summary>
internal sealed partial class SignInStorm(LoadHost host, Rush rush, Measured portal, Ground ground, bool isQuick)
{
    private const int AtOnce = 40;
    private const int PagesPerSecond = 50;

    private readonly TimeSpan _length = TimeSpan.FromSeconds(isQuick ? 5 : 10);

    public async Task<List<Row>> MeasureAsync()
    {
        var limit = await HashesPerSecondAsync();
        var quiet = await PagesAsync();
        var pages = PagesAsync();
        var storm = await StormAsync();
        var stormy = await pages;
        return
        [
            new Row("password-hashes", ground, null, null, limit, null, null, null),
            new Row("sign-in-storm", ground, null, storm.PerSecond / limit, storm.PerSecond, storm.P50, storm.P99, portal.ResidentMb),
            new Row("pages-when-quiet", ground, null, null, quiet.PerSecond, quiet.P50, quiet.P99, null),
            new Row("pages-in-the-storm", ground, null, stormy.P99 / quiet.P99, stormy.PerSecond, stormy.P50, stormy.P99, null),
        ];
    }

    /// <summary>What all cores together manage when they do nothing else.</summary>
    private async Task<double> HashesPerSecondAsync()
    {
        var hashing = host.Services.GetRequiredService<PasswordHashing>();
        var hash = await hashing.HashAsync(new Account(), University.Password);
        var (since, done) = (Stopwatch.StartNew(), 0);
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(async () =>
        {
            while (since.Elapsed < _length / 3)
                if (await hashing.VerifyAsync(hash, University.Password) is PasswordVerificationResult.Success) Interlocked.Increment(ref done);
        })));
        return done / since.Elapsed.TotalSeconds;
    }

    private Task<Pace> PagesAsync() => rush.SpreadAsync(_length, (int)(PagesPerSecond * _length.TotalSeconds), _ => new HttpRequestMessage(HttpMethod.Get, new Uri(portal.Address, "/notices")));

    private async Task<Pace> StormAsync()
    {
        var took = new ConcurrentQueue<double>();
        var (since, next) = (Stopwatch.StartNew(), 0);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            while (since.Elapsed < _length) took.Enqueue(await SignInAsync(University.Sleeper(Interlocked.Increment(ref next) % University.Sleepers)));
        })));
        return Pace.Of(took, since.Elapsed);
    }

    private async Task<double> SignInAsync(string name)
    {
        using var page = await rush.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(portal.Address, "/sign-in")));
        var form = new Dictionary<string, string> { ["Name"] = name, ["Password"] = University.Password, ["__RequestVerificationToken"] = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value };
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(portal.Address, "/sign-in")) { Content = new FormUrlEncodedContent(form) };
        post.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        var since = Stopwatch.GetTimestamp();
        using var answer = await rush.SendAsync(post);
        return answer.StatusCode is HttpStatusCode.Redirect ? Stopwatch.GetElapsedTime(since).TotalMilliseconds : throw new InvalidOperationException($"{name} could not sign in: {(int)answer.StatusCode}.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
