using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Web.Features.Audit;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Audit;

/// <summary>Security row 45: what was recorded stays as it was, and where somebody writes past the portal the chain tells it. Each test on a database of its own.</summary>
public sealed class ChainTests : IAsyncLifetime
{
    private readonly OwnPortal _portal = new();

    [Fact]
    public async Task New_records_are_sealed_and_the_auditor_sees_a_whole_chain()
    {
        await RecordAsync(3);
        await SealAsync();
        await RecordAsync(2);
        await SealAsync();

        var page = await (await _portal.As(Actor.Auditor)).OpenAsync("/en/admin/audit/chain");

        Assert.Contains("The chain is whole", page.Text);
        Assert.Equal(await CountAsync(), (await CheckAsync()).Links);
    }

    [Fact]
    public async Task A_record_not_yet_sealed_is_counted_and_breaks_nothing()
    {
        await SealAsync();
        await RecordAsync(1);

        var verdict = await CheckAsync();

        Assert.Equal((1, null), (verdict.Unsealed, verdict.BrokenAt));
    }

    [Fact]
    public async Task The_database_itself_refuses_to_change_or_remove_a_record()
    {
        await RecordAsync(2);
        await SealAsync();

        foreach (var statement in (string[])["UPDATE \"Audit\" SET \"Action\" = 'Deed.Forged'", "DELETE FROM \"Audit\"", "UPDATE \"AuditSeals\" SET \"EntryId\" = 1", "DELETE FROM \"AuditSeals\""])
            await Assert.ThrowsAnyAsync<DbException>(() => RunAsync(statement));

        Assert.Null((await CheckAsync()).BrokenAt);
    }

    [Theory]
    [InlineData("UPDATE \"Audit\" SET \"Action\" = 'Deed.Forged' WHERE \"Id\" = {0}")]
    [InlineData("UPDATE \"Audit\" SET \"Detail\" = NULL, \"Subject\" = 'x' WHERE \"Id\" = {0}")]
    [InlineData("DELETE FROM \"AuditSeals\" WHERE \"EntryId\" = {0}")]
    [InlineData("DELETE FROM \"AuditSeals\" WHERE \"EntryId\" = {0}; DELETE FROM \"Audit\" WHERE \"Id\" = {0}")]
    public async Task Whoever_writes_past_the_portal_breaks_the_chain_where_he_wrote(string statement)
    {
        await RecordAsync(6);
        await SealAsync();
        var third = await _portal.InDbAsync(db => db.AuditSeals.SingleAsync(s => s.Seq == 3));
        await DropTriggersAsync();

        await RunAsync(string.Format(CultureInfo.InvariantCulture, statement, third.EntryId));

        Assert.Equal(3, (await CheckAsync()).BrokenAt);
        Assert.Contains("The chain is broken at link 3.", (await (await _portal.As(Actor.Auditor)).OpenAsync("/en/admin/audit/chain")).Text);
    }

    [Fact]
    public async Task Who_cuts_the_end_off_is_told_by_what_was_witnessed_outside_the_database()
    {
        await RecordAsync(5);
        await SealAsync();
        var last = await _portal.InDbAsync(db => db.AuditSeals.MaxAsync(s => s.Seq));
        await DropTriggersAsync();

        await RunAsync($"DELETE FROM \"AuditSeals\" WHERE \"Seq\" = {last}; DELETE FROM \"Audit\" WHERE \"Id\" NOT IN (SELECT \"EntryId\" FROM \"AuditSeals\")");

        Assert.Equal(last, (await CheckAsync()).BrokenAt);
    }

    [Fact]
    public async Task The_chain_is_for_auditors()
    {
        await (await _portal.As(Actor.SystemAdministrator)).IsRefusedAt("/admin/audit/chain");
    }

    private Task RecordAsync(int records) => _portal.InDbAsync(async db =>
    {
        for (var i = 0; i < records; i++) db.Record("Deed.Tested", $"Deed {i}");
        await db.SaveChangesAsync();
    });

    private Task SealAsync() => _portal.InDbAsync(db => _portal.Services.GetServices<IPortalJob>().OfType<SealAudit>().Single().RunAsync(db, _portal.Clock.UtcNow()));

    private Task<AuditVerdict> CheckAsync() => _portal.InDbAsync(db => new AuditChain(db, _portal.Services.GetRequiredService<AuditWitness>()).CheckAsync());

    private Task<int> CountAsync() => _portal.InDbAsync(db => db.AuditSeals.CountAsync());

    private Task RunAsync(string statement) => _portal.InDbAsync(db => db.Database.ExecuteSqlRawAsync(statement));

    private Task DropTriggersAsync() => RunAsync(_portal.Engine.Provider switch
    {
        "Sqlite" => "DROP TRIGGER \"Audit_NoUpdate\"; DROP TRIGGER \"Audit_NoDelete\"; DROP TRIGGER \"AuditSeals_NoUpdate\"; DROP TRIGGER \"AuditSeals_NoDelete\"",
        "PostgreSql" => "DROP TRIGGER \"Audit_AppendOnly\" ON \"Audit\"; DROP TRIGGER \"AuditSeals_AppendOnly\" ON \"AuditSeals\"",
        _ => "DROP TRIGGER \"Audit_AppendOnly\"; DROP TRIGGER \"AuditSeals_AppendOnly\"",
    });

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _portal.DisposeAsync();
    }
}
