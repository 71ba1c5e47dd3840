using CsCheck;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Tests.Classes;

public sealed class TrainingClassTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly DateTime Now = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Noon = new(2026, 11, 24, 12, 0, 0);
    private static readonly Viewer Organiser = new() { AccountId = "organiser", Acting = new(1, Role.Secretary, 1, "Physics", "/1/") };
    private static readonly ClassContent Good = new("Training", "What is new", AudienceKind.Subtree, 2, Today.AddDays(3), "The office");
    private static readonly SessionContent Morning = new(Today.AddDays(5), new TimeOnly(9, 0), new TimeOnly(12, 0), "Room 1", 3);

    [Fact]
    public void What_an_organiser_forgets_is_said_beside_its_field()
    {
        Breaks("Write a title.", "Title", () => Made(Good with { Title = " " }));
        Breaks("Write what the class is for.", "Purpose", () => Made(Good with { Purpose = "" }));
        Breaks("Say who answers for the class: an office or a function.", "Responsible", () => Made(Good with { Responsible = "" }));
        Breaks("Whoever takes part signs in. Choose whom in the university the class is for.", "AudienceKind", () => Made(Good with { Audience = AudienceKind.Internet }));
        Breaks("Only the organisation office addresses the whole university. Choose your own organisation, or the Internet.", "AudienceKind", () => Made(Good with { Audience = AudienceKind.Campus }));
        Breaks("A class has between 1 and {0} seats.", "Quota", () => Made(Good with { Quota = 0 }));
        Breaks("The last day of signing up is past already.", "LastSignUpOn", () => Made(Good with { LastSignUpOn = Today.AddDays(-1) }));
    }

    [Fact]
    public void A_session_lies_ahead_ends_after_it_begins_has_a_place_and_hours_with_one_digit()
    {
        Breaks("The day of a session lies ahead.", "On", () => Made().Add(Morning with { On = Today.AddDays(-1) }, Today));
        Breaks("The session lies before the last day of signing up.", "On", () => Made().Add(Morning with { On = Today.AddDays(1) }, Today));
        Breaks("The session ends before it begins.", "Until", () => Made().Add(Morning with { Until = Morning.From }, Today));
        Breaks("Say where it is held.", "Where", () => Made().Add(Morning with { Where = " " }, Today));
        Breaks("A session gives more than 0 and at most {0} class hours.", "Hours", () => Made().Add(Morning with { Hours = 0 }, Today));
        Breaks("A session gives more than 0 and at most {0} class hours.", "Hours", () => Made().Add(Morning with { Hours = 8.1m }, Today));
        Breaks("Class hours have one place behind the point, such as 1.5.", "Hours", () => Made().Add(Morning with { Hours = 1.25m }, Today));
        Breaks("Another session of this class is held at that time.", "From", () => Made(sessions: 1).Add(Morning with { From = new(11, 59), Until = new(13, 0) }, Today));
        Breaks("A day gives at most {0} class hours.", "Hours", () => Made(sessions: 1).Add(Morning with { From = new(13, 0), Until = new(19, 0), Hours = 5.5m }, Today));

        Assert.Equal(6, Made(sessions: 1, more: Morning with { From = new(12, 0), Until = new(15, 0) }).Hours);
    }

    [Fact]
    public void A_class_is_announced_with_a_session_and_cancelled_with_a_reason()
    {
        Breaks("Add a session first: a day, a time and a place.", null, () => Made().Announce(Today, Now));
        Breaks("The last day of signing up is past already.", null, () => Made(sessions: 1).Announce(Today.AddDays(4), Now));
        var held = Announced();
        Breaks("This class is announced already.", null, () => held.Announce(Today, Now));
        Breaks("Say why it is cancelled: everybody who signed up reads it.", "Reason", () => held.Cancel(" ", Today));
        Breaks("This is the only session. Cancel the class instead: everybody is told.", null, () => held.Remove(held.Sessions[0], Today));
        Breaks("This session was held; it stays as it was.", "On", () => held.Move(held.Sessions[0], Morning, Today.AddDays(6)));
        Breaks("The class is over. Make another one.", null, () => held.Add(Morning with { On = Today.AddDays(9) }, Today.AddDays(6)));
        Breaks("The class is over and cannot be cancelled.", null, () => held.Cancel("Flood", Today.AddDays(6)));

        held.Cancel("The speaker is ill", Today);
        Breaks("This class is cancelled.", null, () => held.SignUp(Person(Stage.FullMember), 0, 0, Noon));
        Breaks("This class is cancelled.", null, () => held.Revise(Good, 0, Organiser, Today));
    }

    [Fact]
    public void Who_is_of_another_stage_or_comes_too_late_cannot_sign_up_and_a_seat_is_never_taken_away()
    {
        var forCandidates = Announced(Good with { Stages = [Stage.Activist, Stage.Candidate] });
        Breaks("This class is for people of other stages.", null, () => forCandidates.SignUp(Person(Stage.FullMember), 0, 0, Noon));
        Assert.False(forCandidates.SignUp(Person(Stage.Candidate), 0, 0, Noon).AwaitsWord);
        Breaks("Signing up for this class has ended.", null, () => Announced().SignUp(Person(Stage.FullMember), 0, 0, Noon.AddDays(4)));
        Breaks("This class is not announced yet.", null, () => Made(sessions: 1).SignUp(Person(Stage.FullMember), 0, 0, Noon));
        Breaks("{0} people have a seat already. Nobody loses it by a smaller figure.", "Quota", () => Announced().Revise(Good with { Quota = 1 }, 2, Organiser, Today));
        Breaks("The class has begun. Tell whoever answers for it that you cannot come.", null, () => Announced().RequireMayWithdraw(Noon.AddDays(5)));
    }

    [Fact]
    public void Of_any_number_who_sign_up_exactly_the_quota_have_a_seat_and_the_others_wait_one_behind_the_other() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, 80]).Sample((quota, people) =>
        {
            var of = Announced(Good with { Quota = quota });
            var places = Enumerable.Range(0, people).Select(of.WaitingPlace).ToList();

            Assert.Equal(Math.Min(quota, people), places.Count(p => p is null));
            Assert.Equal(Enumerable.Range(1, Math.Max(0, people - quota)), places.OfType<int>());
        });

    [Fact]
    public void It_is_complete_when_each_session_was_attended_or_made_up_by_something_that_is_named()
    {
        var of = Announced(sessions: [Morning, Morning with { On = Today.AddDays(6) }]);
        Number(of);
        var who = of.SignUp(Person(Stage.FullMember), 0, 0, Noon);
        var (first, second) = (new ClassAttendance(of.Sessions[0], who), new ClassAttendance(of.Sessions[1], who));
        first.Note(AttendanceMark.Present, null);
        Assert.False(of.IsCompletedBy([first]));

        second.Note(AttendanceMark.Absent, "ignored");
        Assert.Null(second.MadeUpBy);
        Assert.False(of.IsCompletedBy([first, second]));
        Breaks("Write what made up for the session.", "MadeUpBy", () => second.Note(AttendanceMark.MadeUp, " "));

        second.Note(AttendanceMark.MadeUp, "A lecture");
        Assert.True(of.IsCompletedBy([first, second]));
        Assert.False(Made().IsCompletedBy([]));
    }

    [Fact]
    public void Training_of_candidates_that_is_shorter_than_three_days_and_24_hours_is_pointed_out()
    {
        var forCandidates = Good with { Stages = [Stage.Candidate] };
        Assert.True(Made(forCandidates, sessions: 1, more: Morning with { On = Today.AddDays(6) }).IsTooShort(new TrainingTerms(3, 24)));
        Assert.False(Announced(forCandidates, Morning, Morning with { On = Today.AddDays(6) }, Morning with { On = Today.AddDays(7) }).IsTooShort(new TrainingTerms(3, 24)));
        Assert.False(Made(sessions: 1).IsTooShort(new TrainingTerms(3, 24)));
    }

    [Fact]
    public void The_class_begins_with_the_hour_of_its_first_session_and_what_was_noted_is_not_moved()
    {
        var of = Announced();
        of.RequireMayWithdraw(Today.AddDays(5).ToDateTime(new TimeOnly(8, 59)));
        Assert.True(of.HasBegun(Today.AddDays(5).ToDateTime(new TimeOnly(9, 0))));

        var (session, who) = (of.Sessions[0], of.SignUp(Person(Stage.FullMember), 0, 0, Noon));
        var noted = new ClassAttendance(session, who);
        ((List<ClassAttendance>)typeof(ClassSession).GetField("_attendance", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(session)!).Add(noted);
        Breaks("This session was held; it stays as it was.", "On", () => of.Move(session, Morning with { On = Today.AddDays(9) }, Today.AddDays(5)));
        Breaks("This session was held; it stays as it was.", "On", () => of.Remove(session, Today.AddDays(5)));

        of.Cancel("Flood", Today.AddDays(5));
        Breaks("This class is cancelled.", null, of.RequireMayNote);
    }

    [Theory]
    [InlineData(false, 1, false, 3, ClassPlace.Free)]
    [InlineData(false, 2, false, 3, ClassPlace.Full)]
    [InlineData(false, 0, false, 4, ClassPlace.Closed)]
    [InlineData(false, 2, false, 4, ClassPlace.Closed)]
    [InlineData(true, 1, false, 9, ClassPlace.Seated)]
    [InlineData(true, 1, true, 9, ClassPlace.Behind)]
    [InlineData(true, 2, false, 4, ClassPlace.Waiting)]
    [InlineData(true, 2, false, 5, ClassPlace.Closed)]
    public void Where_somebody_stands_follows_from_seats_days_and_what_was_missed(bool isIn, int before, bool isBehind, int inDays, ClassPlace place) =>
        Assert.Equal(place, Announced().PlaceOf(Person(Stage.FullMember), isIn, before, isBehind, Noon.AddDays(inDays)));

    [Fact]
    public void A_class_for_other_stages_or_cancelled_is_closed()
    {
        Assert.Equal(ClassPlace.Closed, Announced(Good with { Stages = [Stage.Candidate] }).PlaceOf(Person(Stage.FullMember), false, 0, false, Noon));
        var cancelled = Announced();
        cancelled.Cancel("Flood", Today);
        Assert.Equal(ClassPlace.Closed, cancelled.PlaceOf(Person(Stage.FullMember), false, 0, false, Noon));
    }

    private static TrainingClass Made(ClassContent? content = null, int sessions = 0, SessionContent? more = null)
    {
        var made = new TrainingClass(1, content ?? Good, Organiser, Today, Now);
        for (var i = 0; i < sessions; i++) made.Add(Morning, Today);
        if (more is not null) made.Add(more, Today);
        return made;
    }

    private static TrainingClass Announced(ClassContent? content = null, params SessionContent[] sessions)
    {
        var made = Made(content);
        foreach (var session in sessions.DefaultIfEmpty(Morning)) made.Add(session, Today);
        made.Announce(Today, Now);
        return made;
    }

    /// <summary>As a database would.</summary>
    private static void Number(TrainingClass of)
    {
        foreach (var (at, session) in of.Sessions.Index()) typeof(ClassSession).GetProperty(nameof(ClassSession.Id))!.SetValue(session, at + 1);
    }

    private static Viewer Person(Stage stage) => new() { AccountId = "person", Name = "Li Hua", Stage = stage };

    private static void Breaks(string rule, string? field, Action act)
    {
        var broken = Assert.Throws<RuleBrokenException>(act);
        Assert.Equal((rule, field), (broken.Message, broken.Field));
    }
}
