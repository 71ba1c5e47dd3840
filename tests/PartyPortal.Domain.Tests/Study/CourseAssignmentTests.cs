using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;

namespace PartyPortal.Domain.Tests.Study;

public sealed class CourseAssignmentTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Viewer Office = new() { AccountId = "office", Acting = new ActingRole(0, Role.OrganisationOffice, null, "", "/") };
    private static readonly Branch Top = Settled(new Branch("U", "University", BranchKind.UniversityCommittee, null, Today));
    private static readonly Branch Home = Settled(new Branch("H", "Home", BranchKind.Branch, Top, Today));
    private static readonly Stage[] Members = [Stage.ProbationaryMember, Stage.FullMember];

    [Fact]
    public void A_published_course_is_assigned_for_a_day_that_lies_ahead()
    {
        Breaks("Only a published course can be assigned.", () => Assigned(Made(AudienceKind.Campus, isPublished: false)));
        Breaks("The last day must not lie in the past.", () => Assigned(Made(AudienceKind.Campus), dueIn: -1));
        Breaks("The last day must lie within two years.", () => Assigned(Made(AudienceKind.Campus), dueIn: 731));
        Breaks("Choose at least one stage.", () => Assigned(Made(AudienceKind.Campus), stages: []));
        Breaks("Choose at least one stage.", () => Assigned(Made(AudienceKind.Campus), stages: [Stage.Former]));
        Assert.Equal(Today, Assigned(Made(AudienceKind.Campus), dueIn: 0).DueOn);
    }

    [Theory]
    [InlineData(AudienceKind.Campus, false, true)]
    [InlineData(AudienceKind.Members, false, false)]
    [InlineData(AudienceKind.Members, true, true)]
    [InlineData(AudienceKind.Applicants, true, true)]
    [InlineData(AudienceKind.Applicants, false, false)]
    [InlineData(AudienceKind.Subtree, false, true)]
    [InlineData(AudienceKind.Branch, false, true)]
    public void Nobody_is_asked_for_a_course_that_they_may_not_open(AudienceKind of, bool isMembersAlone, bool isTaken)
    {
        IReadOnlyCollection<Stage> stages = isMembersAlone ? Members : CourseAssignment.AllStages;

        if (isTaken) Assigned(Made(of), stages: stages);
        else Breaks("Not everybody whom you choose may open this course. Choose others, or another course.", () => Assigned(Made(of), stages: stages));
    }

    [Theory]
    [InlineData(AudienceKind.Campus, true)]
    [InlineData(AudienceKind.Branch, true)]
    [InlineData(AudienceKind.Applicants, false)]
    [InlineData(AudienceKind.Members, false)]
    public void A_course_that_was_narrowed_is_not_open_to_all_who_were_asked(AudienceKind to, bool isOpenToAll)
    {
        var assignment = Assigned(Made(AudienceKind.Campus));

        Assert.Equal(isOpenToAll, assignment.IsOpenToAll(Made(to)));
        Assert.True(Assigned(Made(AudienceKind.Campus), stages: Members).IsOpenToAll(Made(to)));
    }

    [Fact]
    public void The_office_that_asks_learns_names_and_nobody_else()
    {
        var (below, top) = (Assigned(Made(AudienceKind.Campus)), Assigned(Made(AudienceKind.Campus), Top));
        var secretary = new Viewer { AccountId = "s", Acting = new ActingRole(0, Role.Secretary, Home.Id, "", Home.Path) };
        var member = secretary with { Acting = new ActingRole(0, Role.CommitteeMember, Home.Id, "", Home.Path) };

        Assert.True(below.NamesTo(secretary));
        Assert.False(below.NamesTo(member));
        Assert.True(top.NamesTo(Office));
        below.End(Today);
        Assert.False(below.NamesTo(secretary));
    }

    [Fact]
    public void Nobody_is_asked_twice_above_or_below_and_others_are()
    {
        var course = Made(AudienceKind.Campus);
        var (above, members, others) = (Assigned(course, Top, Members), Assigned(course, Home, Members), Assigned(course, Home, [Stage.Applicant]));

        Breaks("{0} asks some of these people for this course already. Wait until that is ended, or choose others.", () => members.RequireAlone([above]));
        Breaks("{0} asks some of these people for this course already. Wait until that is ended, or choose others.", () => above.RequireAlone([others, members]));
        others.RequireAlone([above, members]);
    }

    [Fact]
    public void Reminders_come_once_a_day_and_by_themselves_once()
    {
        var assignment = Assigned(Made(AudienceKind.Campus), dueIn: 10);
        assignment.Remind(Today);
        Breaks("They were reminded today already. Remind them again tomorrow.", () => assignment.Remind(Today));

        assignment.Forewarn(Today.AddDays(7));
        Assert.True(assignment.IsForewarned);
        Breaks("They were reminded today already. Remind them again tomorrow.", () => assignment.Remind(Today.AddDays(7)));
        assignment.Remind(Today.AddDays(11));
        Assert.True(Assigned(Made(AudienceKind.Campus), dueIn: 3).IsForewarned);

        assignment.End(Today.AddDays(12));
        Breaks("This is ended already.", () => assignment.End(Today));
        Breaks("This is ended already.", () => assignment.Remind(Today.AddDays(13)));
    }

    private static CourseAssignment Assigned(Course course, Branch? branch = null, IReadOnlyCollection<Stage>? stages = null, int dueIn = 7) =>
        new(course, branch ?? Home, stages ?? CourseAssignment.AllStages, Today.AddDays(dueIn), Today);

    private static Course Made(AudienceKind audience, bool isPublished = true)
    {
        var now = Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var course = new Course(0, new CourseContent("Course", StudyCategory.Rules, audience) { Outline = "All", Responsible = "The office" }, Office, now);
        typeof(Course).GetProperty(nameof(Course.Branch))!.SetValue(course, Home);
        var material = new StudyMaterial(0, StudyKind.Article, new StudyContent("Lesson", StudyCategory.Rules, audience, "Us") { Body = "<p>Text</p>" }, Office, now);
        material.Publish(Office, now);
        course.Add(material, Office);
        if (isPublished) course.Publish(Office, now);
        return course;
    }

    private static Branch Settled(Branch branch)
    {
        branch.SettlePath();
        return branch;
    }

    private static void Breaks(string rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBrokenException>(act).Message);
}
