using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Data.Accounts;
using PartyPortal.Data.Providers;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Features.Hours;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Study;

namespace PartyPortal.Web.Tests.Hours;

/// <summary>A portal whose months are counted as a test says, and whose count can be killed on the way.</summary>
public sealed class CountedPortal : Portal
{
    public static readonly DateOnly MonthEnd = new(2026, 10, 31);

    private readonly Killing _killing = new();

    /// <summary>Members of whom the first have reached their hours and the last have finished a course, both by the end of October.</summary>
    public async Task<IReadOnlyList<Person>> PlantMembersAsync(Branch branch, int of, int reached, int finished)
    {
        var (course, _) = await this.PlantCourseAsync(branch, 0, isPublished: false);
        return await InDbAsync(async db =>
        {
            var (home, made) = (await db.Branches.SingleAsync(b => b.Id == branch.Id), await db.Courses.SingleAsync(c => c.Id == course));
            List<Person> people = [.. Enumerable.Range(0, of).Select(at => new Person($"Member {at}", home, at % 2 == 0 ? Stage.FullMember : Stage.ProbationaryMember, new DateOnly(2024, 9, 1)))];
            List<Account> accounts = [.. people.TakeLast(finished).Select(_ => Unique("member")).Select(name => new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, SecurityStamp = name })];
            db.AddRange(people);
            db.AddRange(accounts);
            await db.SaveChangesAsync();

            foreach (var (person, account) in people.TakeLast(finished).Zip(accounts)) person.AccountId = account.Id;
            db.AddRange(accounts.Select(account => new CourseCompletion(made, account.Id, MonthEnd)));
            for (var day = 0; day < 4; day++) db.Add(Training(branch, MonthEnd.AddDays(-day), people.Take(reached)));
            await db.SaveChangesAsync();
            return people;
        });
    }

    /// <summary>A day of eight hours.</summary>
    public HourEvent Training(Branch branch, DateOnly on, IEnumerable<Person> people)
    {
        var training = new HourEvent(branch.Id, new(HourSource.TrainingClass, Unique("Training"), on, 8), new HourClock(Today, 31));
        training.Attend(people);
        return training;
    }

    /// <summary>As the runner does it, months later where it is said.</summary>
    public Task CountAsync(int months = 0) => InDbAsync(db => Services.GetServices<IPortalJob>().OfType<CountStudyFigures>().Single().RunAsync(db, Clock.UtcNow().AddMonths(months)));

    /// <summary>As if nothing had been counted before.</summary>
    public async Task CountAnewAsync()
    {
        await InDbAsync(db => db.StudyFigures.ExecuteDeleteAsync());
        await CountAsync();
    }

    /// <summary>Counts until the second lot of organisations, and is gone.</summary>
    public async Task CountAndDieAsync()
    {
        _killing.After = 1;
        await Assert.ThrowsAsync<OperationCanceledException>(() => CountAsync());
        _killing.After = null;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
        {
            services.ConfigureDbContext<SqlitePortalDb>(options => options.AddInterceptors(_killing));
            services.ConfigureDbContext<PostgreSqlPortalDb>(options => options.AddInterceptors(_killing));
            services.ConfigureDbContext<SqlServerPortalDb>(options => options.AddInterceptors(_killing));
        });
    }

    private sealed class Killing : DbCommandInterceptor
    {
        /// <summary>How many lots are still counted; null for all.</summary>
        public int? After { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            After is not null && command.CommandText.Contains("SelfStudies", StringComparison.Ordinal) && After-- == 0 ? throw new OperationCanceledException() : base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
