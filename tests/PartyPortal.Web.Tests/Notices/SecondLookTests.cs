using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Features.Messages;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Robots;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Notices;

/// <summary>What somebody wrote is taken out with a reason that its author reads, and looked at once more by somebody else.</summary>
public sealed class SecondLookTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private const string Asks = ".second-look";

    [Fact]
    public async Task A_question_is_turned_down_with_a_reason_and_somebody_else_takes_the_second_look()
    {
        var (college, physics, notice) = await PlantAsync();
        var (asker, secretary) = (await portal.As(Actor.Member(physics)), await portal.As(Actor.Secretary(physics)));
        var deputy = await portal.As(Actor.In(Role.DeputySecretary, physics));
        var above = await portal.As(Actor.GeneralBranchSecretary(college));
        var question = await AskAsync(asker, notice);

        var remove = await secretary.OpenAsync($"/en/desk/notices/{notice}/questions/{question}/remove");
        (await remove.SubmitAsync(new { Reason = " " })).IsRefusedWith("Fill in: Reason.");
        await remove.SubmitAsync(new { Reason = "Not about this notice." });
        await DeliverAsync();
        Assert.Equal([MessageKind.QuestionRemoved], await KindsAsync(asker));
        Assert.DoesNotContain("Where is it?", (await (await portal.As(Actor.Member(physics))).OpenAsync($"/en/notices/{notice}")).Text);
        Assert.DoesNotContain("Answer what readers ask", (await secretary.OpenAsync("/en/desk/todo")).Text);

        var page = await asker.OpenAsync($"/en/notices/{notice}");
        Assert.Contains("Taken out, because: Not about this notice.", page.Text);
        page = await asker.FollowAsync(await page.SubmitAsync(new { }, Asks));
        Assert.Null(page.Html.QuerySelector(Asks));
        // Somebody of the same organisation is there: neither who turned it down nor the level above is asked.
        Assert.DoesNotContain("second look", (await secretary.OpenAsync("/en/desk/todo")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("second look", (await above.OpenAsync("/en/desk/todo")).Text, StringComparison.Ordinal);
        Assert.Contains("Take a second look at a question that was turned down", (await deputy.OpenAsync("/en/desk/todo")).Text);

        var look = await deputy.OpenAsync($"/en/desk/notices/{notice}/questions/{question}/second-look");
        (await look.SubmitAsync(new { Reason = "It is." })).IsRefusedWith("Fill in: What came of it.");
        (await look.SubmitAsync(new { Outcome = SecondLook.GoesBack, Reason = "" })).IsRefusedWith("Fill in: Reason.");
        await look.SubmitAsync(new { Outcome = SecondLook.GoesBack, Reason = "It is about the notice." });
        await DeliverAsync();

        Assert.Equal([MessageKind.QuestionRemoved, MessageKind.QuestionLookedAt], await KindsAsync(asker));
        Assert.Contains("Second look: It goes back – It is about the notice.", (await asker.OpenAsync($"/en/notices/{notice}")).Text);
        Assert.Contains("Answer what readers ask", (await secretary.OpenAsync("/en/desk/todo")).Text);
        Assert.Null(await portal.InDbAsync(db => db.NoticeQuestions.Where(q => q.Id == question).Select(q => q.RemovedBy).SingleAsync()));
        (await remove.SubmitAsync(new { Reason = "Still not." })).IsRefusedWith("A second look has put this back. It stays.");
    }

    [Fact]
    public async Task A_question_is_told_of_once_and_not_again_with_the_next_one_under_the_notice()
    {
        var (_, physics, notice) = await PlantAsync();
        var (asker, secretary) = (await portal.As(Actor.Member(physics)), await portal.As(Actor.Secretary(physics)));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var question = await AskAsync(asker, notice);
            await (await secretary.OpenAsync($"/en/desk/notices/{notice}/questions/{question}/remove")).SubmitAsync(new { Reason = "No." });
            // As after half a year: what was told is forgotten.
            await portal.InDbAsync(db => db.Messages.Where(m => m.AccountId == asker.AccountId).ExecuteDeleteAsync());
            await DeliverAsync();
        }

        Assert.Equal([MessageKind.QuestionRemoved], await KindsAsync(asker));
    }

    [Fact]
    public async Task Whoever_took_it_out_does_not_take_the_second_look()
    {
        var (college, physics, notice) = await PlantAsync();
        var (asker, secretary, above) = (await portal.As(Actor.Member(physics)), await portal.As(Actor.Secretary(physics)), await portal.As(Actor.GeneralBranchSecretary(college)));
        var question = await AskAsync(asker, notice);
        await (await secretary.OpenAsync($"/en/desk/notices/{notice}/questions/{question}/remove")).SubmitAsync(new { Reason = "No." });
        await (await asker.OpenAsync($"/en/notices/{notice}")).SubmitAsync(new { }, Asks);

        Assert.Null((await secretary.OpenAsync($"/en/desk/notices/{notice}/questions")).Html.QuerySelector("a[href$='second-look']"));
        var look = await secretary.OpenAsync($"/en/desk/notices/{notice}/questions/{question}/second-look");
        (await look.SubmitAsync(new { Outcome = SecondLook.StaysOut, Reason = "I said so." })).IsRefusedWith("Whoever took it out may not take the second look.");

        // Nobody else holds an office in the branch: it waits above.
        Assert.Contains("Take a second look", (await above.OpenAsync("/en/desk/todo")).Text);
        await (await above.OpenAsync($"/en/desk/notices/{notice}/questions/{question}/second-look")).SubmitAsync(new { Outcome = SecondLook.StaysOut, Reason = "It names a person." });
        var page = await asker.OpenAsync($"/en/notices/{notice}");
        Assert.Contains("Second look: It stays out – It names a person.", page.Text);
        Assert.Null(page.Html.QuerySelector(Asks));
    }

    [Fact]
    public async Task It_is_asked_for_once_and_by_its_author_alone()
    {
        var (_, physics, notice) = await PlantAsync();
        var (asker, other, secretary) = (await portal.As(Actor.Member(physics)), await portal.As(Actor.Member(physics)), await portal.As(Actor.Secretary(physics)));
        var question = await AskAsync(asker, notice);
        var address = $"/en/notices/{notice}/questions/{question}/second-look";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await asker.OpenAsync($"/en/notices/{notice}")).SubmitAsAsync(address)).Status);
        await (await secretary.OpenAsync($"/en/desk/notices/{notice}/questions/{question}/remove")).SubmitAsync(new { Reason = "No." });

        Assert.Equal(HttpStatusCode.NotFound, (await (await other.OpenAsync($"/en/notices/{notice}")).SubmitAsAsync(address)).Status);
        var page = await asker.OpenAsync($"/en/notices/{notice}");
        Assert.Equal(HttpStatusCode.Redirect, (await page.SubmitAsync(new { }, Asks)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.SubmitAsync(new { }, Asks)).Status);
    }

    [Fact]
    public async Task An_anonymous_author_reads_the_reason_under_the_receipt_code_and_asks_once()
    {
        var (college, physics, _) = await PlantAsync();
        var (secretary, above, top) = (await portal.As(Actor.Secretary(physics)), await portal.As(Actor.GeneralBranchSecretary(college)), await portal.As(Actor.OrganisationOffice));
        var code = ReceiptCode.Of(Guid.NewGuid());
        var message = await portal.InDbAsync(async db =>
        {
            var branch = await db.Branches.Include(b => b.Parent).SingleAsync(b => b.Id == physics.Id);
            var item = new FeedbackItem(FeedbackKind.Suggestion, "Talk more", branch, null, null, ReceiptCode.HashOf(code), portal.FeedbackClock) { MayBeTold = true };
            db.Add(item);
            await db.SaveChangesAsync();
            return item.Id;
        });
        var idea = (await (await above.OpenAsync($"/en/desk/feedback/{message}/idea")).SubmitAsync(new { Text = "Talk more." })).Location!.Split('/')[^1];
        await (await above.OpenAsync($"/en/desk/ideas/{idea}/remove")).SubmitAsync(new { Reason = "It names somebody." });

        var page = await ReadAsync(code);
        Assert.Contains("Taken out, because: It names somebody.", page.Text);
        var audit = await portal.InDbAsync(db => db.Audit.CountAsync());
        var sender = await ReadAsync(code);
        var saved = await sender.SubmitAsync(new { }, Asks);
        Assert.Contains("A second look is asked for.", saved.Text);
        Assert.Null(saved.Html.QuerySelector(Asks));
        Assert.False(saved.Message.Headers.Contains("Set-Cookie"));
        Assert.Equal(audit, await portal.InDbAsync(db => db.Audit.CountAsync()));
        (await page.SubmitAsync(new { }, Asks)).IsRefusedWith("A second look can be asked for once, and only for what was taken out.");

        Assert.DoesNotContain("second look", (await above.OpenAsync("/en/desk/todo")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("second look", (await secretary.OpenAsync("/en/desk/todo")).Text, StringComparison.Ordinal);
        Assert.Contains("Take a second look at an idea that was taken out of the box", (await top.OpenAsync("/en/desk/todo")).Text);
        await (await top.OpenAsync($"/en/desk/ideas/{idea}/second-look")).SubmitAsync(new { Outcome = SecondLook.GoesBack, Reason = "It names nobody." });

        Assert.Contains("Second look: It goes back – It names nobody.", (await ReadAsync(code)).Text);
        Assert.Contains("Talk more.", (await (await portal.As(Actor.Member(physics))).OpenAsync($"/en/ideas/{idea}")).Text);
        // Without the key no row says of which message the idea was made.
        Assert.DoesNotContain($"{message:N}", await portal.InDbAsync(db => db.Ideas.Where(i => i.Text == "Talk more.").Select(i => i.Mark!).SingleAsync()));
    }

    [Fact]
    public async Task Another_codes_idea_is_not_found()
    {
        var (_, physics, _) = await PlantAsync();
        var code = ReceiptCode.Of(Guid.NewGuid());
        var other = await portal.InDbAsync(async db =>
        {
            var branch = await db.Branches.Include(b => b.Parent).SingleAsync(b => b.Id == physics.Id);
            var mine = new FeedbackItem(FeedbackKind.Suggestion, "Mine", branch, null, null, ReceiptCode.HashOf(code), portal.FeedbackClock);
            var idea = new Idea(new FeedbackItem(FeedbackKind.Suggestion, "Other", branch, null, null, ReceiptCode.HashOf("other"), portal.FeedbackClock) { MayBeTold = true }, "Other", portal.Today, "other");
            idea.Remove("No.", null);
            db.AddRange(mine, idea);
            await db.SaveChangesAsync();
            return idea.Id;
        });

        var page = await ReadAsync(code);

        Assert.Equal(HttpStatusCode.NotFound, (await page.SubmitAsAsync("/en/feedback/receipt/second-look", ("Code", code), ("IdeaId", $"{other}"))).Status);
    }

    private async Task<Page> ReadAsync(string code)
    {
        var stranger = await portal.As(Actor.Public);
        return new Page(stranger, "/en/feedback/receipt", await (await stranger.OpenAsync("/en/feedback/receipt")).SubmitAsync(new { Code = code }));
    }

    private async Task<int> AskAsync(Browser asker, int notice)
    {
        await (await asker.OpenAsync($"/en/notices/{notice}")).SubmitAsync(new { Text = "Where is it?" }, "#ask");
        return await portal.InDbAsync(db => db.NoticeQuestions.Where(q => q.NoticeId == notice).MaxAsync(q => q.Id));
    }

    private Task DeliverAsync() => portal.InDbAsync(db => new DeliverMessages(new RobotSettings()).RunAsync(db, portal.Clock.UtcNow()));

    private Task<List<MessageKind>> KindsAsync(Browser of) => portal.InDbAsync(db => db.Messages.Where(m => m.AccountId == of.AccountId).OrderBy(m => m.Id).Select(m => m.Kind).ToListAsync());

    private async Task<(Branch College, Branch Physics, int Notice)> PlantAsync()
    {
        var university = await portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee);
        var college = await portal.PlantBranchAsync("College", university, BranchKind.GeneralBranch);
        var physics = await portal.PlantBranchAsync("Physics", college);
        return (college, physics, await portal.InDbAsync(async db =>
        {
            var now = portal.Clock.UtcNow();
            var notice = new Notice(physics.Id, new NoticeContent(Portal.Unique("Notice"), "<p>The text</p>", NoticeCategory.Notice, AudienceKind.Branch) { TakesQuestions = true }, Viewer.System, now);
            notice.Publish(Viewer.System, now);
            db.Add(notice);
            await db.SaveChangesAsync();
            return notice.Id;
        }));
    }
}
