using System.Data.Common;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Settings;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Feedback;

/// <summary>Read as an attacker who holds the database, its files and all logs of all levels: who wrote, from where, at which hour?</summary>
public sealed class AnonymityTests
{
    private const string SenderAddress = "203.0.113.77";
    private const string Agent = "Attic-Browser/77.17";
    private const string CameFrom = "http://localhost/people?words=attic-referer";

    // A new column would be looked at here before it is allowed.
    private static readonly string[] Kept =
    [
        "About", "AskedOn", "ClosedOn", "CodeHash", "ConcernedId", "Contact", "DueOn", "Extensions", "HandlingId", "Id", "Kind", "MayBeTold", "MergedIntoId", "Name", "ReceivedOn", "Satisfaction", "State", "Text", "TopicId", "WasReopened",
        "ItemId", "Jpeg", "FeedbackItemId", "IsFromOffice", "Number", "On", "Until",
    ];

    [Theory, InlineData(""), InlineData("/en")]
    public async Task An_anonymous_message_leaves_no_sender_and_no_hour_in_database_files_or_logs(string language)
    {
        await using var portal = await OverheardPortal.StartAsync();
        var (office, branch) = await PlantAsync(portal);
        var sender = await SenderAsync(portal, branch);
        portal.Clock.Advance(new TimeSpan(0, 3, 17, 11, 123));
        await EmptyLogOfChangesAsync(portal);
        var (rows, lines, files) = (await RowsAsync(portal), portal.Log, FilesOf(portal));

        var code = await SendAsync(sender, language, branch);
        await ReadAndReplyAsync(sender, language, code);
        Assert.Equal("", portal.Log[lines.Length..]);

        var added = (await RowsAsync(portal)).Except(rows).ToList();
        Assert.Equal(["FeedbackItems", "FeedbackMessages", "FeedbackPictures"], added.Select(row => row.Split('|')[0]).Order(StringComparer.Ordinal));
        Assert.Equal(rows.Count + 3, (await RowsAsync(portal)).Count);
        Assert.Equal(Kept.Order(StringComparer.Ordinal), added.SelectMany(row => row.Split('|').Skip(1)).Select(cell => cell.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        var traces = await TracesAsync(portal, sender, code);
        AssertTellsNothing(string.Join('\n', added), traces);
        AssertTellsNothing(ChangedPages(portal), traces);

        Assert.Equal(files, FilesOf(portal));

        await AnswerAsync(portal, office);
        Assert.DoesNotContain(sender.AccountId!, await AuditAfterwardsAsync(portal, rows));
    }

    [Fact]
    public async Task The_log_of_other_pages_knows_the_page_and_nobody_who_read_it()
    {
        await using var portal = await OverheardPortal.StartAsync();
        var (_, branch) = await PlantAsync(portal);
        var reader = await SenderAsync(portal, branch);

        await reader.OpenAsync("/about-this-site");

        var log = portal.Log;
        Assert.Contains("/about-this-site", log);
        foreach (var trace in new[] { SenderAddress, Agent, "attic-referer", reader.AccountId! }) Assert.DoesNotContain(trace, log[log.IndexOf("/about-this-site", StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task A_refused_or_failing_message_leaves_no_line_either()
    {
        await using var portal = await OverheardPortal.StartAsync();
        var (_, branch) = await PlantAsync(portal);
        var sender = await SenderAsync(portal, branch);
        var page = await sender.OpenAsync("/feedback");
        var lines = portal.Log;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.SubmitAsync(new { Text = "" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await sender.PostAsync("/feedback")).Status);
        await sender.FindsNothingAt("/feedback/no-such-page");

        Assert.Equal("", portal.Log[lines.Length..]);
    }

    [Fact]
    public async Task Rows_of_feedback_have_no_numbers_that_tell_their_order()
    {
        await using var portal = await OverheardPortal.StartAsync();
        if (portal.Engine.Provider != "Sqlite") return; // Only SQLite numbers rows by itself.

        foreach (var table in new[] { "FeedbackItems", "FeedbackMessages", "FeedbackPictures" })
            await Assert.ThrowsAnyAsync<DbException>(() => portal.InDbAsync(db => RowsOfAsync(db.Database.GetDbConnection(), $"SELECT rowid FROM {table}", table)));
    }

    [Fact]
    public async Task Coming_back_to_write_after_an_idle_hour_notes_no_time_of_coming()
    {
        await using var portal = await OverheardPortal.StartAsync();
        var (_, branch) = await PlantAsync(portal);
        var sender = await SenderAsync(portal, branch);
        await sender.OpenAsync("/desk");
        portal.Clock.Advance(TimeSpan.FromMinutes(77));

        await sender.GetAsync("/feedback");

        var session = await portal.InDbAsync(db => db.Sessions.SingleAsync(s => s.AccountId == sender.AccountId));
        Assert.NotEqual(portal.Clock.GetUtcNow().UtcDateTime, session.EndedAt);
    }

    [Fact]
    public async Task Too_many_codes_tried_are_slowed_down_and_told_nothing_else()
    {
        await using var portal = await OverheardPortal.StartAsync();
        await portal.SetAsync(nameof(PortalSettings.CodesPerMinute), "20");
        var page = await (await portal.As(Actor.PlainAccount)).OpenAsync("/en/feedback/receipt");

        var answers = new List<Answer>();
        for (var i = 0; i < 21; i++) answers.Add(await page.SubmitAsync(new { Code = $"0000-0000-0000-00{i:D2}" }));

        Assert.All(answers.Take(20), answer => answer.IsRefusedWith("No message is found under this code. Check each character and try again."));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1].Status);
        Assert.True(answers[^1].Message.Headers.RetryAfter is not null);
    }

    private static async Task<(Branch Office, Branch Branch)> PlantAsync(Portal portal)
    {
        var general = await portal.PlantBranchAsync("Sciences", null, BranchKind.GeneralBranch);
        // Somebody holds the office before a message comes: it would go up otherwise.
        await portal.As(Actor.GeneralBranchSecretary(general));
        return (general, await portal.PlantBranchAsync("Physics", general));
    }

    private static async Task<Browser> SenderAsync(Portal portal, Branch branch)
    {
        var sender = await portal.As(Actor.Member(branch));
        sender.Http.DefaultRequestHeaders.Add("X-Forwarded-For", SenderAddress);
        sender.Http.DefaultRequestHeaders.Add("User-Agent", Agent);
        sender.Http.DefaultRequestHeaders.Add("Referer", CameFrom);
        return sender;
    }

    private static async Task<string> SendAsync(Browser sender, string language, Branch branch)
    {
        var page = await sender.OpenAsync(language + "/feedback");
        var answer = await page.SubmitAsync(new { Kind = FeedbackKind.Problem, BranchId = page.Choice("BranchId", branch), Text = "A lamp is broken", Pictures = new[] { ("attic-name.jpg", SampleFile.Photograph()) } });
        // Cookies are only taken away.
        if (answer.Message.Headers.TryGetValues("Set-Cookie", out var cookies)) Assert.All(cookies, cookie => Assert.Contains("=; expires=Thu, 01 Jan 1970", cookie));
        return answer.Html.QuerySelector("#receipt-code")!.TextContent;
    }

    private static async Task ReadAndReplyAsync(Browser sender, string language, string code)
    {
        var read = await (await sender.OpenAsync(language + "/feedback/receipt")).SubmitAsync(new { Code = code });
        await new Page(sender, language + "/feedback/receipt", read).SubmitAsync(new { Text = "Still broken" });
    }

    private static async Task AnswerAsync(Portal portal, Branch office)
    {
        var id = await portal.InDbAsync(db => db.FeedbackItems.Select(f => f.Id).SingleAsync());
        await (await (await portal.As(Actor.GeneralBranchSecretary(office))).OpenAsync($"/desk/feedback/{id}")).SubmitAsync(new { Text = "It is mended." }, "#answer");
    }

    private static async Task<string> AuditAfterwardsAsync(Portal portal, List<string> before) =>
        string.Join('\n', (await RowsAsync(portal)).Except(before).Where(row => row.StartsWith("Audit", StringComparison.Ordinal)));

    /// <summary>What must be found nowhere: who, from where, the keys to the message, and any time of the day.</summary>
    private static async Task<string[]> TracesAsync(Portal portal, Browser sender, string code)
    {
        var session = await portal.InDbAsync(db => db.Sessions.Where(s => s.AccountId == sender.AccountId).Select(s => s.Id).SingleAsync());
        return [SenderAddress, OverheardPortal.Proxy, Agent, "attic-referer", "attic-name", "DemoCam", sender.AccountId!, session.ToString(), session.ToString().ToUpperInvariant(), code, code.Replace("-", "", StringComparison.Ordinal), "05:17", "13:17", "2026-11-24 ", "2026-11-24T"];
    }

    private static void AssertTellsNothing(string text, string[] traces)
    {
        foreach (var trace in traces) Assert.False(text.Contains(trace, StringComparison.OrdinalIgnoreCase), $"Found: {trace}");
    }

    /// <summary>The files of the data folder; beside the database there must be no new one.</summary>
    private static string FilesOf(Portal portal)
    {
        var folder = portal.Services.GetRequiredService<DataFolder>().Root;
        return string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !f.Contains(".db", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    /// <summary>Every row of every table as text, each cell with the name of its column.</summary>
    private static Task<List<string>> RowsAsync(Portal portal) => portal.InDbAsync(async db =>
    {
        var names = db.GetService<ISqlGenerationHelper>();
        var rows = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct())
            rows.AddRange(await RowsOfAsync(db.Database.GetDbConnection(), $"SELECT * FROM {names.DelimitIdentifier(table)}", table));
        return rows;
    });

    private static async Task<List<string>> RowsOfAsync(DbConnection connection, string question, string table)
    {
        if (connection.State is System.Data.ConnectionState.Closed) await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(table + string.Concat(Enumerable.Range(0, reader.FieldCount).Select(i => $"|{reader.GetName(i)}={Text(reader.GetValue(i))}")));
        return rows;
    }

    private static string Text(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        DateTime at => at.ToString("yyyy-MM-dd HH:mm:ss.ffffff", System.Globalization.CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };

    // SQLite: what is written from now on stands in a file of its own, page by page.
    private static async Task EmptyLogOfChangesAsync(Portal portal)
    {
        if (portal.Engine.Provider == "Sqlite") await portal.InDbAsync(db => RowsOfAsync(db.Database.GetDbConnection(), "PRAGMA wal_checkpoint(TRUNCATE)", ""));
    }

    private static string ChangedPages(Portal portal)
    {
        if (portal.Engine.Provider != "Sqlite") return "";

        using var file = new FileStream(portal.Engine.Connection["Data Source=".Length..] + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        Assert.True(bytes.Length > 0);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }
}
