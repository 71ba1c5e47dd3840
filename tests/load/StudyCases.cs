using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Files;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Load;

/// <summary>What learners ask for: a course, an answer kept as it is chosen, a piece of a film.</summary>
internal sealed partial class StudyCases(LoadHost host, Rush rush, Measured portal, Measured floor)
{
    public const int Watchers = 200;

    private const int Piece = 256 * 1024;

    public async Task<List<Case>> AllAsync(Measured film, string reader)
    {
        var course = await host.InDbAsync(db => db.Courses.Select(c => c.Id).SingleAsync());
        var video = await host.InDbAsync(db => db.StudyMaterials.Where(m => m.File != null).Select(m => m.Id).SingleAsync());
        var attempts = await OpenAsync();
        return
        [
            new("course", "notices-floor", portal, Run.Get(portal, $"/courses/{course}", reader)),
            new("quiz-save-floor", null, floor, n => attempts[n % attempts.Count].Save(floor, "/floor/answers", n)),
            new("quiz-save", "quiz-save-floor", portal, n => attempts[n % attempts.Count].Save(portal, $"/my/attempts/{attempts[n % attempts.Count].Id}/answers", n)),
            new("film-floor", null, film, Ranges(film, "/", null)) { Readers = Watchers },
            new("film", "film-floor", portal, Ranges(portal, $"/study/{video}/file", reader)) { Readers = Watchers },
        ];
    }

    /// <summary>Where the film lies, for the limit.</summary>
    public Task<string> FilmAsync() => host.InDbAsync(async db =>
        host.Services.GetRequiredService<IFileStore>().AddressOf((await db.StudyMaterials.Where(m => m.File != null).Select(m => m.File!.StoreName).SingleAsync())));

    /// <summary>Each learner has the attempt open in a browser, with what its form needs to save.</summary>
    private async Task<List<OpenAttempt>> OpenAsync()
    {
        var attempts = await host.InDbAsync(db => db.QuizAttempts.OrderBy(a => a.Id).Select(a => new { a.Id, a.AccountId, First = a.Answers.Min(x => x.Id) }).ToListAsync());
        var cookies = await host.SignInAsync(attempts.ConvertAll(a => a.AccountId));
        var open = new List<OpenAttempt>();
        foreach (var (attempt, cookie) in attempts.Zip(cookies))
        {
            using var page = await rush.SendAsync(Run.Get(portal, $"/my/attempts/{attempt.Id}", cookie, "identity")(0));
            var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
            var forms = page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Single(c => c.StartsWith("portal.form", StringComparison.Ordinal));
            open.Add(new OpenAttempt(attempt.Id, attempt.First, $"{cookie}; {forms}", token));
        }

        return open;
    }

    private static Func<int, HttpRequestMessage> Ranges(Measured server, string path, string? cookie) => n =>
    {
        var request = Run.Get(server, path, cookie, "identity")(n);
        var from = (long)n * 7919 * 1024 % (StudyGround.FilmBytes - Piece);
        request.Headers.Range = new RangeHeaderValue(from, from + Piece - 1);
        return request;
    };

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Token();

    private sealed record OpenAttempt(int Id, int FirstAnswer, string Cookies, string Token)
    {
        /// <summary>Another choice each time, so that each is written.</summary>
        public HttpRequestMessage Save(Measured server, string answers, int n)
        {
            var turn = n / University.Learners;
            var question = turn % StudyGround.Questions;
            var place = answers.StartsWith("/floor", StringComparison.Ordinal) ? FirstAnswer + question : question + 1;
            var request = new HttpRequestMessage(HttpMethod.Put, new Uri(server.Address, string.Create(CultureInfo.InvariantCulture, $"{answers}/{place}")))
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Text"] = (turn / StudyGround.Questions % 3).ToString(CultureInfo.InvariantCulture), ["Seen"] = "", ["Version"] = $"{Guid.Empty}" }),
            };
            request.Headers.Add("Cookie", Cookies);
            request.Headers.Add("X-Antiforgery", Token);
            return request;
        }
    }
}
