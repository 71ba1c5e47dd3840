using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Search;
using PartyPortal.Domain.Settings;
using PartyPortal.Web.Features.Search;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Search;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Search;

/// <summary>The index is a cache: it may be lost, harmed or of another time, and is made anew from the database. On a database of its own.</summary>
public sealed class IndexTests : IAsyncLifetime
{
    private readonly OwnPortal _portal = new();
    private Branch _branch = null!;

    private string Folder => _portal.Services.GetRequiredService<DataFolder>().Path("index", "1");

    [Fact]
    public async Task While_there_is_no_index_the_page_says_so()
    {
        var page = await (await _portal.As(Actor.Public)).OpenAsync("/en/search?words=notice");

        Assert.Contains("The search is being prepared.", page.Text);
    }

    [Fact]
    public async Task An_index_that_is_deleted_while_the_portal_runs_is_made_anew()
    {
        await PlantAsync("甲");
        Directory.Delete(Folder, recursive: true);
        await _portal.PlantNoticeAsync(_branch, "乙");

        await FindsAsync("甲", 1);
        await _portal.KeepIndexAsync();

        await FindsAsync("甲", 1);
        await FindsAsync("乙", 1);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_index_that_is_damaged_while_the_portal_runs_is_made_anew(bool isShortened)
    {
        await PlantAsync("甲");
        await AgeAsync();
        Spoil(isShortened);

        // Whoever asks now gets an answer or is told to wait; the harm is seen, and mended by the keeper.
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await (await _portal.As(Actor.Public)).GetAsync($"/search?words=甲{i}")).Status);
        await PlantAsync("乙");
        for (var i = 0; i < 3; i++) await _portal.KeepIndexAsync();

        await FindsAsync("甲", 1);
        await FindsAsync("乙", 1);
    }

    [Theory, InlineData("deleted"), InlineData("damaged"), InlineData("whole"), InlineData("of another database")]
    public async Task A_start_goes_on_with_an_index_that_is_whole_and_makes_any_other_anew(string index)
    {
        await PlantAsync("甲");
        await AgeAsync();
        Stop();
        if (index == "deleted") Directory.Delete(Folder, recursive: true);
        if (index == "damaged") Spoil(isShortened: false);
        if (index == "of another database") await _portal.InDbAsync(db => db.SearchChanges.ExecuteUpdateAsync(set => set.SetProperty(c => c.Stamp, Guid.NewGuid())));
        // Behind the back of every index: seen only by one that is made anew.
        await _portal.InDbAsync(db => db.Notices.ExecuteUpdateAsync(set => set.SetProperty(n => n.Title, "丙")));

        await _portal.KeepIndexAsync();

        await FindsAsync("丙", index == "whole" ? 0 : 1);
    }

    [Fact]
    public async Task What_was_saved_while_the_portal_was_down_is_found_after_the_start()
    {
        await PlantAsync("甲");
        await AgeAsync();
        Stop();
        await _portal.PlantNoticeAsync(_branch, "乙");

        await _portal.KeepIndexAsync();

        await FindsAsync("乙", 1);
    }

    [Fact]
    public async Task A_change_whose_number_was_given_earlier_than_it_was_committed_is_not_missed()
    {
        var notice = await PlantAsync("甲");
        var late = await _portal.InDbAsync(db => db.SearchChanges.Where(c => c.Kind == SearchKind.Notice && c.RowId == notice).OrderBy(c => c.Id).LastAsync());
        await _portal.InDbAsync(db => db.SearchChanges.Where(c => c.Id == late.Id).ExecuteDeleteAsync());
        await _portal.InDbAsync(db => db.Notices.ExecuteUpdateAsync(set => set.SetProperty(n => n.Title, "乙")));
        Stop();
        await _portal.KeepIndexAsync();
        await _portal.PlantNoticeAsync(_branch, "丙");
        await _portal.InDbAsync(db => db.Notices.Where(n => n.Id == notice).ExecuteUpdateAsync(set => set.SetProperty(n => n.Title, "丁")));
        await _portal.KeepIndexAsync();
        await FindsAsync("丁", 0);

        // Only now the transaction with the lower number is committed.
        await _portal.InDbAsync(db => { db.SearchChanges.Add(late); return db.SaveChangesAsync(); });
        await _portal.KeepIndexAsync();

        await FindsAsync("丁", 1);
    }

    [Fact]
    public async Task Two_instances_follow_one_database_each_with_an_index_of_its_own()
    {
        await using var other = new Portal { Engine = _portal.Engine, Clock = _portal.Clock }.With("Portal:DataFolder", _portal.Services.GetRequiredService<DataFolder>().Root);
        await PlantAsync("甲");
        await other.KeepIndexAsync();
        Assert.True(Directory.Exists(Folder) && Directory.Exists(Folder[..^1] + "2"));

        await other.PlantNoticeAsync(_branch, "乙");
        await _portal.KeepIndexAsync();
        await other.KeepIndexAsync();

        await FindsAsync("乙", 1);
        Assert.Single(await (await other.As(Actor.Public)).SearchAsync("乙"));
    }

    [Fact]
    public async Task Old_changes_are_forgotten_but_the_newest()
    {
        await PlantAsync("甲");
        await _portal.InDbAsync(db => db.SearchChanges.ExecuteUpdateAsync(set => set.SetProperty(c => c.On, new DateOnly(2026, 1, 1))));
        var newest = await _portal.InDbAsync(db => db.SearchChanges.MaxAsync(c => c.Id));

        await _portal.InDbAsync(db => new ForgetSearchChanges().RunAsync(db, _portal.Clock.UtcNow()));

        Assert.Equal([newest], await _portal.InDbAsync(db => db.SearchChanges.Select(c => c.Id).ToListAsync()));
    }

    [Theory, InlineData(""), InlineData("/en")]
    public async Task Feedback_never_reaches_the_index(string language)
    {
        await PlantAsync("beaconlamp");
        var sender = await _portal.As(Actor.Member(_branch));
        var sent = await (await sender.OpenAsync(language + "/feedback")).SubmitAsync(new { Kind = FeedbackKind.Problem, BranchId = _branch.Id, Text = "atticlamp 阁楼的灯坏了" });
        Assert.NotNull(sent.Html.QuerySelector("#receipt-code"));

        await _portal.KeepIndexAsync();
        await _portal.PlantNoticeAsync(_branch, "乙");
        await _portal.KeepIndexAsync();
        await AgeAsync();

        foreach (var reader in new[] { Actor.Public, Actor.Secretary(_branch), Actor.OrganisationOffice })
            foreach (var words in new[] { "atticlamp", "阁楼" }) Assert.Empty(await (await _portal.As(reader)).SearchAsync(words));
        Assert.DoesNotContain(await _portal.InDbAsync(db => db.SearchChanges.Select(c => c.Kind).ToListAsync()), kind => !Enum.IsDefined(kind));
        var bytes = string.Concat(Directory.EnumerateFiles(Folder).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Select(f => Encoding.UTF8.GetString(File.ReadAllBytes(f))));
        Assert.Contains("beaconlamp", bytes);
        foreach (var trace in new[] { "atticlamp", "阁楼", sender.AccountId! }) Assert.DoesNotContain(trace, bytes);
    }

    [Fact]
    public async Task Too_many_searches_are_slowed_down()
    {
        await _portal.SetAsync(nameof(PortalSettings.SearchesPerMinute), "10");
        var reader = await _portal.As(Actor.Public);

        var answers = new List<Answer>();
        for (var i = 0; i < 11; i++) answers.Add(await reader.GetAsync("/search?words=a"));

        Assert.All(answers.Take(10), answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1].Status);
        Assert.NotNull(answers[^1].Message.Headers.RetryAfter);
    }

    public async ValueTask InitializeAsync()
    {
        await _portal.InitializeAsync();
        _branch = await _portal.PlantBranchAsync("Physics");
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private async Task<int> PlantAsync(string title)
    {
        var id = await _portal.PlantNoticeAsync(_branch, title);
        await _portal.KeepIndexAsync();
        return id;
    }

    /// <summary>So long that the index is written to disk.</summary>
    private async Task AgeAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            _portal.Clock.Advance(TimeSpan.FromMinutes(1));
            await _portal.KeepIndexAsync();
        }
    }

    /// <summary>As the end of the process does: the index lets go of its files, and the keeper knows nothing any more.</summary>
    private void Stop() => _portal.Services.GetRequiredService<SearchIndex>().Close();

    private void Spoil(bool isShortened)
    {
        foreach (var file in Directory.EnumerateFiles(Folder).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var bytes = File.ReadAllBytes(file);
            for (var i = bytes.Length / 3; i < bytes.Length; i++) bytes[i] ^= 0x5A;
            using var harmed = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            harmed.Write(bytes);
            if (isShortened) harmed.SetLength(bytes.Length / 3);
        }
    }

    private async Task FindsAsync(string words, int hits) => Assert.Equal(hits, (await (await _portal.As(Actor.Public)).SearchAsync(words)).Count);
}
