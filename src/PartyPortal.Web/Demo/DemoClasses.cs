using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>A class in which the demo's member has a seat, a full one with a waiting list, one that was held, and one for candidates that has not come to its end.</summary>
internal sealed class DemoClasses(TimeProvider clock) : IDemoContents
{
    private static readonly string[] Topics = ["党的基本知识（演示）", "党员的权利和义务（演示）", "支部工作怎样开展（演示）"];

    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        var accounts = people.All.Where(p => p.Branch == tree.Home && p.AccountId is not null && p.Stage is not Stage.Former).OrderBy(p => p.Id).ToList();
        var member = accounts.Single(p => db.Users.Local.Any(a => a.Id == p.AccountId && a.UserName == "demo-member"));
        accounts.Remove(member);
        var today = clock.Today();

        var open = Make(tree.Top, "春季党员集中培训班（演示）", AudienceKind.Members, 40, today, today.AddDays(5), [8, 9, 10]);
        var full = Make(tree.Home, "支部骨干学习班（演示）", AudienceKind.Subtree, 4, today, today.AddDays(3), [9]);
        var held = Make(tree.Home, "入党积极分子培训班（演示）", AudienceKind.Subtree, 30, today.AddDays(-20), today.AddDays(-15), [-10, -9, -8]);
        var training = Make(tree.Home, "发展对象培训班（演示）", AudienceKind.Subtree, 30, today.AddDays(-20), today.AddDays(-15), [-6, -5, 6], Stage.Candidate);
        db.AddRange(open, full, held, training);
        await db.SaveChangesAsync();

        SignUp(db, open, today, [member, .. accounts.Where(p => p.IsMember).Take(5)]);
        SignUp(db, full, today, [.. accounts.Take(4), member]);
        var came = SignUp(db, held, today.AddDays(-20), [member, .. accounts.Take(6)]);
        var trained = SignUp(db, training, today.AddDays(-20), [.. accounts.Where(p => p.Stage is Stage.Candidate)]);
        await db.SaveChangesAsync();
        foreach (var session in held.Sessions.Take(2)) db.AddRange(came.Select((who, at) => Noted(session, who, at)));
        foreach (var session in training.Sessions.Take(2)) db.AddRange(trained.Select((who, at) => Noted(session, who, at)));
        await db.SaveChangesAsync();
    }

    private TrainingClass Make(Branch branch, string title, AudienceKind audience, int quota, DateOnly day, DateOnly last, int[] days, params Stage[] stages)
    {
        var made = new TrainingClass(branch.Id, new ClassContent(title, "系统学习基本知识，每次半天，缺课可以补。（演示）", audience, quota, last, branch.Name) { Stages = stages }, Viewer.System, day, clock.UtcNow());
        foreach (var (at, ahead) in days.Index())
            made.Add(new SessionContent(clock.Today().AddDays(ahead), new TimeOnly(14, 0), new TimeOnly(17, 0), "学习活动室", 4) { Topic = Topics[at] }, day);
        made.Announce(day, clock.UtcNow());
        return made;
    }

    private static List<ClassSignUp> SignUp(PortalDb db, TrainingClass of, DateOnly day, List<Person> people)
    {
        List<ClassSignUp> made = [.. people.Select((p, at) => of.SignUp(new Viewer { AccountId = p.AccountId, Name = p.Name, Stage = p.Stage, HomeBranchId = p.BranchId }, at, at, day.ToDateTime(TimeOnly.MinValue)))];
        db.AddRange(made);
        return made;
    }

    private static ClassAttendance Noted(ClassSession session, ClassSignUp who, int at)
    {
        var noted = new ClassAttendance(session, who);
        if (at == 3) noted.Note(AttendanceMark.MadeUp, "参加另一期的同一专题（演示）");
        else noted.Note(at == 5 ? AttendanceMark.Absent : AttendanceMark.Present, null);
        return noted;
    }
}
