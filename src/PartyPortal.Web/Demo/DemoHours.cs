using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>A year of meetings and classes of the demo's branches, a course that its member did on the portal and in the room, and self-study that waits, counts or was turned down.</summary>
internal sealed class DemoHours(TimeProvider clock) : IDemoContents
{
    private const int Members = 24;

    private readonly DateOnly _today = clock.Today();

    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        var accounts = await db.Users.Where(a => a.UserName == "demo-member" || a.UserName == "demo-secretary").ToDictionaryAsync(a => a.UserName!, a => a.Id);
        var (member, secretary) = (people.All.Single(p => p.AccountId == accounts["demo-member"]), people.All.Single(p => p.AccountId == accounts["demo-secretary"]));
        // They joined before the year of which the demo tells.
        var home = people.All.Where(p => p.Branch == tree.Home && p.Stage is Stage.FullMember).OrderByDescending(p => p == member || p == secretary).Take(Members).ToList();
        foreach (var person in home.Where(p => p.AdmittedOn > _today.AddDays(-700))) (person.AdmittedOn, person.ConvertedOn) = (_today.AddDays(-800), _today.AddDays(-435));

        var course = await db.Courses.SingleAsync(c => c.BranchId == tree.Home.Id && c.State == StudyState.Published);
        db.Add(new CourseCompletion(course, member.AccountId!, _today));
        await db.SaveChangesAsync();

        for (var back = 1; back <= 10; back++) Add(db, tree.Home, HourSource.Meeting, $"支部党员大会与专题学习（第{11 - back}次，演示）", Back(back * 30), 2, home.Where((_, at) => (at + back) % 5 != 0));
        for (var back = 1; back <= 3; back++) Add(db, tree.Home, HourSource.TrainingClass, $"集中轮训第{4 - back}天（演示）", Back(70 + back), 8, home.Where((_, at) => at == 1 || (at % 2 == 0 && at > 0)));
        Add(db, tree.Home, HourSource.OfflineClass, "新成员指引线下课（演示）", Back(5), 3, home.Take(8), course.Id);
        Add(db, tree.Marxism, HourSource.OfflineClass, "学院党课：学习党章（演示）", Back(12), 2, people.All.Where(p => p.Branch.Parent == tree.Marxism && p.Stage is Stage.FullMember && !(p.AdmittedOn > Back(12))).Take(15));
        await db.SaveChangesAsync();

        await StudyAsync(db, member, secretary, home);
        await MakeUpAsync(db, tree.Home, member);
    }

    /// <summary>So many days ago, as far as the year is open.</summary>
    private DateOnly Back(int days) => _today.AddDays(-days) is var day && day.Year == _today.Year ? day : new DateOnly(_today.Year, 1, 1);

    private void Add(PortalDb db, Branch branch, HourSource source, string title, DateOnly on, decimal hours, IEnumerable<Person> people, int? courseId = null)
    {
        var @event = new HourEvent(branch.Id, new(source, title, on, hours) { CourseId = courseId }, new HourClock(_today, 31));
        @event.Attend(people);
        db.Add(@event);
    }

    private async Task MakeUpAsync(PortalDb db, Branch home, Person member)
    {
        var missed = await db.HourEvents.Include(e => e.Attendances).Where(e => e.BranchId == home.Id && !e.Attendances.Any(a => a.PersonId == member.Id)).OrderByDescending(e => e.On).FirstAsync();
        var material = await db.StudyMaterials.Where(m => m.State == StudyState.Published && m.AudienceKind == AudienceKind.Internet).OrderBy(m => m.Id).FirstAsync();
        db.AddRange(missed.MakeUp([member], material, _today.AddDays(5), _today));
        await db.SaveChangesAsync();
    }

    private async Task StudyAsync(PortalDb db, Person member, Person secretary, List<Person> home)
    {
        var (officer, hours) = (Viewer.System with { PersonId = secretary.Id, AccountId = secretary.AccountId, Name = secretary.Name }, await db.HoursToComeAsync([.. home.Select(p => p.Id)]));
        Declare(member, "《党章》通读（演示）", 20, 2, "通读并摘录了组织制度一章").Confirm(officer);
        Declare(member, "网络安全读本（演示）", 9, 1, "读完前两章");
        Declare(member, "党史专题阅读（演示）", 15, 3, "阅读").TurnDown("请写明读了哪一部分，再申报一次。（演示）", officer);
        db.Add(new StudyHelper(home[^1].Id, member.Id));
        Help(member, "支部书记面授：发展党员工作细则（演示）", 6, 2);
        Help(home[^1], "送学上门：党史读本（演示）", 8, 2);
        foreach (var other in home.Where(p => p != member).Take(3)) Declare(other, "理论文章研读（演示）", 4, 1.5m, "研读两篇文章并写了提纲");
        await db.SaveChangesAsync();

        void Help(Person person, string title, int back, decimal given)
        {
            var study = new SelfStudy(person, title, Back(back), officer.AccountId);
            study.Record(new(title, Back(back), given, "上门讲解并一起读完"), new HourClock(_today, 31), officer);
            db.Add(study);
        }

        SelfStudy Declare(Person person, string title, int back, decimal given, string note)
        {
            var study = new SelfStudy(person, title, Back(back));
            study.Declare(new(title, Back(back), given, note), hours[person.Id], new HourClock(_today, 31));
            db.Add(study);
            return study;
        }
    }
}
