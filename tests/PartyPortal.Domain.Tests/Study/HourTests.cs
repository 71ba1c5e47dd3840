using CsCheck;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Settings;
using PartyPortal.Domain.Study;

namespace PartyPortal.Domain.Tests.Study;

public sealed class HourTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly HourClock Clock = new(Today, 31);
    private static readonly HourAccount None = new([]);

    // Few events, days and sources, so that they meet.
    private static readonly Gen<HourEntry[]> Claims = Gen.Select(Gen.Enum<HourSource>(), Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[1, 80])
        .Select(c => new HourEntry(c.Item1, $"event:{c.Item2}", $"Title {c.Item2}", Today.AddDays(-c.Item3 * 120), c.Item4 / 10m)).Array[0, 24];

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("0,1", 0.1)]
    [InlineData(" ８ ", 8)]
    [InlineData("1.50", 1.5)]
    public void Class_hours_are_read_as_people_write_them(string typed, double hours) => Assert.Equal((decimal)hours, ClassHours.Read(typed));

    [Theory]
    [InlineData("two", "Write the class hours as a figure, as 1.5.")]
    [InlineData("1e1", "Write the class hours as a figure, as 1.5.")]
    [InlineData("1,000.5", "Write the class hours as a figure, as 1.5.")]
    [InlineData("0", "Class hours are more than zero.")]
    [InlineData("-1", "Class hours are more than zero.")]
    [InlineData("8.1", "A day has at most {0} class hours.")]
    [InlineData("0.05", "Class hours go by tenths, as 1.5.")]
    [InlineData("1.55", "Class hours go by tenths, as 1.5.")]
    public void What_are_no_class_hours_is_refused_at_its_field(string typed, string sentence) => Breaks(sentence, "Hours", () => _ = ClassHours.Read(typed));

    [Fact]
    public void Whatever_the_order_of_claims_an_event_counts_once_and_the_sum_is_the_same() => Gen.Select(Claims, Gen.Int).Sample((claims, seed) =>
    {
        var (one, other) = (new HourAccount(claims), new HourAccount(Shuffled(claims, seed)));

        return one.Lines.SequenceEqual(other.Lines) && one.Lines.Where(l => l.Counted > 0).GroupBy(l => l.Entry.Event).All(e => e.Count() == 1);
    });

    [Fact]
    public void No_day_has_more_than_eight_and_nothing_counts_more_than_it_gives() => Claims.Sample(claims =>
    {
        var account = new HourAccount(claims);

        return claims.All(c => account.On(c.On) <= ClassHours.MostPerDay) && account.Lines.All(l => l.Counted >= 0 && l.Counted <= l.Entry.Hours) && account.Lines.Count == claims.Length;
    });

    [Fact]
    public void Every_total_is_the_sum_of_its_sources() => Claims.Sample(claims =>
    {
        var account = new HourAccount(claims);

        return new[] { 2025, 2026 }.All(year => account.In(year) == account.MonthsOf(year).Sum() && account.In(year) == account.Lines.Where(l => l.Entry.On.Year == year).Sum(l => l.Counted))
            && account.In(2025) + account.In(2026) == account.Lines.Sum(l => l.Counted);
    });

    [Fact]
    public void Claiming_the_same_again_changes_no_total() => Claims.Where(c => c.Length > 0).Sample(claims =>
        new HourAccount([.. claims, .. claims]).Lines.Sum(l => l.Counted) == new HourAccount(claims).Lines.Sum(l => l.Counted));

    [Fact]
    public void A_course_and_its_offline_form_are_one_and_the_later_says_for_what_it_counts_already()
    {
        var (course, offline) = (new HourEntry(HourSource.Course, HourEntry.OfCourse(7), "Safety", Today, 3), new HourEntry(HourSource.OfflineClass, HourEntry.OfCourse(7), "Safety class", Today.AddDays(-400), 2));
        var account = new HourAccount([course, offline]);

        Assert.Equal((0, 2), (account.In(2026), account.In(2025)));
        Assert.Equal(offline, account.Lines[1].Before);
    }

    [Fact]
    public void A_course_on_a_full_day_gives_what_the_day_has_room_for()
    {
        var account = new HourAccount([new(HourSource.Course, "course:1", "Course", Today, 4), new(HourSource.Meeting, "event:1", "Meeting", Today, 6.5m)]);

        Assert.Equal(1.5m, account.Lines.Single(l => l.Entry.Source is HourSource.Course).Counted);
        Assert.Equal(8, account.In(2026));
    }

    [Fact]
    public void Hours_are_noted_up_to_today_and_of_the_last_year_for_some_days()
    {
        Breaks("This day is still to come.", "On", () => Clock.Require(Today.AddDays(1)));
        Breaks("The year {0} is closed: its hours could be noted until {1}.", "On", () => Clock.Require(new DateOnly(2025, 12, 31)));
        Breaks("The year {0} is closed: its hours could be noted until {1}.", "On", () => new HourClock(new(2027, 2, 1), 31).Require(new DateOnly(2026, 12, 31)));
        new HourClock(new(2027, 1, 31), 31).Require(new DateOnly(2026, 1, 1));
        Clock.Require(Today);
    }

    [Fact]
    public void Who_was_there_is_noted_once_and_whoever_had_not_joined_is_named()
    {
        var (li, wang) = (Somebody("Li Hua"), Somebody("Wang Fang"));
        var meeting = Meeting();

        meeting.Attend([li]);
        meeting.Attend([li]);
        Assert.Single(meeting.Attendances);

        meeting = Meeting();
        wang.AdmittedOn = Today.AddDays(1);
        Breaks("They had not joined by that day: {0}.", "People", () => meeting.Attend([wang]));
        Assert.Empty(meeting.Attendances);
    }

    [Fact]
    public void The_same_title_on_the_same_day_is_one_event_whoever_writes_it_down_and_in_whichever_order()
    {
        HourEntry joint = new(HourSource.Meeting, "event:1", "Joint meeting", Today, 2), above = new(HourSource.Meeting, "event:2", " joint  MEETING。", Today, 3), study = new(HourSource.SelfStudy, "study:1", "Joint meeting", Today, 2);

        foreach (var claims in (HourEntry[][])[[joint, above, study], [study, above, joint]]) Assert.Equal(2, new HourAccount(claims).In(2026));
        Assert.Equal(4, new HourAccount([joint, above with { On = Today.AddDays(-1), Hours = 2 }]).In(2026));
        // Nothing but marks is no title by which anything could be known.
        Assert.Equal(5, new HourAccount([joint with { Title = "…" }, above with { Title = "!" }]).In(2026));
    }

    [Fact]
    public void Sessions_of_a_class_are_each_their_own_and_what_is_noted_by_the_title_or_topic_of_one_is_the_same()
    {
        HourEntry Session(int id, string topic) => new(HourSource.TrainingClass, $"class:{id}", $"Training · {topic}", Today, 3) { SessionNames = ["Training", topic] };

        Assert.Equal(6, new HourAccount([Session(1, "History"), Session(2, "Law")]).In(2026));
        foreach (var title in (string[])["Training", "Law", "Training: Law"])
            Assert.Equal(6, new HourAccount([new(HourSource.TrainingClass, "event:9", title, Today, 2), Session(1, "History"), Session(2, "Law")]).In(2026));
    }

    [Fact]
    public void The_key_of_a_title_has_room_whatever_signs_it_is_written_with()
    {
        // One sign that is written out as eighteen letters.
        var title = new string('\uFDFA', HourEvent.TitleMaxLength);

        Assert.True(new HourEvent(1, new(HourSource.Meeting, title, Today, 2), Clock).TitleKey.Length <= HourEvent.TitleMaxLength * 2);
        Assert.True(new SelfStudy(Somebody("Li Hua"), title, Today, $"{Guid.NewGuid()}").TitleKey.Length <= SelfStudy.TitleMaxLength * 2);
    }

    [Fact]
    public void Self_study_counts_when_somebody_else_confirms_it()
    {
        var study = Declared();

        Breaks("Nobody confirms their own study. Somebody else of the branch, or the organisation above, does it.", null, () => study.Confirm(Member));
        Breaks("Say why, for the member reads it.", "Reason", () => study.TurnDown(" ", Secretary));
        study.Confirm(Secretary);
        Breaks("This does not wait for a confirmation any more.", null, () => study.TurnDown("Twice", Secretary));
        Breaks("This is confirmed already, and stays.", null, study.RequireOpen);
    }

    [Fact]
    public void The_same_is_declared_once_and_again_only_where_it_was_turned_down()
    {
        var study = Declared();
        Breaks("This is declared for that day already. It counts once.", "Title", () => study.Declare(Content, None, Clock));

        study.TurnDown("Which chapter?", Secretary);
        study.Declare(Content with { Note = "Chapter 2" }, None, Clock);

        Assert.Equal((SelfStudyState.Waiting, "Chapter 2", null), (study.State, study.Note, study.Reason));
    }

    [Fact]
    public void Self_study_is_refused_where_the_day_is_full_the_same_counts_or_its_member_had_not_joined()
    {
        HourAccount With(string title, decimal hours) => new([new(HourSource.Meeting, "event:1", title, Today, hours)]);

        Breaks("A day has at most {0} class hours. That day has {1} already.", "Hours", () => Declared(With("Meeting", 7)));
        Breaks("This counts for that day already, as: {0}.", "Title", () => Declared(With("Party history, chapter 2", 1)));
        Breaks("This day lies before the member joined, on {0}.", "On", () => Declared(person: p => p.AdmittedOn = Today.AddDays(1)));
        Breaks("Write a title.", "Title", () => new SelfStudy(Somebody("Li Hua"), "…", Today).Declare(Content, None, Clock));
    }

    [Fact]
    public void What_a_helper_wrote_down_counts_by_the_members_word_or_signature_alone()
    {
        Breaks("Declare your own study under “My class hours”.", "PersonId", () => Recorded(by: Member));
        Breaks("This does not wait for a confirmation any more.", null, () => Recorded().Confirm(Secretary));

        var agreed = Recorded();
        Assert.Equal((SelfStudyState.AwaitsMember, "Wang Fang"), (agreed.State, agreed.HelperName));
        agreed.Agree();
        Assert.Equal((SelfStudyState.Confirmed, null), (agreed.State, agreed.SignedOn));
        Breaks("This does not wait for the member's word any more.", null, agreed.Object);

        var signed = Recorded();
        Breaks("This day is still to come.", "SignedOn", () => signed.SeeSignature(Today.AddDays(1), Today));
        Breaks("The signature lies before the study.", "SignedOn", () => signed.SeeSignature(Today.AddDays(-1), Today));
        signed.SeeSignature(Today, Today);
        Assert.Equal((SelfStudyState.Confirmed, Today), (signed.State, signed.SignedOn));
    }

    [Fact]
    public void What_no_officer_wrote_down_is_confirmed_by_one_after_the_member_has_agreed_and_never_by_its_helper()
    {
        var neighbour = new Viewer { AccountId = "zhao", Name = "Zhao Min" };
        var study = Recorded(neighbour);

        study.Agree();
        Assert.Equal(SelfStudyState.Waiting, study.State);
        Breaks("Somebody else than its helper confirms it.", null, () => study.Confirm(neighbour));
        study.Confirm(Secretary);
        Assert.Equal(SelfStudyState.Confirmed, study.State);
    }

    [Fact]
    public void What_the_member_objected_to_is_final_for_its_helper_and_a_signature_may_be_objected_to()
    {
        var study = Recorded();
        study.SeeSignature(Today, Today);
        study.Object();

        Breaks("This does not wait for the member's word any more.", null, study.Agree);
        Breaks("This does not wait for the member's word any more.", null, study.RequireAwaiting);
        Breaks("The member has said that it was not so. It is not written down again.", "Title", () => study.Record(Content, Clock, Officer));
        Breaks("This does not wait for the member's word any more.", null, () => study.SeeSignature(Today, Today));
        Assert.Equal(SelfStudyState.Objected, study.State);
    }

    [Fact]
    public void Members_have_32_hours_to_reach_and_whoever_holds_an_office_56()
    {
        var settings = new PortalSettings();

        Assert.Equal((32, 56, null), (settings.HoursOf(true, []), settings.HoursOf(true, [Role.CommitteeMember]), settings.HoursOf(false, [])));
        Assert.Equal(32, settings.HoursOf(true, [Role.GroupLeader]));
        Assert.Contains("第二十条", SettingInfo.OfHours(true, [])!.About.Source, StringComparison.Ordinal);
        Assert.Contains("2024—2028", SettingInfo.OfHours(false, [Role.Secretary])!.About.Source, StringComparison.Ordinal);
        Assert.Null(SettingInfo.OfHours(false, []));
    }

    private static readonly SelfStudyContent Content = new("Party history, chapter 2", Today, 1.5m, "Read and noted");
    private static readonly Viewer Member = new() { PersonId = 0 };
    private static readonly Viewer Secretary = new() { PersonId = 9 };

    private static readonly Viewer Officer = new() { AccountId = "wang", Name = "Wang Fang", Acting = new ActingRole(1, Role.CommitteeMember, 1, "Physics", "") };

    private static HourEvent Meeting() => new(1, new(HourSource.Meeting, "Branch meeting", Today, 2), Clock);

    private static Person Somebody(string name) => new(name, new Branch("P1", "Physics", BranchKind.Branch, new Branch("U", "University", BranchKind.UniversityCommittee, null, Today.AddYears(-9)), Today.AddYears(-9)), Stage.FullMember, Today.AddYears(-2));

    private static SelfStudy Declared(HourAccount? hours = null, Action<Person>? person = null)
    {
        var li = Somebody("Li Hua");
        person?.Invoke(li);
        var study = new SelfStudy(li, Content.Title, Content.On);
        study.Declare(Content, hours ?? None, Clock);
        return study;
    }

    private static SelfStudy Recorded(Viewer? by = null)
    {
        var study = new SelfStudy(Somebody("Li Hua"), Content.Title, Content.On, (by ?? Officer).AccountId);
        study.Record(Content, Clock, by ?? Officer);
        return study;
    }

    private static IEnumerable<HourEntry> Shuffled(HourEntry[] claims, int seed)
    {
        var copy = claims.ToArray();
        new Random(seed).Shuffle(copy);
        return copy;
    }

    private static void Breaks(string sentence, string? field, Action act)
    {
        var broken = Assert.Throws<RuleBrokenException>(act);
        Assert.Equal((sentence, field), (broken.Message, broken.Field));
    }
}
