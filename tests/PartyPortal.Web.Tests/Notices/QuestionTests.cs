using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Features.Messages;
using PartyPortal.Web.Features.Notices;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Robots;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Notices;

/// <summary>What readers ask under a notice, and what its office answers.</summary>
public sealed class QuestionTests(Portal portal)
{
    [Fact]
    public async Task A_reader_asks_the_office_answers_and_others_read_both_without_a_name()
    {
        var (physics, id) = await PlantAsync();
        var asker = await portal.As(Actor.Of(await portal.PlantPersonAsync(physics, "Li Hua")));
        await (await asker.OpenAsync($"/en/notices/{id}")).SubmitAsync(new { Text = "Where is it?" }, "#ask");
        Assert.Contains("Your question waits for an answer.", (await asker.OpenAsync($"/en/notices/{id}")).Text);
        var other = await portal.As(Actor.Member(physics));
        Assert.DoesNotContain("Where is it?", (await other.OpenAsync($"/en/notices/{id}")).Text);

        var secretary = await portal.As(Actor.Secretary(physics));
        var desk = await secretary.OpenAsync($"/en/desk/notices/{id}/questions");
        Assert.Contains("Where is it?", desk.Text);
        Assert.DoesNotContain("Li Hua", desk.Text);
        Assert.Contains("Answer what readers ask:", (await secretary.OpenAsync("/en/desk/todo")).Text);
        await (await secretary.OpenAsync(desk.Html.QuerySelector("main .list a")!.GetAttribute("href")!)).SubmitAsync(new { Answer = "In room 305." });
        await DeliverAsync();

        var page = await other.OpenAsync($"/en/notices/{id}");
        Assert.Contains("In room 305.", page.Html.QuerySelector("#questions")!.TextContent);
        Assert.DoesNotContain("Li Hua", page.Text);
        Assert.Equal([MessageKind.QuestionAnswered], await portal.InDbAsync(db => db.Messages.Where(m => m.AccountId == asker.AccountId).Select(m => m.Kind).ToListAsync()));
        Assert.Null((await portal.InDbAsync(db => db.NoticeQuestions.SingleAsync(q => q.NoticeId == id))).AskedBy);
    }

    [Fact]
    public async Task Empty_and_long_questions_and_too_many_are_refused_and_kept_in_the_form()
    {
        var (physics, id) = await PlantAsync();
        var member = await portal.As(Actor.Member(physics));
        var page = await member.OpenAsync($"/en/notices/{id}");

        (await page.SubmitAsync(new { Text = " " }, "#ask")).IsRefusedWith("Fill in: Your question.");
        var tooLong = await page.SubmitAsync(new { Text = new string('x', 1001) }, "#ask");
        tooLong.IsRefusedWith("at most 1000 characters");
        Assert.Contains(new string('x', 1001), tooLong.Body);
        for (var i = 0; i < NoticeQuestion.MostWaiting; i++) await page.SubmitAsync(new { Text = $"Question {i}" }, "#ask");
        (await page.SubmitAsync(new { Text = "One more" }, "#ask")).IsRefusedWith("3 questions of yours wait for an answer here.");

        Assert.Equal(3, await portal.InDbAsync(db => db.NoticeQuestions.CountAsync(q => q.NoticeId == id)));
    }

    [Fact]
    public async Task Nobody_asks_where_it_is_off_or_without_signing_in_or_what_cannot_be_read()
    {
        var (physics, id) = await PlantAsync(takesQuestions: false);
        var member = await portal.As(Actor.Member(physics));
        Assert.Null((await member.OpenAsync($"/notices/{id}")).Html.QuerySelector("#questions"));
        (await (await member.OpenAsync($"/en/notices/{id}")).SubmitAsAsync($"/en/notices/{id}/questions", ("Text", "Still?"))).IsRefusedWith("This notice takes no questions.");

        var (_, open) = await PlantAsync(audience: AudienceKind.Internet);
        var stranger = await (await portal.As(Actor.Public)).OpenAsync($"/en/notices/{open}");
        Assert.Contains("Sign in to ask", stranger.Text);
        Assert.Null(stranger.Html.QuerySelector("[name=__RequestVerificationToken]"));

        var (_, foreign) = await PlantAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await member.OpenAsync("/en/messages/choices")).SubmitAsAsync($"/notices/{foreign}/questions", ("Text", "Me?"))).Status);
    }

    [Fact]
    public async Task An_answer_needs_words_and_two_answers_do_not_overwrite_each_other_unseen()
    {
        var (physics, id) = await PlantAsync();
        await (await (await portal.As(Actor.Member(physics))).OpenAsync($"/notices/{id}")).SubmitAsync(new { Text = "When?" }, "#ask");
        var secretary = await portal.As(Actor.Secretary(physics));
        var question = await portal.InDbAsync(db => db.NoticeQuestions.Where(q => q.NoticeId == id).Select(q => q.Id).SingleAsync());
        var first = await secretary.OpenAsync($"/en/desk/notices/{id}/questions/{question}");
        var second = await secretary.OpenAsync($"/en/desk/notices/{id}/questions/{question}");

        (await first.SubmitAsync(new { Answer = "" })).IsRefusedWith("Fill in: Answer.");
        await first.SubmitAsync(new { Answer = "At seven." });
        var stale = await second.SubmitAsync(new { Answer = "At eight." });

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("At seven.", stale.Text);
        Assert.Contains("At eight.", stale.Body);
    }

    [Fact]
    public async Task The_office_is_told_and_what_nobody_answered_goes_with_the_notice()
    {
        var (physics, _) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var saved = await (await secretary.OpenAsync("/desk/notices/new")).SubmitAsync(new { Title = Portal.Unique("Notice"), Body = "<p>The text</p>", AudienceKind = AudienceKind.Branch, TakesQuestions = "true" });
        var id = int.Parse(saved.Location!.Split('/')[^1]);
        await (await secretary.FollowAsync(saved)).SubmitAsync(new { }, "#publish");
        await (await (await portal.As(Actor.Member(physics))).OpenAsync($"/notices/{id}")).SubmitAsync(new { Text = "When?" }, "#ask");
        await DeliverAsync();
        Assert.Equal([MessageKind.QuestionAsked], await portal.InDbAsync(db => db.Messages.Where(m => m.AccountId == secretary.AccountId).Select(m => m.Kind).ToListAsync()));

        await (await secretary.OpenAsync($"/desk/notices/{id}/withdraw")).SubmitAsync(new { Reason = "Over" });
        await portal.InDbAsync(db => new PublishDueNotices().RunAsync(db, portal.Clock.UtcNow()));

        Assert.Equal(0, await portal.InDbAsync(db => db.NoticeQuestions.CountAsync(q => q.NoticeId == id)));
    }

    private Task DeliverAsync() => portal.InDbAsync(db => new DeliverMessages(new RobotSettings()).RunAsync(db, portal.Clock.UtcNow()));

    private async Task<(Branch Physics, int Id)> PlantAsync(bool takesQuestions = true, AudienceKind audience = AudienceKind.Branch)
    {
        var physics = await portal.PlantBranchAsync("Physics");
        return (physics, await portal.InDbAsync(async db =>
        {
            var now = portal.Clock.UtcNow();
            var notice = new Notice(physics.Id, new NoticeContent(Portal.Unique("Notice"), "<p>The text</p>", NoticeCategory.Notice, audience) { TakesQuestions = takesQuestions }, Viewer.System, now);
            notice.Publish(Viewer.System, now);
            if (audience is AudienceKind.Internet) notice.Approve(new Viewer { AccountId = "second" }, now);
            db.Add(notice);
            await db.SaveChangesAsync();
            return notice.Id;
        }));
    }
}
