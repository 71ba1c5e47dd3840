using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Web.Features.Hours;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Tests.Performance;

/// <summary>The end of a month at full size.</summary>
[Collection<FullUniversityRun>]
public sealed class MonthCountTests(FullUniversity portal)
{
    [Fact]
    public async Task A_whole_university_is_counted_lot_by_lot_and_saved_at_once()
    {
        var job = portal.Services.GetServices<IPortalJob>().OfType<CountStudyFigures>().Single();
        var organisations = await portal.InDbAsync(db => db.People.Select(p => p.BranchId).Distinct().CountAsync());
        await portal.InDbAsync(db => db.StudyFigures.ExecuteDeleteAsync());

        var statements = await portal.StatementsOfAsync(db => job.RunAsync(db, portal.Clock.UtcNow()));
        Assert.Equal(organisations, await portal.InDbAsync(db => db.StudyFigures.CountAsync()));
        // Twenty organisations a lot.
        Assert.Equal((organisations + 19) / 20, statements.Count(s => s.Text.Contains("SelfStudies", StringComparison.Ordinal)));

        var again = await portal.StatementsOfAsync(db => job.RunAsync(db, portal.Clock.UtcNow()));
        Assert.Equal(2, again.Count);
    }
}
