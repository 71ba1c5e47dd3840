using CsCheck;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Study;

namespace PartyPortal.Domain.Tests.Study;

public sealed class CourseTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);
    private static readonly Viewer Author = new() { AccountId = "author" };
    private static readonly Viewer Reviewer = new() { AccountId = "reviewer" };
    private static readonly Viewer Office = new() { AccountId = "office", Acting = new ActingRole(0, Role.OrganisationOffice, null, "", "/") };
    private static readonly CourseContent Good = new("Title", StudyCategory.Rules, AudienceKind.Subtree) { Outline = "What is learned", Responsible = "The office" };

    [Fact]
    public void A_course_is_published_with_an_outline_somebody_who_answers_for_it_and_a_lesson()
    {
        Breaks("Write the outline first: what is learned, and in which order.", () => Made(Good with { Outline = " " }).Publish(Author, Now));
        Breaks("Say first who answers for the course.", () => Made(Good with { Responsible = null }).Publish(Author, Now));
        Breaks("Put at least one lesson into the course first.", () => Made(Good, lessons: 0).Publish(Author, Now));

        var course = Made(Good);
        course.Publish(Author, Now);

        Assert.Equal(StudyState.Published, course.State);
        Breaks("This course is not a draft any more.", () => course.Publish(Author, Now));
    }

    [Fact]
    public void What_is_for_the_Internet_waits_for_a_second_person_and_again_after_a_change()
    {
        var course = Made(Good with { Audience = AudienceKind.Internet }, of: AudienceKind.Internet);
        course.Publish(Author, Now);

        Assert.Equal(StudyState.AwaitingApproval, course.State);
        Breaks("Somebody else must approve what you wrote or submitted.", () => course.Approve(Author, Now));
        course.Approve(Reviewer, Now);
        Assert.Equal(StudyState.Published, course.State);

        course.Arrange([0], Author);
        Assert.Equal(StudyState.Draft, course.State);
    }

    [Fact]
    public void No_lesson_is_for_fewer_than_the_course()
    {
        var course = Made(Good with { Audience = AudienceKind.Subtree }, of: AudienceKind.Branch);

        Breaks("Not everybody whom the course is for may open this lesson: {0}.", () => course.Publish(Author, Now));
    }

    [Fact]
    public void A_lesson_is_published_before_its_course_and_stands_in_it_once()
    {
        var draft = Material(AudienceKind.Subtree, isPublished: false);
        var course = Made(Good, lessons: 0);
        course.Add(draft, Author);

        Breaks("Publish this lesson first, or take it out: {0}.", () => course.Publish(Author, Now));
        Breaks("This material is in the course already.", () => course.Add(draft, Author));
    }

    [Fact]
    public void A_quiz_is_a_lesson_once_published_and_open_to_all_of_the_course_and_withdrawn_never()
    {
        var quiz = Exam(AudienceKind.Subtree);
        var course = Made(Good, lessons: 0);
        course.Add(quiz, Author);
        Breaks("This quiz is in the course already.", () => course.Add(quiz, Author));
        Breaks("Publish this lesson first, or take it out: {0}.", () => course.Publish(Author, Now));

        quiz.Draw("tag", 1, 1, Author, Now);
        quiz.Publish(Author, Now);
        course.Publish(Author, Now);
        Assert.Equal(StudyState.Published, course.State);

        quiz.Withdraw(Author, Now);
        Breaks("This quiz is withdrawn.", () => Made(Good).Add(quiz, Author));
        Breaks("Publish this lesson first, or take it out: {0}.", () => course.Revise(Good, Author));
    }

    [Theory]
    [InlineData(AudienceKind.Subtree, AudienceKind.Branch, false)]
    [InlineData(AudienceKind.Branch, AudienceKind.Subtree, true)]
    [InlineData(AudienceKind.Internet, AudienceKind.Subtree, false)]
    [InlineData(AudienceKind.Internet, AudienceKind.Campus, true)]
    public void A_quiz_is_for_all_whom_the_course_is_for_and_for_the_Internet_for_everyone_signed_in(AudienceKind of, AudienceKind quiz, bool isTaken)
    {
        var course = Made(Good with { Audience = of }, of: AudienceKind.Internet);
        var exam = Exam(quiz);
        exam.Draw("tag", 1, 1, Office, Now);
        exam.Publish(Office, Now);
        course.Add(exam, Author);

        if (isTaken) course.Publish(Author, Now);
        else Breaks("Not everybody whom the course is for may open this lesson: {0}.", () => course.Publish(Author, Now));
        Assert.Equal(isTaken, Lesson.KeysFor(course).Contains(exam.AudienceKey));
    }

    [Theory]
    [InlineData(AudienceKind.Internet, AudienceKind.Internet, true)]
    [InlineData(AudienceKind.Campus, AudienceKind.Internet, false)]
    [InlineData(AudienceKind.Campus, AudienceKind.Branch, true)]
    [InlineData(AudienceKind.Applicants, AudienceKind.Members, true)]
    [InlineData(AudienceKind.Applicants, AudienceKind.Branch, false)]
    [InlineData(AudienceKind.Members, AudienceKind.Applicants, false)]
    [InlineData(AudienceKind.Subtree, AudienceKind.Branch, true)]
    [InlineData(AudienceKind.Subtree, AudienceKind.Members, false)]
    [InlineData(AudienceKind.Branch, AudienceKind.Subtree, false)]
    public void An_audience_covers_another_only_where_everybody_of_it_belongs_to_the_first(AudienceKind wide, AudienceKind narrow, bool covers) =>
        Assert.Equal(covers, Audience.Covers(new(wide, 0), new(narrow, 0), Home()));

    [Theory]
    [InlineData(AudienceKind.Subtree, new[] { Stage.Activist, Stage.Candidate }, AudienceKind.Subtree, new[] { Stage.Activist }, true)]
    [InlineData(AudienceKind.Subtree, new[] { Stage.Activist }, AudienceKind.Branch, new[] { Stage.Activist, Stage.Candidate }, false)]
    [InlineData(AudienceKind.Subtree, new[] { Stage.Activist }, AudienceKind.Subtree, new Stage[0], false)]
    [InlineData(AudienceKind.Subtree, new Stage[0], AudienceKind.Branch, new[] { Stage.Activist }, true)]
    [InlineData(AudienceKind.Applicants, new Stage[0], AudienceKind.Branch, new[] { Stage.Activist }, true)]
    [InlineData(AudienceKind.Members, new Stage[0], AudienceKind.Branch, new[] { Stage.Activist }, false)]
    [InlineData(AudienceKind.Campus, new[] { Stage.ProbationaryMember, Stage.FullMember }, AudienceKind.Members, new Stage[0], true)]
    [InlineData(AudienceKind.Campus, new[] { Stage.FullMember }, AudienceKind.Members, new Stage[0], false)]
    public void Of_named_stages_each_must_be_among_those_of_the_wider_audience(AudienceKind wide, Stage[] wideStages, AudienceKind narrow, Stage[] narrowStages, bool covers) =>
        Assert.Equal(covers, Audience.Covers(new(wide, 0, wideStages.Bits()), new(narrow, 0, narrowStages.Bits()), Home()));

    [Fact]
    public void Stages_are_named_within_the_own_organisations_and_all_of_them_are_everybody()
    {
        Assert.Equal(Stage.Activist.Bit(), Publishing.StageBits(AudienceKind.Branch, [Stage.Activist]));
        Assert.Equal(0, Publishing.StageBits(AudienceKind.Internet, []));
        Assert.Equal(0, Publishing.StageBits(AudienceKind.Subtree, Publishing.Stages));
        foreach (var audience in new[] { AudienceKind.Internet, AudienceKind.Applicants, AudienceKind.Members })
            Assert.Equal("Stages", Assert.Throws<RuleBrokenException>(() => Publishing.StageBits(audience, [Stage.Activist])).Field);
    }

    [Fact]
    public void Courses_that_would_wait_for_each_other_are_named_in_their_order()
    {
        var course = Made(Good);
        var graph = Graph((1, 2), (2, 3), (3, 0));
        var names = new[] { "A", "B", "C", "D" };

        var broken = Assert.Throws<RuleBrokenException>(() => course.Require([1], graph, id => names[id], Author));

        Assert.Equal("A → B → C → D → A", broken.Details[0]);
        Assert.Empty(course.Needs);
        course.Require([1], Graph((1, 2)), id => names[id], Author);
        Assert.Equal(1, Assert.Single(course.Needs).NeededId);
    }

    [Fact]
    public void A_way_round_is_found_exactly_where_there_is_one() => Gen.Int[0, 7].Select(Gen.Int[0, 7]).List[0, 24].Select(Gen.Int[0, 7].List[0, 4]).Sample((edges, needs) =>
    {
        var graph = Graph([.. edges]);
        var loop = Prerequisites.Loop(0, needs, graph);

        if (loop is null) Assert.DoesNotContain(0, Reached(needs, graph));
        else Assert.True(loop[0] == 0 && loop[^1] == 0 && needs.Contains(loop[1]) && loop.Skip(1).Zip(loop.Skip(2)).All(step => graph[step.First].Contains(step.Second)));
    });

    [Fact]
    public void In_order_a_lesson_opens_behind_those_that_are_done_and_where_another_course_comes_first_none_does()
    {
        Assert.Equal([true, true, true], Open(false, false));
        Assert.Equal([true, true, false], Open(true, false, 11));
        Assert.Equal([true, false, false], Open(true, false, 12));
        Assert.Equal([false, false, false], Open(false, true, 11));
        Breaks("This lesson opens when the lessons before it are done.", () => Walk(true, false).RequireOpen(12));
        Breaks("Another course comes before this one. Finish it first.", () => Walk(false, true).RequireOpen(11));

        static IEnumerable<bool> Open(bool isInOrder, bool isHeldBack, params int[] done) => Walk(isInOrder, isHeldBack, done).Lessons.Select(l => l.IsOpen);
    }

    [Fact]
    public void A_course_is_complete_when_each_lesson_is_done_and_never_without_lessons()
    {
        Assert.Equal(12, Walk(false, false, 11, 13).Next);
        Assert.False(Walk(false, false, 11, 13).IsComplete);
        Assert.True(Walk(false, false, 11, 12, 13).IsComplete);
        Assert.False(new CourseWalk([], new HashSet<int>(), false, false).IsComplete);
    }

    [Fact]
    public void Another_class_takes_the_place_of_one_whose_certificate_counts_as_before()
    {
        var course = Made(new CourseContent("Course", StudyCategory.Rules, AudienceKind.Subtree) { Outline = "All", Responsible = "The office" });
        var (first, second, third) = (Class(1), Class(2), Class(3));
        var lesson = course.Add(first, Author, Today);
        course.Publish(Author, Now);

        course.Replace(lesson, second, Author, Today);
        Assert.Equal(2, lesson.ClassId);
        Assert.Equal([1], lesson.EarlierClasses.Select(e => e.ClassId));
        Breaks("This class is in the course already.", () => course.Replace(lesson, second, Author, Today));
        Breaks("This class is in the course already.", () => course.Add(first, Author, Today));
        Breaks("Only a training class can be replaced by another one.", () => course.Replace(course.Lessons[0], third, Author, Today));
        Breaks("Not everybody whom the course is for may open this lesson: {0}.", () => course.Replace(lesson, Class(4, AudienceKind.Branch, 9), Author, Today));
    }

    [Fact]
    public void A_class_is_put_back_in_its_place_and_a_cancelled_one_never()
    {
        var course = Made(new CourseContent("Course", StudyCategory.Rules, AudienceKind.Subtree));
        var (first, second, cancelled) = (Class(1), Class(2), Class(3));
        var lesson = course.Add(first, Author, Today);
        cancelled.Cancel("Flood", DateOnly.FromDateTime(Now));
        Breaks("This class is cancelled.", () => course.Replace(lesson, cancelled, Author, Today));

        course.Replace(lesson, second, Author, Today);
        course.Replace(lesson, first, Author, Today);

        Assert.Equal(1, lesson.ClassId);
        Assert.Equal([2], lesson.EarlierClasses.Select(e => e.ClassId));
    }

    private static TrainingClass Class(int id, AudienceKind audience = AudienceKind.Subtree, int branchId = 0)
    {
        var today = DateOnly.FromDateTime(Now);
        var made = new TrainingClass(branchId, new ClassContent($"Class {id}", "To learn", audience, 2, today, "The office"), Author, today, Now);
        made.Add(new SessionContent(today.AddDays(1), new TimeOnly(9, 0), new TimeOnly(12, 0), "Room 1", 3), today);
        made.Announce(today, Now);
        typeof(TrainingClass).GetProperty(nameof(TrainingClass.Id))!.SetValue(made, id);
        return made;
    }

    private static Quiz Exam(AudienceKind audience) => new(0, new QuizContent("Exam", audience), Office, Now);

    private static CourseWalk Walk(bool isInOrder, bool isHeldBack, params int[] done) => new([11, 12, 13], done.ToHashSet(), isInOrder, isHeldBack);

    private static HashSet<int> Reached(IEnumerable<int> from, ILookup<int, int> graph)
    {
        HashSet<int> reached = [.. from];
        for (var before = -1; before != reached.Count;)
        {
            before = reached.Count;
            reached.UnionWith(reached.SelectMany(at => graph[at]).ToList());
        }

        return reached;
    }

    private static ILookup<int, int> Graph(params (int From, int To)[] edges) => edges.ToLookup(e => e.From, e => e.To);

    private static Course Made(CourseContent content, int lessons = 1, AudienceKind of = AudienceKind.Subtree)
    {
        var course = new Course(0, content, Author, Now);
        typeof(Course).GetProperty(nameof(Course.Branch))!.SetValue(course, Home());
        for (var i = 0; i < lessons; i++) course.Add(Material(of), Author);
        return course;
    }

    private static StudyMaterial Material(AudienceKind audience, bool isPublished = true)
    {
        var material = new StudyMaterial(0, StudyKind.Article, new StudyContent("Lesson", StudyCategory.Rules, audience, "Our branch") { Body = "<p>Text</p>" }, Author, Now);
        if (isPublished) material.Publish(Author, Now);
        if (material.State is StudyState.AwaitingApproval) material.Approve(Reviewer, Now);
        return material;
    }

    /// <summary>Of number 0, as all that is not saved yet.</summary>
    private static Branch Home()
    {
        var top = new Branch("U", "University", BranchKind.UniversityCommittee, null, new DateOnly(2020, 1, 1));
        top.SettlePath();
        var branch = new Branch("H", "Home", BranchKind.Branch, top, new DateOnly(2020, 1, 1));
        branch.SettlePath();
        return branch;
    }

    private static void Breaks(string rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBrokenException>(act).Message);
}
