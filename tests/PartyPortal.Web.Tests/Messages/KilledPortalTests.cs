using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.People;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Messages;

/// <summary>The portal as a process of its own, killed (-9) again and again while it sends. PORTAL_TEST_KILLS=100 kills it so often during 1,000 messages.</summary>
public sealed class KilledPortalTests : IAsyncLifetime
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("PORTAL_TEST_KILLS") ?? "3", CultureInfo.InvariantCulture);
    private static readonly int Messages = Kills * 10;

    private readonly MailPortal _portal = new() { Clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow()) };
    private Branch _branch = null!;

    [Fact]
    public async Task A_portal_killed_again_and_again_while_it_sends_loses_nothing_and_counts_what_may_be_there_twice()
    {
        var addresses = await PlantReadersAsync();
        await PublishAsync();

        for (var kill = 1; kill <= Kills; kill++)
        {
            using var process = PortalProcess.Start(_portal);
            await SomeTimeAsync(kill * 10);
            await process.KillAsync();
        }

        using var last = PortalProcess.Start(_portal);
        await AllIsSentAsync(last);
        await last.KillAsync();

        await NothingIsLostAsync(addresses);
    }

    /// <summary>Each reader has one message on the portal and at least one e-mail; copies share their Message-Id and are counted on the page.</summary>
    private async Task NothingIsLostAsync(List<string> addresses)
    {
        var received = _portal.Smtp.Received.GroupBy(m => m.To.Mailboxes.Single().Address).ToDictionary(g => g.Key, g => g.Select(m => m.MessageId).ToList());
        Assert.Equal(addresses.Order(), received.Keys.Order());
        Assert.All(received.Values, ids => Assert.Single(ids.Distinct()));
        Assert.Equal(Messages, await _portal.InDbAsync(db => db.Messages.Select(m => m.AccountId).Distinct().CountAsync()));
        Assert.Equal(Messages, await _portal.InDbAsync(db => db.Messages.CountAsync()));

        var counted = await _portal.InDbAsync(db => db.Deliveries.Where(d => d.MayBeTwice).Select(d => db.Users.Single(u => u.Id == d.AccountId).Email!).ToListAsync());
        Assert.Empty(received.Where(r => r.Value.Count > 1).Select(r => r.Key).Except(counted));
        Assert.Contains($"May have arrived twice{counted.Count}", (await (await _portal.As(Actor.SystemAdministrator)).OpenAsync("/en/admin/deliveries")).Text);
        TestContext.Current.SendDiagnosticMessage($"{Messages} messages, {Kills} kills: {received.Values.Sum(ids => ids.Count) - Messages} arrived twice, {counted.Count} counted, 0 lost.");
    }

    /// <summary>A portal that ended by itself, or that sends nothing more, fails the test with what it said.</summary>
    private async Task AllIsSentAsync(PortalProcess portal)
    {
        for (var (since, sent) = (Stopwatch.StartNew(), -1); await WaitingAsync(); await Task.Delay(200))
        {
            if (_portal.Smtp.Received.Count > sent) (since, sent) = (Stopwatch.StartNew(), _portal.Smtp.Received.Count);
            if (portal.EndedWith is null && since.Elapsed < TimeSpan.FromMinutes(3)) continue;

            var ended = portal.EndedWith;
            await portal.KillAsync();
            var waiting = await _portal.InDbAsync(db => db.Deliveries.Where(d => d.State == DeliveryState.Waiting || d.State == DeliveryState.Sending).ToListAsync());
            var jobs = await _portal.InDbAsync(db => db.Jobs.ToListAsync());
            Assert.Fail($"{(ended is { } code ? $"The portal ended with {code}" : "Nothing was sent for three minutes")}: {JsonSerializer.Serialize(new { waiting, jobs })}\n{portal.Said}");
        }
    }

    /// <summary>Until so many arrived and a moment more, or just some time after the start: now and then before anything is sent.</summary>
    private async Task SomeTimeAsync(int arrived)
    {
        var (since, longest) = (Stopwatch.StartNew(), TimeSpan.FromMilliseconds(Random.Shared.Next(4) == 0 ? Random.Shared.Next(3000) : 20_000));
        while (_portal.Smtp.Received.Count < arrived && since.Elapsed < longest) await Task.Delay(5);
        await Task.Delay(Random.Shared.Next(30));
    }

    private async Task<List<string>> PlantReadersAsync()
    {
        var branch = await _portal.PlantBranchAsync("Physics");
        return await _portal.InDbAsync(async db =>
        {
            var home = await db.Branches.SingleAsync(b => b.Id == branch.Id);
            _branch = home;
            List<string> addresses = [];
            for (var i = 0; i < Messages; i++)
            {
                var account = new Account { UserName = $"reader{i}", NormalizedUserName = $"READER{i}", DisplayName = $"Reader {i}", State = AccountState.Active, SecurityStamp = $"{i}" };
                account.ProposeEmail($"reader{i}@mail.example.edu");
                account.ConfirmEmail();
                addresses.Add(account.Email!);
                db.Add(account);
                db.Add(new Person($"Reader {i}", home, Stage.FullMember, new DateOnly(2024, 9, 1)) { AccountId = account.Id });
            }

            await db.SaveChangesAsync();
            return addresses;
        });
    }

    private async Task PublishAsync()
    {
        // Whenever the test runs: it is day.
        await _portal.SetAsync("MailQuietFrom", "24");
        await _portal.SetAsync("MailQuietUntil", "0");
        _portal.Smtp.Pause = TimeSpan.FromMilliseconds(3);
        var author = await _portal.As(Actor.Secretary(_branch));
        var saved = await (await author.OpenAsync("/desk/notices/new")).SubmitAsync(new { Title = "Notice", Body = "<p>The text</p>", AudienceKind = AudienceKind.Branch, AsksForConfirmation = true });
        await (await author.FollowAsync(saved)).SubmitAsync(new { }, "#publish");
    }

    private Task<bool> WaitingAsync() => _portal.InDbAsync(async db =>
        await db.Outbox.AnyAsync() || await db.Deliveries.AnyAsync(d => d.State == DeliveryState.Waiting || d.State == DeliveryState.Sending));

    public async ValueTask InitializeAsync() => await _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();
}
