using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Postings;
using PartyPortal.Domain.WorkCalendar;

namespace PartyPortal.Domain.Tests.Postings;

public sealed class PostingTests
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);
    private static readonly Viewer Secretary = new() { AccountId = "secretary" };
    private static readonly Viewer Reviewer = new() { AccountId = "reviewer" };
    private static readonly Branch University = new("U", "University", BranchKind.UniversityCommittee, null, new(2000, 1, 1));
    private static readonly Branch College = new("C", "College", BranchKind.CollegeCommittee, University, new(2000, 1, 1));
    private static readonly Branch Physics = new("P", "Physics", BranchKind.Branch, College, new(2000, 1, 1)) { Telephone = "000-1" };

    [Fact]
    public void The_day_it_goes_up_is_not_counted_and_the_last_counted_day_is_still_its_own()
    {
        var posting = Posted();

        Assert.Equal(new DateOnly(2026, 12, 1), posting.LastOn);
        Assert.True(posting.IsOpenOn(posting.LastOn));
        Assert.False(posting.IsOpenOn(posting.LastOn.AddDays(1)));
        Assert.False(posting.IsOpenOn(Tuesday.AddDays(-1)));
        Assert.True(posting.WantsResultOn(posting.LastOn.AddDays(1)));
    }

    [Fact]
    public void The_first_day_counts_where_the_organisation_counts_it() =>
        Assert.Equal(new DateOnly(2026, 11, 30), Draft(clock: On(Tuesday) with { CountsFirstDay = true }).LastOn);

    [Fact]
    public void Five_working_days_run_over_a_holiday_and_a_worked_Saturday()
    {
        WorkingDays calendar = new([new("Holiday", new(2026, 11, 26), new(2026, 11, 27), areWorked: false), new("Worked", new(2026, 11, 28), new(2026, 11, 28), areWorked: true)]);
        var posting = Draft(clock: new(Tuesday, calendar, false));

        Assert.Equal([new(2026, 11, 25), new(2026, 11, 28), new(2026, 11, 30), new(2026, 12, 1), new(2026, 12, 2)], posting.Term.Counted(calendar));
        Assert.False(posting.IsProvisional);
        Assert.True(Draft().IsProvisional);
    }

    [Fact]
    public void A_calendar_that_changes_moves_the_last_day_of_a_running_posting_and_of_no_closed_one()
    {
        var (running, closed) = (Posted(), Posted());
        closed.Close(PostingResult.Withdrawn, "A mistake", Secretary, On(Tuesday));
        PostingClock later = new(Tuesday, new([new("Holiday", new(2026, 11, 25), new(2026, 11, 25), areWorked: false)]), false);

        running.Recount(later);
        closed.Recount(later);

        Assert.Equal(new DateOnly(2026, 12, 2), running.LastOn);
        Assert.Equal(new DateOnly(2026, 12, 1), closed.LastOn);
    }

    [Fact]
    public void Fewer_than_five_working_days_are_refused_with_the_article()
    {
        var broken = Assert.Throws<RuleBrokenException>(() => Draft(c => c with { Days = 4 }));

        Assert.Equal("A public posting lasts at least {0} working days: {1}, Article {2}.", broken.Message);
        Assert.Equal([5, "《中国共产党发展党员工作细则》", 13], broken.Details);
        Assert.Equal("Days", broken.Field);
    }

    [Fact]
    public void What_cannot_be_posted_is_refused_at_its_field()
    {
        RefusesDraft("Names", c => c with { Names = [] });
        RefusesDraft("OtherNames", c => c with { Names = [.. Enumerable.Range(0, 51).Select(i => $"Name {i}")] });
        RefusesDraft("OtherNames", c => c with { Names = [new string('x', 61)] });
        RefusesDraft("Days", c => c with { Days = 31 });
        RefusesDraft("FirstOn", c => c with { FirstOn = Tuesday.AddDays(-1) });
        RefusesDraft("FirstOn", c => c with { FirstOn = Tuesday.AddDays(61) });
        RefusesDraft("FirstOn", c => c with { FirstOn = DateOnly.MaxValue });
        RefusesDraft("ContactTelephone", c => c with { Contact = new("Room 1", null, null) });
        RefusesDraft("ContactTelephone", c => c with { Contact = new(null, "000-1", null) });
        Assert.Equal("BranchId", Assert.Throws<RuleBrokenException>(() => new Posting(University, PostingKind.Candidate, Content, Secretary, On(Tuesday))).Field);
    }

    [Fact]
    public void The_Internet_needs_a_second_person_and_the_unit_none()
    {
        var posting = Draft(c => c with { Reach = PostingReach.Internet });
        posting.Publish(Secretary, On(Tuesday));

        Assert.Equal(PostingState.AwaitingApproval, posting.State);
        Assert.Throws<RuleBrokenException>(() => posting.Approve(Secretary, On(Tuesday)));
        Assert.Throws<RuleBrokenException>(() => posting.Approve(Reviewer, On(Tuesday.AddDays(1))));
        posting.Approve(Reviewer, On(Tuesday));
        Assert.Equal(PostingState.Posted, posting.State);
        Assert.Equal(PostingState.Posted, Posted().State);
    }

    [Fact]
    public void What_has_been_posted_is_neither_changed_nor_thrown_away()
    {
        var posting = Posted();

        Assert.Throws<RuleBrokenException>(() => posting.Revise(Content, Secretary, On(Tuesday)));
        Assert.Throws<RuleBrokenException>(posting.RequireDiscardable);
        Assert.Throws<RuleBrokenException>(() => posting.Publish(Secretary, On(Tuesday)));
        Assert.Throws<RuleBrokenException>(() => posting.Approve(Reviewer, On(Tuesday)));
        Draft().RequireDiscardable();
    }

    [Theory]
    [InlineData(PostingResult.NoObjection, null, true)]
    [InlineData(PostingResult.NoObjection, null, false)]
    [InlineData(PostingResult.ObjectionsExamined, "Talked with three colleagues", true)]
    [InlineData(PostingResult.ObjectionsExamined, "Talked with three colleagues", false)]
    [InlineData(PostingResult.Withdrawn, "The name was wrong", true)]
    [InlineData(PostingResult.Withdrawn, "The name was wrong", false)]
    public void Only_a_withdrawal_comes_before_the_end_of_the_last_counted_day(PostingResult result, string? note, bool isOver)
    {
        var posting = Posted();
        var day = On(isOver ? posting.LastOn.AddDays(1) : posting.LastOn);
        if (!isOver && result is not PostingResult.Withdrawn)
        {
            Assert.Equal("Result", Assert.Throws<RuleBrokenException>(() => posting.Close(result, note, Secretary, day)).Field);
            return;
        }

        posting.Close(result, note, Secretary, day);

        Assert.Equal((PostingState.Closed, result, note, day.Today), (posting.State, posting.Result!.Value, posting.ResultNote, posting.ClosedOn!.Value));
        Assert.Throws<RuleBrokenException>(() => posting.Close(result, note, Secretary, day));
    }

    [Theory, InlineData(PostingResult.ObjectionsExamined), InlineData(PostingResult.Withdrawn)]
    public void Objections_and_withdrawals_need_words(PostingResult result) =>
        Assert.Equal("Note", Assert.Throws<RuleBrokenException>(() => Posted().Close(result, " ", Secretary, On(Tuesday.AddDays(20)))).Field);

    [Fact]
    public void A_closed_posting_forgets_its_names_and_keeps_how_many_and_what_came_of_it()
    {
        var posting = Posted();
        posting.ForgetNames();
        Assert.Equal(4, posting.People.Count);

        posting.Close(PostingResult.ObjectionsExamined, "Talked with colleagues", Secretary, On(posting.LastOn.AddDays(1)));
        posting.ForgetNames();

        Assert.Empty(posting.People);
        Assert.Null(posting.ResultNote);
        Assert.Equal((4, PostingResult.ObjectionsExamined), (posting.PeopleCount, posting.Result));
    }

    [Fact]
    public void Names_stand_in_the_order_of_their_strokes() =>
        Assert.Equal(["丁一", "王伟", "李华", "魏新"], PostedPerson.InOrder(Draft().People).Select(p => p.Name));

    [Theory]
    [InlineData(PostingKind.Candidate, Stage.Activist, true)]
    [InlineData(PostingKind.Admission, Stage.Candidate, false)]
    [InlineData(PostingKind.Conversion, Stage.ProbationaryMember, false)]
    public void Each_kind_knows_its_stage_and_whether_its_article_is_verified(PostingKind kind, Stage stage, bool isVerified) =>
        Assert.Equal((stage, 5, isVerified), (PostingRule.Of(kind).Stage, PostingRule.Of(kind).LeastDays, PostingRule.Of(kind).IsVerified));

    private static PostingContent Content => new(["魏新", "王伟", "李华", "丁一"], Tuesday, 5, PostingReach.Unit, new("Room 1", "000-2", null));

    private static PostingClock On(DateOnly day) => new(day, WorkingDays.OfTheWeek, false);

    private static Posting Draft(Func<PostingContent, PostingContent>? change = null, PostingClock? clock = null) =>
        new(Physics, PostingKind.Candidate, change?.Invoke(Content) ?? Content, Secretary, clock ?? On(Tuesday));

    private static Posting Posted()
    {
        var posting = Draft();
        posting.Publish(Secretary, On(Tuesday));
        return posting;
    }

    private static void RefusesDraft(string field, Func<PostingContent, PostingContent> change) => Assert.Equal(field, Assert.Throws<RuleBrokenException>(() => Draft(change)).Field);
}
