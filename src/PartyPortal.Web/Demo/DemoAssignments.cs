using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>A course that the home branch asks its people to take, with some who have finished, and one whose last day is past.</summary>
internal sealed class DemoAssignments(TimeProvider clock) : IDemoContents
{
    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        var today = clock.Today();
        var courses = await db.Courses.Include(c => c.Branch).Where(c => c.State == StudyState.Published).OrderBy(c => c.Id).ToListAsync();
        var (own, wide) = (courses.First(c => c.BranchId == tree.Home.Id), courses[0]);
        Stage[] members = [Stage.ProbationaryMember, Stage.FullMember];

        db.Add(new CourseAssignment(own, tree.Home, CourseAssignment.AllStages, today.AddDays(10), today.AddDays(-6)));
        db.Add(new CourseAssignment(wide, tree.Marxism, members, today.AddDays(-2), today.AddDays(-30)));
        var member = await db.Users.Where(a => a.UserName == "demo-member").Select(a => a.Id).SingleAsync();
        var asked = people.All.Where(p => p.AccountId is not null && p.AccountId != member && p.Stage is not Stage.Former).ToList();
        db.AddRange(asked.Where(p => p.BranchId == tree.Home.Id).Skip(3).Where((_, at) => at % 3 == 0).Select(p => new CourseCompletion(own, p.AccountId!, today.AddDays(-2))));
        db.AddRange(asked.Where(p => p.Branch.Path.StartsWith(tree.Marxism.Path, StringComparison.Ordinal)).Skip(4).Where((_, at) => at % 2 == 0).Select(p => new CourseCompletion(wide, p.AccountId!, today.AddDays(-5))));
        await db.SaveChangesAsync();
    }
}
