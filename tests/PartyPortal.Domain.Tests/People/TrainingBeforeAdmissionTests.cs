using CsCheck;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Tests.People;

/// <summary>A candidate for development is trained before becoming a probationary member (中国共产党发展党员工作细则, Art. 17).</summary>
public sealed class TrainingBeforeAdmissionTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);
    private static readonly TrainingTerms Terms = new(Days: 3, Hours: 24);

    // Few sessions on few days, so that they meet.
    private static readonly Gen<TrainedSession> Session = Gen.Select(Gen.Int[1, 12], Gen.Int[0, 3], Gen.Int[1, 80]).Select(s => new TrainedSession(s.Item1, $"Class {s.Item1 % 2}", Today.AddDays(-s.Item2), s.Item3 / 10m));
    private static readonly Gen<TrainedSession[]> Attended = Session.Array[0, 12].Select(sessions => sessions.DistinctBy(s => s.Id).ToArray());

    [Fact]
    public void A_session_counts_once_however_often_it_is_noted() => Attended.Sample(sessions =>
    {
        var (once, twice) = (Of(sessions), Of([.. sessions, .. sessions]));

        return (once.Hours, once.Days) == (twice.Hours, twice.Days) && once.Hours == sessions.Sum(s => s.Hours);
    });

    [Fact]
    public void Another_session_never_lowers_the_sum_and_never_unsays_that_it_is_enough() => Gen.Select(Attended, Session).Sample((sessions, another) =>
    {
        var (before, after) = (Of(sessions), Of([.. sessions, another]));

        return after.Hours >= before.Hours && after.Days >= before.Days && (after.IsEnough || !before.IsEnough);
    });

    [Fact]
    public void In_whichever_order_sessions_are_noted_the_sum_is_the_same() => Attended.Sample(sessions => Of(sessions).Sessions.SequenceEqual(Of([.. sessions.Reverse()]).Sessions));

    [Fact]
    public void It_is_enough_with_three_days_or_with_24_class_hours_and_not_before() => Attended.Sample(sessions =>
        Of(sessions).IsEnough == (sessions.Sum(s => s.Hours) >= 24 || sessions.Select(s => s.On).Distinct().Count() >= 3));

    [Fact]
    public void Both_edges_hold()
    {
        Assert.False(Of(On(0, 8), On(0, 7.9m), On(-1, 8)).IsEnough);
        Assert.True(Of(On(0, 8), On(0, 8), On(-1, 8)).IsEnough);
        Assert.True(Of(On(0, 0.1m), On(-1, 0.1m), On(-2, 0.1m)).IsEnough);
        Assert.False(Of().IsEnough);
        Assert.False(new TrainingBeforeAdmission(new TrainingTerms(5, 40), [On(0, 8), On(-1, 8), On(-2, 8)]).IsEnough);
    }

    [Fact]
    public void Without_enough_training_a_candidate_becomes_no_probationary_member_and_the_sum_is_said()
    {
        var candidate = Somebody(Stage.Candidate);

        var broken = Assert.Throws<RuleBrokenException>(() => candidate.EnterStage(Stage.ProbationaryMember, Today, Of(On(0, 8), On(-1, 7.5m)), " "));

        Assert.Equal(nameof(PersonPeriod.TrainedElsewhere), broken.Field);
        Assert.Equal((object[])["15.5", 24, 2, 3], broken.Details);
        Assert.Equal((Stage.Candidate, 1), (candidate.Stage, candidate.Periods.Count));
    }

    [Fact]
    public void Training_held_elsewhere_takes_its_place_and_stays_with_the_admission()
    {
        var candidate = Somebody(Stage.Candidate);

        candidate.EnterStage(Stage.ProbationaryMember, Today, Of(), " Party school, October, certificate 17 ");

        Assert.Equal(Stage.ProbationaryMember, candidate.Stage);
        Assert.Equal("Party school, October, certificate 17", candidate.Periods[^1].TrainedElsewhere);
        Assert.Null(candidate.Periods[0].TrainedElsewhere);
    }

    [Fact]
    public void Enough_training_is_enough_and_leaves_no_word()
    {
        var candidate = Somebody(Stage.Candidate);

        candidate.EnterStage(Stage.ProbationaryMember, Today, Of(On(0, 8), On(-1, 8), On(-2, 8)));

        Assert.Equal((Stage.ProbationaryMember, null), (candidate.Stage, candidate.Periods[^1].TrainedElsewhere));
    }

    [Theory]
    [InlineData(Stage.Candidate, Stage.FullMember)]
    [InlineData(Stage.Activist, Stage.ProbationaryMember)]
    [InlineData(Stage.Applicant, Stage.FullMember)]
    public void No_way_round_it_leads_to_membership(Stage before, Stage after) =>
        Assert.Throws<RuleBrokenException>(() => Somebody(before).EnterStage(after, Today, Of(On(0, 8))));

    [Theory]
    [InlineData(Stage.Activist, Stage.Candidate)]
    [InlineData(Stage.Candidate, Stage.Former)]
    [InlineData(Stage.ProbationaryMember, Stage.FullMember)]
    [InlineData(Stage.Former, Stage.FullMember)]
    public void No_other_step_asks_for_it_nor_keeps_a_word_of_it(Stage before, Stage after)
    {
        var person = Somebody(before);

        person.EnterStage(after, Today, trainedElsewhere: "Party school");

        Assert.Equal((after, null), (person.Stage, person.Periods[^1].TrainedElsewhere));
    }

    private static int _session;

    private static TrainedSession On(int day, decimal hours) => new(Interlocked.Increment(ref _session), "Class", Today.AddDays(day), hours);

    private static TrainingBeforeAdmission Of(params TrainedSession[] sessions) => new(Terms, sessions);

    private static Person Somebody(Stage stage) => new("Li Hua", new Branch("P", "Physics", BranchKind.UniversityCommittee, null, Today.AddYears(-5)), stage, Today.AddYears(-1));
}
