using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Hours;

/// <summary>The end of a month is counted once, for all organisations. A database of its own: the job counts all of it.</summary>
public sealed class CountStudyFiguresTests(CountedPortal portal) : IClassFixture<CountedPortal>
{
    [Fact]
    public async Task A_month_is_counted_once_however_often_the_job_runs()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        await portal.PlantMembersAsync(branch, 12, 6, 5);

        await portal.CountAnewAsync();
        var first = await AllAsync();
        await portal.CountAsync();

        Assert.Equal(first, await AllAsync());
        Assert.Equal(new StudyCounts(12, 6, 5), await OfAsync(branch));
    }

    [Fact]
    public async Task A_count_that_is_killed_on_the_way_leaves_nothing_and_the_next_one_counts_all()
    {
        var general = await portal.PlantBranchAsync("Sciences", null, BranchKind.GeneralBranch);
        for (var at = 0; at < 21; at++) await portal.PlantMembersAsync(await portal.PlantBranchAsync($"Branch {at}", general), 1, 0, 0);
        await portal.InDbAsync(db => db.StudyFigures.ExecuteDeleteAsync());

        await portal.CountAndDieAsync();
        Assert.Empty(await AllAsync());

        await portal.CountAsync();
        Assert.Equal(21, await portal.InDbAsync(db => db.StudyFigures.CountAsync(f => f.Branch.ParentId == general.Id)));
    }

    [Fact]
    public async Task Whoever_notes_something_afterwards_and_looks_again_reads_the_same()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var people = await portal.PlantMembersAsync(branch, 12, 6, 5);
        await portal.CountAnewAsync();
        var secretary = await portal.As(Actor.Secretary(branch));

        const string figure = "As it stood on 31 October 2026: 6 of 12 have reached their hours.";
        Assert.Equal(figure, await TotalsAsync(secretary));
        await portal.InDbAsync(async db =>
        {
            var late = await db.People.Where(p => p.Id == people[6].Id).ToListAsync();
            for (var day = 0; day < 4; day++) db.AddRange(portal.Training(branch, CountedPortal.MonthEnd.AddDays(-day - 9), late), portal.Training(branch, portal.Today.AddDays(-day), late));
            await db.SaveChangesAsync();
        });
        await portal.CountAsync();

        Assert.Equal(figure, await TotalsAsync(secretary));
        Assert.Contains("64 of 32 class hours", (await (await portal.As(Actor.Of(people[6]))).OpenAsync("/en/my/hours")).Text);
    }

    [Fact]
    public async Task An_organisation_that_is_founded_or_filled_afterwards_waits_for_the_next_month_and_two_months_are_kept()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        await portal.PlantMembersAsync(branch, 12, 6, 5);
        await portal.CountAnewAsync();
        var late = await portal.PlantBranchAsync("Chemistry");
        await portal.PlantMembersAsync(late, 12, 6, 5);
        await portal.CountAsync();
        var secretary = await portal.As(Actor.Secretary(late));

        Assert.StartsWith("How many have reached their hours is counted at the beginning of each month", await TotalsAsync(secretary), StringComparison.Ordinal);
        await portal.CountAsync(1);
        Assert.Equal("As it stood on 30 November 2026: 6 of 12 have reached their hours.", await TotalsAsync(secretary));

        await portal.CountAsync(2);
        Assert.Equal([new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 31)], await portal.InDbAsync(db => db.StudyFigures.Where(f => f.BranchId == branch.Id).Select(f => f.Day).Order().ToListAsync()));
        Assert.False(await portal.InDbAsync(db => db.StudyFigures.AnyAsync(f => f.Day == CountedPortal.MonthEnd)));
        await portal.CountAnewAsync();
    }

    [Fact]
    public async Task Only_members_of_organisations_in_use_are_counted_and_whoever_holds_an_office_has_more_to_reach()
    {
        var (branch, empty, archived) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"), await portal.PlantBranchAsync("Law"));
        var people = await portal.PlantMembersAsync(branch, 11, 6, 6);
        await portal.PlantMembersAsync(archived, 12, 6, 6);
        foreach (var stage in (Stage[])[Stage.Applicant, Stage.Activist, Stage.Candidate, Stage.Former, Stage.NonMember])
            foreach (var home in (Branch[])[branch, empty]) await portal.PlantPersonAsync(home, "Not a member", stage);
        // One of the six has 32 hours and needs 56.
        await portal.As(Actor.Of(people[0]) with { Role = Role.CommitteeMember, Branch = branch });
        await portal.InDbAsync(async db =>
        {
            (await db.Branches.SingleAsync(b => b.Id == archived.Id)).Archive(portal.Today);
            await db.SaveChangesAsync();
        });

        await portal.CountAnewAsync();

        Assert.Equal(new StudyCounts(11, 5, 6), await OfAsync(branch));
        Assert.Null(await OfAsync(empty));
        Assert.Null(await OfAsync(archived));
    }

    [Fact]
    public async Task What_lies_after_the_month_or_before_its_year_does_not_count_and_a_few_are_not_kept()
    {
        var (early, late, few) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"), await portal.PlantBranchAsync("Law"));
        foreach (var branch in (Branch[])[early, late]) await portal.PlantMembersAsync(branch, 12, 6, 6);
        await portal.PlantMembersAsync(few, 12, 9, 3);
        await MoveAsync(early, new(2025, 12, 31));
        await MoveAsync(late, CountedPortal.MonthEnd.AddDays(1));

        await portal.CountAnewAsync();

        Assert.Equal(new StudyCounts(12, 0, 0), await OfAsync(early));
        Assert.Equal(new StudyCounts(12, 0, 0), await OfAsync(late));
        Assert.Equal(new StudyCounts(12, 12, 0), await OfAsync(few));
    }

    [Fact]
    public async Task Figures_are_read_by_those_above_and_written_by_nobody_but_the_portal()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        await portal.PlantMembersAsync(branch, 12, 6, 5);
        await portal.CountAnewAsync();
        var own = new Viewer { AccountId = "own", Acting = new ActingRole(0, Role.Secretary, branch.Id, "", branch.Path) };
        var foreign = await portal.PlantBranchAsync("History");
        var other = own with { Acting = new ActingRole(0, Role.Secretary, foreign.Id, "", foreign.Path) };

        Assert.Equal((1, 0), (await portal.InDbAsync(own, db => db.StudyFigures.CountAsync(f => f.BranchId == branch.Id)), await portal.InDbAsync(other, db => db.StudyFigures.CountAsync())));
        await Assert.ThrowsAsync<Data.Access.OutsideJurisdictionException>(() => portal.InDbAsync(own, async db =>
        {
            db.Remove(await db.StudyFigures.SingleAsync(f => f.BranchId == branch.Id));
            return await db.SaveChangesAsync();
        }));
    }

    private static async Task<string> TotalsAsync(Browser secretary) => (await secretary.OpenAsync("/en/desk/hours")).Html.QuerySelector("#totals")!.TextContent;

    private Task<List<(int, DateOnly, StudyCounts)>> AllAsync() => portal.InDbAsync(async db => (await db.StudyFigures.AsNoTracking().OrderBy(f => f.Id).ToListAsync()).ConvertAll(f => (f.Id, f.Day, f.Counts)));

    private Task<StudyCounts?> OfAsync(Branch branch) => portal.InDbAsync(async db => (await db.StudyFigures.AsNoTracking().SingleOrDefaultAsync(f => f.BranchId == branch.Id))?.Counts);

    /// <summary>All that was done there, on a day and the days before or behind it.</summary>
    private Task MoveAsync(Branch branch, DateOnly to) => portal.InDbAsync(async db =>
    {
        var days = to.DayNumber - CountedPortal.MonthEnd.DayNumber;
        foreach (var @event in await db.HourEvents.AsNoTracking().Where(e => e.BranchId == branch.Id).ToListAsync())
        {
            var on = days < 0 ? @event.On.AddDays(days) : to.AddDays(CountedPortal.MonthEnd.DayNumber - @event.On.DayNumber);
            await db.HourEvents.Where(e => e.Id == @event.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.On, on));
        }

        return await db.CourseCompletions.Where(c => c.Course.BranchId == branch.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.On, to));
    });
}
