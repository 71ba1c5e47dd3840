using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Features.Ladder;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Tests.Collections;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Ladder;

/// <summary>What waits past its date climbs from office to office and never to a person by name. A database of its own: the job looks at all of it, on days of its own.</summary>
public sealed class LadderTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    // A Friday.
    private static readonly DateOnly Due = new(2026, 11, 20);

    [Fact]
    public async Task A_late_reply_is_reminded_of_once_for_each_rung_and_names_nobody()
    {
        var (college, physics) = await PlantAsync();
        var (secretary, deputy, above) = (await portal.As(Actor.Secretary(physics)), await portal.As(Actor.In(Role.DeputySecretary, physics)), await portal.As(Actor.GeneralBranchSecretary(college)));
        await PlantTaskAsync(college, physics, "Reading rooms");

        await RunAsync(Due.AddDays(2));
        await AreToldAsync([0, 0, 0], secretary, deputy, above);
        await RunAsync(Due.AddDays(3));
        await AreToldAsync([1, 0, 0], secretary, deputy, above);
        await RunAsync(Due.AddDays(5));
        await AreToldAsync([1, 1, 0], secretary, deputy, above);
        for (var day = 6; day < 30; day++) await RunAsync(Due.AddDays(day));
        await AreToldAsync([1, 1, 1], secretary, deputy, above);

        var told = await portal.InDbAsync(db => db.Messages.SingleAsync(m => m.AccountId == above.AccountId));
        Assert.Equal((MessageKind.LateBelow, "Physics：Reading rooms"), (told.Kind, told.Title));
        var page = await above.OpenAsync("/en/desk/reminders");
        Assert.Equal(
            [
                "Reply to a task Reading rooms Physics Secretary, Physics First reminder 23 November 2026 Sent",
                "Reply to a task Reading rooms Physics Deputy secretary, Physics Another office of the organisation 25 November 2026 Sent",
                "Reply to a task Reading rooms Physics General-branch secretary, College The organisation above 27 November 2026 Sent",
            ],
            Rows(page).Reverse());
    }

    [Fact]
    public async Task Several_instances_at_once_and_a_run_that_was_broken_off_tell_nobody_twice()
    {
        var (college, physics) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        await PlantTaskAsync(college, physics, "Laboratories");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunOnceAsync(Due.AddDays(3))));

        await AreToldAsync([1], secretary);
        Assert.Equal(1, await portal.InDbAsync(db => db.LadderSteps.CountAsync(s => s.BranchId == physics.Id)));
    }

    [Fact]
    public async Task What_is_replied_climbs_no_further()
    {
        var (college, physics) = await PlantAsync();
        var (secretary, deputy) = (await portal.As(Actor.Secretary(physics)), await portal.As(Actor.In(Role.DeputySecretary, physics)));
        var task = await PlantTaskAsync(college, physics, "Laboratories");
        await RunAsync(Due.AddDays(3));

        await (await secretary.OpenAsync($"/en/desk/tasks/{task}")).SubmitAsync(new { Text = "None." });
        await RunAsync(Due.AddDays(14));

        await AreToldAsync([0], deputy);
    }

    [Fact]
    public async Task What_an_organisation_is_to_hand_in_climbs_and_what_a_member_is_asked_for_never()
    {
        var (college, physics) = await PlantAsync();
        var (li, secretary, above) = (await portal.PlantPersonAsync(physics, "Li Hua"), await portal.As(Actor.Secretary(physics)), await portal.As(Actor.GeneralBranchSecretary(college)));
        await portal.PlantCollectionAsync(physics, [li.Ask()]);
        var past = portal.Today.AddDays(7);
        await RunAsync(past.AddDays(21));
        await AreToldAsync([0, 0], secretary, above);

        await portal.PlantCollectionAsync(college, [physics.Ask()]);
        for (var day = 1; day < 14; day++) await RunAsync(past.AddDays(day));

        await AreToldAsync([1, 1], secretary, above);
    }

    [Fact]
    public async Task A_review_waits_for_the_first_organisation_upwards_that_may_do_it_and_not_for_who_wrote()
    {
        var (college, physics) = await PlantAsync();
        var (writer, above) = (await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.OrganisationOffice));
        var saved = await (await writer.OpenAsync("/desk/notices/new")).SubmitAsync(new { Title = "Open day", Body = "<p>The text</p>", AudienceKind = AudienceKind.Internet });
        await (await writer.FollowAsync(saved)).SubmitAsync(new { }, "#publish");

        await RunAsync(portal.Today.AddDays(1));

        await AreToldAsync([0], writer);
        Assert.Contains("Open day", await portal.InDbAsync(db => db.Messages.Where(m => m.AccountId == above.AccountId && m.Kind == MessageKind.Late).Select(m => m.Title).ToListAsync()));
    }

    [Theory]
    [InlineData(Role.Secretary)]
    [InlineData(Role.CommitteeMember)]
    [InlineData(Role.GeneralBranchSecretary)]
    public async Task Feedback_about_an_office_holder_climbs_past_that_person_in_whatever_office(Role about)
    {
        var (college, physics) = await PlantAsync(Portal.Unique("College"));
        var (seat, answers) = about is Role.GeneralBranchSecretary ? (college, Actor.OrganisationOffice) : (physics, Actor.GeneralBranchSecretary(college));
        var (concerned, answering, top) = (await portal.As(Actor.In(about, seat)), await portal.As(answers), await portal.As(Actor.OrganisationOffice));
        await portal.InDbAsync(async db =>
        {
            var branches = await db.Branches.Where(b => b.Id == college.Id || b.Id == physics.Id || b.Id == college.ParentId).ToDictionaryAsync(b => b.Id);
            db.Add(new FeedbackItem(FeedbackKind.Problem, "Never answers", branches[physics.Id], about, null, ReceiptCode.HashOf(Guid.NewGuid().ToString()), portal.FeedbackClock));
            // The same person sits in every organisation to which it goes.
            foreach (var branch in branches.Values.Where(b => b.Id != seat.Id)) db.Add(new RoleGrant(concerned.AccountId!, Role.GeneralBranchSecretary, branch, new DateOnly(2024, 1, 1), concerned.AccountId!));
            db.Add(new RoleGrant(concerned.AccountId!, Role.OrganisationOffice, null, new DateOnly(2024, 1, 1), concerned.AccountId!));
            await db.SaveChangesAsync();
        });

        for (var day = 1; day < 30; day++) await RunAsync(portal.Today.AddDays(day));

        Assert.Contains(MessageKind.FeedbackLate, await KindsAsync(answering));
        if (about is not Role.GeneralBranchSecretary) Assert.Contains(MessageKind.FeedbackLateBelow, await KindsAsync(top));
        Assert.DoesNotContain(await KindsAsync(concerned), kind => kind is MessageKind.FeedbackLate or MessageKind.FeedbackLateBelow);

        // Nor is it on the list, in the office that reaches the most.
        var grant = await portal.InDbAsync(db => db.RoleGrants.Where(g => g.AccountId == concerned.AccountId && g.Role == Role.OrganisationOffice).Select(g => g.Id).SingleAsync());
        await (await concerned.OpenAsync("/en/desk")).SubmitAsync(new { grantId = grant }, "form[action$='/role']");
        Assert.DoesNotContain(Rows(await concerned.OpenAsync("/en/desk/reminders")), IsOfThis);
        Assert.Contains(Rows(await top.OpenAsync("/en/desk/reminders")), IsOfThis);

        bool IsOfThis(string row) => row.StartsWith($"Taking up of feedback {college.Name}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_holds_the_office_the_page_says_so_and_sends_again_once_somebody_does()
    {
        var (college, physics) = await PlantAsync();
        var above = await AtTheListAsync(college);
        await PlantTaskAsync(college, physics, "Laboratories");
        await RunAsync(Due.AddDays(3));
        var page = await above.OpenAsync("/en/desk/reminders");
        Assert.Contains("Nobody to tell Nobody holds such an office there. Send again", Assert.Single(Rows(page)), StringComparison.Ordinal);

        var answer = await page.SubmitAsync(new { }, "form[action$='again']");
        Assert.Contains("Still nobody holds such an office.", (await above.FollowAsync(answer)).Text);
        var secretary = await portal.As(Actor.Secretary(physics));
        page = await above.FollowAsync(await page.SubmitAsync(new { }, "form[action$='again']"));

        await AreToldAsync([1], secretary);
        Assert.EndsWith("Secretary, Physics First reminder 23 November 2026 Sent", Assert.Single(Rows(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task E_mail_that_was_given_up_is_seen_with_its_reason_and_sent_again_once()
    {
        var (college, physics) = await PlantAsync();
        var (secretary, above) = (await portal.As(Actor.Secretary(physics)), await AtTheListAsync(college));
        await PlantTaskAsync(college, physics, "Laboratories");
        await RunAsync(Due.AddDays(3));
        await portal.InDbAsync(async db =>
        {
            var step = await db.LadderSteps.SingleAsync(s => s.BranchId == physics.Id);
            var delivery = new Delivery(Channel.Mail, MessageKind.Late, step.LetterKey, portal.Clock.UtcNow()) { AccountId = secretary.AccountId };
            delivery.GiveUp(DeliveryTrouble.AddressRefused, portal.Clock.UtcNow());
            db.Add(delivery);
            await db.SaveChangesAsync();
        });

        var page = await above.OpenAsync("/en/desk/reminders");
        Assert.Contains("Given up The server refused the receiver's address Send again", Assert.Single(Rows(page)), StringComparison.Ordinal);
        var again = await above.FollowAsync(await page.SubmitAsync(new { }, "form[action$='again']"));
        Assert.EndsWith("To be sent", Assert.Single(Rows(again)), StringComparison.Ordinal);
        again = await above.FollowAsync(await page.SubmitAsync(new { }, "form[action$='again']"));

        Assert.Contains("Only what was given up is sent again.", again.Text);
        await AreToldAsync([1], secretary);
        Assert.Equal(1, await portal.InDbAsync(db => db.Deliveries.CountAsync(d => d.AccountId == secretary.AccountId)));
    }

    [Fact]
    public async Task What_is_done_meanwhile_is_not_sent_again()
    {
        var (college, physics) = await PlantAsync();
        var above = await AtTheListAsync(college);
        var task = await PlantTaskAsync(college, physics, "Laboratories");
        await RunAsync(Due.AddDays(3));
        var page = await above.OpenAsync("/en/desk/reminders");
        await (await above.OpenAsync($"/en/desk/tasks/set/{task}")).SubmitAsync(new { }, "form[action$='close']");

        Assert.Contains("This is done meanwhile.", (await above.FollowAsync(await page.SubmitAsync(new { }, "form[action$='again']"))).Text);
    }

    [Theory]
    [InlineData("LateFirstDays", 0, "First reminder after")]
    [InlineData("LateBesideDays", 1, "More days than until the first reminder.")]
    [InlineData("LateAboveDays", 3, "More days than until another office is reminded.")]
    public async Task Rungs_of_no_days_or_out_of_order_are_refused_at_their_field(string field, int days, string sentence)
    {
        var form = await (await portal.As(Actor.SystemAdministrator)).OpenAsync("/en/admin/settings");

        var refused = await form.SubmitAsync(new Dictionary<string, object> { [$"Values.{field}"] = days });

        refused.IsRefusedWith(sentence);
        Assert.Equal("true", refused.Html.QuerySelector($"[name='Values.{field}']")!.GetAttribute("aria-invalid"));
        Assert.Equal($"{days}", refused.Html.QuerySelector($"[name='Values.{field}']")!.GetAttribute("value"));
    }

    private async Task<Browser> AtTheListAsync(Branch college)
    {
        var above = await portal.As(Actor.GeneralBranchSecretary(college));
        above.Http.DefaultRequestHeaders.Referrer = new Uri("http://localhost/en/desk/reminders");
        return above;
    }

    private async Task<(Branch College, Branch Physics)> PlantAsync(string named = "College")
    {
        var university = await portal.PlantBranchAsync($"{named} University", null, BranchKind.UniversityCommittee);
        var college = await portal.PlantBranchAsync(named, university, BranchKind.GeneralBranch);
        return (college, await portal.PlantBranchAsync("Physics", college));
    }

    private Task<int> PlantTaskAsync(Branch asks, Branch asked, string title) => portal.InDbAsync(async db =>
    {
        var task = new BranchTask(asks.Id, title, "Which?", Due, [(await db.Branches.FindAsync(asked.Id))!], Due.AddDays(-5));
        db.Add(task);
        await db.SaveChangesAsync();
        return task.Id;
    });

    /// <summary>Twice, as a job that was killed after its work and before its end.</summary>
    private async Task RunAsync(DateOnly day)
    {
        await RunOnceAsync(day);
        await RunOnceAsync(day);
    }

    private Task RunOnceAsync(DateOnly day) => portal.InDbAsync(db =>
        portal.Services.GetServices<IPortalJob>().OfType<ClimbLadder>().Single().RunAsync(db, PortalClock.ToUtc(day.ToDateTime(new TimeOnly(9, 0)))));

    /// <summary>How many messages each of them has.</summary>
    private async Task AreToldAsync(int[] times, params Browser[] of)
    {
        List<int> counts = [];
        foreach (var one in of) counts.Add(await portal.InDbAsync(db => db.Messages.CountAsync(m => m.AccountId == one.AccountId)));
        Assert.Equal(times, counts.ToArray());
    }

    private Task<List<MessageKind>> KindsAsync(Browser of) => portal.InDbAsync(db => db.Messages.Where(m => m.AccountId == of.AccountId).Select(m => m.Kind).ToListAsync());

    private static IEnumerable<string> Rows(Page page) => page.Html.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
