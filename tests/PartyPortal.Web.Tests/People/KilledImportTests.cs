using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.People;

/// <summary>The portal as a process of its own, killed (-9) in the middle of an import and again in the middle of its taking back.</summary>
public sealed class KilledImportTests : IAsyncLifetime
{
    private const int Rows = 3_000;

    private readonly Portal _portal = new() { Clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow()) };
    private Branch _branch = null!;

    [Fact]
    public async Task What_a_killed_portal_left_half_done_another_start_does_once()
    {
        var secretary = await _portal.As(Actor.Secretary(_branch));
        var run = await SendAsync(secretary);

        await KillInTheMiddleAsync(ImportState.Running);
        Assert.Equal(["Wang"], await NamesAsync());
        await AnotherStartEndsAsAsync(ImportState.Done);
        Assert.Equal([.. Names.Append("Wang").Order(StringComparer.Ordinal)], await NamesAsync());

        await (await secretary.OpenAsync(run.Url)).SubmitAsync(new { }, "#undo");
        await KillInTheMiddleAsync(ImportState.TakingBack);
        Assert.Equal(Rows + 1, (await NamesAsync()).Count);
        await AnotherStartEndsAsAsync(ImportState.Undone);

        Assert.Equal(["Wang"], await NamesAsync());
        Assert.Equal(0, await _portal.InDbAsync(db => db.ImportedPeople.CountAsync()));
        Assert.Equal(["People.ImportUndone", "People.Imported"], (await _portal.InDbAsync(db => db.Audit.Where(a => a.Action.StartsWith("People.Import")).Select(a => a.Action).ToListAsync())).Order(StringComparer.Ordinal));
    }

    /// <summary>Without numbers, which would keep a row from being there twice by themselves.</summary>
    private static IEnumerable<string> Names => Enumerable.Range(0, Rows).Select(i => $"Student {i:D4}");

    private async Task<Page> SendAsync(Browser secretary)
    {
        object?[][] rows = [["姓名", "政治面貌"], .. Names.Select(name => new object?[] { name, "群众" })];
        var page = await secretary.FollowAsync(await (await secretary.OpenAsync("/en/people/import")).SubmitAsync(new { BranchId = _branch.Id, Workbook = ("名册.xlsx", Workbook.Of(rows)) }));
        return await secretary.FollowAsync(await page.SubmitAsync(new { }, "#import"));
    }

    private async Task KillInTheMiddleAsync(ImportState state)
    {
        using var process = PortalProcess.Start(_portal);
        await UntilAsync(process, import => import.State == state && import.Ready is > 0 and < Rows);
        await process.KillAsync();
        Assert.Equal(state, (await ImportAsync()).State);
    }

    private async Task AnotherStartEndsAsAsync(ImportState state)
    {
        using var process = PortalProcess.Start(_portal);
        await UntilAsync(process, import => import.State == state);
        await process.KillAsync();
    }

    private async Task UntilAsync(PortalProcess process, Func<PeopleImport, bool> isSo)
    {
        for (var since = Stopwatch.StartNew(); await ImportAsync() is var import && !isSo(import); await Task.Delay(5))
        {
            if (process.EndedWith is not null || since.Elapsed > TimeSpan.FromMinutes(2)) Assert.Fail($"Ended with {process.EndedWith}, {import.State}, {import.Ready} of {import.ToLookAt} rows, {import.Trouble}\n{process.Said}");
        }
    }

    private Task<PeopleImport> ImportAsync() => _portal.InDbAsync(db => db.PeopleImports.AsNoTracking().SingleAsync());

    private Task<List<string>> NamesAsync() => _portal.InDbAsync(db => db.People.OrderBy(p => p.Name).Select(p => p.Name).ToListAsync());

    public async ValueTask InitializeAsync()
    {
        await _portal.InitializeAsync();
        _branch = await _portal.PlantBranchAsync("Physics");
        await _portal.PlantPersonAsync(_branch, "Wang");
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();
}
