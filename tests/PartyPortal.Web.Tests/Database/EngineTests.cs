using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using PartyPortal.Data.Providers;
using PartyPortal.Domain;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Database;

/// <summary>What must be alike on every engine, run on the engine of the run; and the script of the one that may not be at hand.</summary>
public sealed class EngineTests(Portal portal)
{
    [Fact]
    public async Task The_script_for_SQL_Server_parses_without_an_error()
    {
        await using var db = new SqlServerPortalDb.Design().CreateDbContext([]);
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);

        Assert.Contains("CREATE TABLE [People]", script);
        Assert.Empty(errors.Select(e => $"{e.Line}: {e.Message}"));
    }

    [Fact]
    public async Task Texts_are_trimmed_and_freed_of_control_characters()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var person = await portal.PlantPersonAsync(branch, "  Li\0 Hua\u0007 ");

        Assert.Equal("Li Hua", await portal.InDbAsync(db => db.People.Where(p => p.Id == person.Id).Select(p => p.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_on_every_engine()
    {
        var branch = await portal.PlantBranchAsync("Physics");

        await Assert.ThrowsAsync<RuleBrokenException>(() => portal.PlantPersonAsync(branch, new string('x', Person.NameMaxLength + 1)));
    }

    [Fact]
    public async Task Upper_and_lower_case_are_two_texts_on_every_engine()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        await portal.PlantPersonAsync(branch, "Abc");
        await portal.PlantPersonAsync(branch, "abc");

        Assert.Equal(1, await portal.InDbAsync(db => db.People.CountAsync(p => p.BranchId == branch.Id && p.Name == "abc")));
    }

    [Fact]
    public async Task A_code_may_be_used_again_once_its_branch_is_archived()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        Task AddTwin() => portal.InDbAsync(async db =>
        {
            db.Add(new Branch(branch.Code, "Physics again", BranchKind.Branch, await db.Branches.FindAsync(branch.ParentId), portal.Today));
            await db.SaveChangesAsync();
        });

        await Assert.ThrowsAsync<DbUpdateException>(AddTwin);
        await portal.InDbAsync(async db =>
        {
            (await db.Branches.SingleAsync(b => b.Id == branch.Id)).Archive(portal.Today);
            await db.SaveChangesAsync();
        });
        await AddTwin();
    }

    [Fact]
    public async Task Two_editors_cannot_overwrite_each_other()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var seen = await portal.InDbAsync(db => db.Branches.Where(b => b.Id == branch.Id).Select(b => b.Version).SingleAsync());
        Task RenameAsync(string name) => portal.InDbAsync(async db =>
        {
            var mine = await db.Branches.SingleAsync(b => b.Id == branch.Id);
            db.Expect(mine, seen);
            mine.Rename(mine.Code, name, portal.Today);
            await db.SaveChangesAsync();
        });

        await RenameAsync("First");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => RenameAsync("Second"));
    }
}
