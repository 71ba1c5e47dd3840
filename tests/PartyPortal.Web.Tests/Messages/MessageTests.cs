using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Features.Feedback;
using PartyPortal.Web.Features.Messages;
using PartyPortal.Web.Features.Notices;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Robots;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Messages;

/// <summary>What the portal tells whom. A database of its own: the jobs look at all of it, and time moves.</summary>
public sealed class MessageTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Readers_of_a_notice_that_asks_are_told_once_and_the_bell_counts_until_they_confirm()
    {
        var (_, physics, history) = await PlantAsync();
        var (member, stranger) = (await portal.As(Actor.Member(physics)), await portal.As(Actor.Member(history)));
        var (id, _) = await PublishAsync(await portal.As(Actor.Secretary(physics)), AudienceKind.Branch);

        await DeliverAsync();
        await DeliverAsync();
        await portal.InDbAsync(async db =>
        {
            db.Add(new OutboxMessage(MessageKind.ConfirmNotice, id, null));
            await db.SaveChangesAsync();
        });
        await DeliverAsync();

        Assert.Equal("1", Bell(await member.OpenAsync("/en/desk")));
        Assert.Null(Bell(await stranger.OpenAsync("/en/desk")));
        Assert.Contains("Please confirm that you know this notice", (await member.OpenAsync("/en/messages")).Text);
        await (await member.OpenAsync($"/notices/{id}")).SubmitAsync(new { });
        Assert.Null(Bell(await member.OpenAsync("/en/desk")));
    }

    [Fact]
    public async Task Who_may_approve_is_told_and_the_writer_hears_of_the_approval()
    {
        var (college, _, _) = await PlantAsync();
        var (writer, approver) = (await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.GeneralBranchSecretary(college)));
        var (id, _) = await PublishAsync(writer, AudienceKind.Internet);

        await DeliverAsync();
        Assert.Empty(await KindsAsync(writer));
        Assert.Equal([MessageKind.ApproveNotice], await KindsAsync(approver));

        await (await approver.OpenAsync($"/desk/notices/{id}/review")).SubmitAsync(new { }, "#approve");
        await DeliverAsync();
        Assert.Equal([MessageKind.NoticeApproved], await KindsAsync(writer));
    }

    [Fact]
    public async Task The_writer_hears_when_somebody_else_withdraws_the_notice()
    {
        var (college, physics, _) = await PlantAsync();
        var (writer, above) = (await portal.As(Actor.Secretary(physics)), await portal.As(Actor.GeneralBranchSecretary(college)));
        var (own, _) = await PublishAsync(writer, AudienceKind.Branch);
        var (others, _) = await PublishAsync(writer, AudienceKind.Branch);

        await (await writer.OpenAsync($"/desk/notices/{own}/withdraw")).SubmitAsync(new { Reason = "Wrong date" });
        await (await above.OpenAsync($"/desk/notices/{others}/withdraw")).SubmitAsync(new { Reason = "Wrong room" });
        await DeliverAsync();

        Assert.Equal([others], await portal.InDbAsync(db => db.Messages.Where(m => m.AccountId == writer.AccountId && m.Kind == MessageKind.NoticeWithdrawn).Select(m => m.NoticeId!.Value).ToListAsync()));
    }

    [Fact]
    public async Task One_click_reminds_those_who_have_not_confirmed_once_a_day()
    {
        var (_, physics, _) = await PlantAsync();
        var (slow, quick) = (await portal.As(Actor.Member(physics)), await portal.As(Actor.Member(physics)));
        var secretary = await portal.As(Actor.Secretary(physics));
        var (id, _) = await PublishAsync(secretary, AudienceKind.Branch);
        await (await quick.OpenAsync($"/notices/{id}")).SubmitAsync(new { });

        var page = await secretary.OpenAsync($"/en/desk/notices/{id}");
        await page.SubmitAsync(new { }, "#remind");
        await page.SubmitAsync(new { }, "#remind");
        await DeliverAsync();

        Assert.Equal([MessageKind.ConfirmNoticeAgain], (await KindsAsync(slow)).Except([MessageKind.ConfirmNotice]));
        Assert.DoesNotContain(MessageKind.ConfirmNoticeAgain, await KindsAsync(quick));
    }

    [Fact]
    public async Task The_writer_is_reminded_a_week_and_a_day_before_the_end_and_a_job_run_twice_reminds_once()
    {
        var (_, physics, _) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var (id, _) = await PublishAsync(secretary, AudienceKind.Branch);
        var end = (await portal.InDbAsync(db => db.Notices.SingleAsync(n => n.Id == id))).ExpiresAt;

        Assert.Equal(0, await RemindAsync(end.AddDays(-8)));
        Assert.Equal(1, await RemindAsync(end.AddDays(-7)));
        Assert.Equal(1, await RemindAsync(end.AddDays(-5)));
        Assert.Equal(2, await RemindAsync(end.AddDays(-1)));
        Assert.Equal(2, await RemindAsync(end.AddHours(-3)));

        async Task<int> RemindAsync(DateTime now)
        {
            var job = new RemindBeforeNoticesEnd(portal.Services.GetRequiredService<CurrentSettings>());
            await portal.InDbAsync(db => job.RunAsync(db, now));
            await portal.InDbAsync(db => job.RunAsync(db, now));
            return await portal.InDbAsync(db => db.Messages.CountAsync(m => m.AccountId == secretary.AccountId && m.NoticeId == id && m.Kind == MessageKind.NoticeEnds));
        }
    }

    [Fact]
    public async Task Feedback_about_an_office_holder_is_told_the_next_morning_and_never_to_that_person()
    {
        var (college, physics, _) = await PlantAsync();
        var concerned = await portal.As(Actor.Secretary(physics));
        var above = await portal.As(Actor.GeneralBranchSecretary(college));
        await portal.InDbAsync(async db =>
        {
            var branch = await db.Branches.Include(b => b.Parent).SingleAsync(b => b.Id == physics.Id);
            db.Add(new FeedbackItem(FeedbackKind.Problem, "The secretary never answers", branch, Role.Secretary, null, ReceiptCode.HashOf(Guid.NewGuid().ToString()), portal.FeedbackClock));
            // The same person holds an office above as well: then they hear nothing there either.
            db.Add(new RoleGrant(concerned.AccountId!, Role.GeneralBranchSecretary, await db.Branches.SingleAsync(b => b.Id == college.Id), new DateOnly(2024, 1, 1), "test"));
            await db.SaveChangesAsync();
        });
        var morning = portal.Clock.UtcNow().AddDays(1);

        await portal.InDbAsync(db => new TellOfFeedback().RunAsync(db, portal.Clock.UtcNow()));
        Assert.DoesNotContain(MessageKind.FeedbackArrived, await KindsAsync(above));
        await portal.InDbAsync(db => new TellOfFeedback().RunAsync(db, morning));
        await portal.InDbAsync(db => new TellOfFeedback().RunAsync(db, morning.AddHours(1)));

        Assert.Equal([MessageKind.FeedbackArrived], await KindsAsync(above));
        Assert.Empty(await KindsAsync(concerned));
    }

    [Fact]
    public async Task The_office_is_told_on_the_last_day_for_an_answer()
    {
        var (_, physics, _) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var due = await portal.InDbAsync(async db =>
        {
            var branch = await db.Branches.SingleAsync(b => b.Id == physics.Id);
            var item = new FeedbackItem(FeedbackKind.Problem, "The lamp is broken", branch, null, new Signature("Li Hua", null), ReceiptCode.HashOf(Guid.NewGuid().ToString()), portal.FeedbackClock);
            item.TakeUp(portal.FeedbackClock);
            db.Add(item);
            await db.SaveChangesAsync();
            return item.DueOn;
        });
        var morning = portal.Clock.UtcNow().AddDays(due.DayNumber - portal.Today.DayNumber);

        await portal.InDbAsync(db => new TellOfFeedback().RunAsync(db, morning.AddDays(-1)));
        Assert.DoesNotContain(MessageKind.FeedbackDue, await KindsAsync(secretary));
        await portal.InDbAsync(db => new TellOfFeedback().RunAsync(db, morning));

        Assert.Contains(MessageKind.FeedbackDue, await KindsAsync(secretary));
    }

    [Fact]
    public async Task A_message_is_marked_as_read_by_its_owner_alone()
    {
        var (_, physics, _) = await PlantAsync();
        var (owner, other) = (await portal.As(Actor.Member(physics)), await portal.As(Actor.Member(physics)));
        await PublishAsync(await portal.As(Actor.Secretary(physics)), AudienceKind.Branch);
        await DeliverAsync();
        var mine = await portal.InDbAsync(db => db.Messages.SingleAsync(m => m.AccountId == owner.AccountId));

        var page = await other.OpenAsync("/messages");
        await other.PostAsync($"/messages/{mine.Id}/read", new FormUrlEncodedContent([new("__RequestVerificationToken", page.Html.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!)]));
        Assert.Equal("1", Bell(await owner.OpenAsync("/desk")));

        await (await owner.OpenAsync("/messages")).SubmitAsync(new { }, $"form[action$='/{mine.Id}/read']");
        Assert.Null(Bell(await owner.OpenAsync("/desk")));
        Assert.Equal("1", Bell(await other.OpenAsync("/desk")));
    }

    [Fact]
    public async Task Old_messages_and_those_that_ask_for_what_is_over_are_removed()
    {
        var (_, physics, _) = await PlantAsync();
        var (member, secretary) = (await portal.As(Actor.Member(physics)), await portal.As(Actor.Secretary(physics)));
        var (id, _) = await PublishAsync(secretary, AudienceKind.Branch);
        await DeliverAsync();
        Assert.NotEmpty(await KindsAsync(member));

        await (await secretary.OpenAsync($"/desk/notices/{id}/withdraw")).SubmitAsync(new { Reason = "Wrong date" });
        await portal.InDbAsync(db => new ForgetOldMessages().RunAsync(db, portal.Clock.UtcNow()));

        Assert.Empty(await KindsAsync(member));
    }

    private async Task<(Branch College, Branch Physics, Branch History)> PlantAsync()
    {
        var university = await portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee);
        var college = await portal.PlantBranchAsync("College", university, BranchKind.GeneralBranch);
        return (college, await portal.PlantBranchAsync("Physics", college), await portal.PlantBranchAsync("History", university));
    }

    private static async Task<(int Id, Page Page)> PublishAsync(Browser author, AudienceKind audience)
    {
        var saved = await (await author.OpenAsync("/desk/notices/new")).SubmitAsync(new { Title = Portal.Unique("Notice"), Body = "<p>The text</p>", AudienceKind = audience, AsksForConfirmation = true });
        var page = await author.FollowAsync(saved);
        await page.SubmitAsync(new { }, "#publish");
        return (int.Parse(saved.Location!.Split('/')[^1]), page);
    }

    private Task DeliverAsync() => portal.InDbAsync(db => new DeliverMessages(new RobotSettings()).RunAsync(db, portal.Clock.UtcNow()));

    private Task<List<MessageKind>> KindsAsync(Browser of) => portal.InDbAsync(db => db.Messages.Where(m => m.AccountId == of.AccountId).OrderBy(m => m.Id).Select(m => m.Kind).ToListAsync());

    private static string? Bell(Page page) => page.Html.QuerySelector(".tools .count")?.TextContent;
}
