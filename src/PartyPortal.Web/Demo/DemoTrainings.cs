using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>Days of training of each branch of the demo and a course that some of its members finished, so that there is something to count at the end of the month.</summary>
internal sealed class DemoTrainings(TimeProvider clock) : IDemoContents
{
    private const int Days = 4, HoursOfADay = 8;

    // In some branches a few alone were there.
    private const int Every = 6, Which = 4, AFew = 3;

    private readonly DateOnly _today = clock.Today();

    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        var names = DemoAccounts.Names.Select(n => n.UserName).ToList();
        var shown = await db.Users.Where(a => names.Contains(a.UserName!)).Select(a => a.Id).ToListAsync();
        var course = await db.Courses.Where(c => c.BranchId == tree.Top.Id && c.State == StudyState.Published).OrderByDescending(c => c.Id).FirstAsync();
        var end = StudyFigure.DayFor(_today);
        foreach (var (at, branch) in tree.Leaves.Index())
        {
            List<Person> members = [.. people.All.Where(p => p.Branch == branch && p.IsMember && !shown.Contains(p.AccountId ?? "") && p.AdmittedOn < end.AddDays(-Days))];
            db.AddRange(members.Where(p => p.AccountId is not null).Select(p => new CourseCompletion(course, p.AccountId!, end)));
            if (branch != tree.Home) Train(db, branch, end, at % Every == Which ? members.Take(AFew) : members.Where((_, of) => of % 2 == 0));
        }

        await db.SaveChangesAsync();
    }

    private void Train(PortalDb db, Branch branch, DateOnly end, IEnumerable<Person> people)
    {
        foreach (var day in Enumerable.Range(0, Days))
        {
            var training = new HourEvent(branch.Id, new(HourSource.TrainingClass, $"年度集中轮训第{Days - day}天（演示）", end.AddDays(-day), HoursOfADay), new HourClock(_today, 31));
            training.Attend(people);
            db.Add(training);
        }
    }
}
