using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Messages;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Security;

/// <summary>Security row 59: an impatient hand or a network that tries again does a thing once.</summary>
public sealed class DoubleSubmitTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private const int Times = 20;

    [Fact]
    public async Task Feedback_sent_twenty_times_at_once_is_one_message_under_one_code()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var page = await (await portal.As(Actor.Public)).OpenAsync("/feedback");

        var answers = await AtOnceAsync(() => page.SubmitAsync(new { Kind = FeedbackKind.Question, BranchId = page.Choice("BranchId", branch), Text = "When does the room open?" }));

        Assert.Single(answers.Select(a => a.Html.QuerySelector(".secret")?.TextContent).Distinct());
        Assert.Equal(1, await portal.InDbAsync(db => db.FeedbackItems.CountAsync(f => f.ConcernedId == branch.Id)));
    }

    [Fact]
    public async Task A_notice_published_twenty_times_at_once_is_published_and_told_once()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var author = await portal.As(Actor.Secretary(branch));
        var saved = await (await author.OpenAsync("/desk/notices/new")).SubmitAsync(new { Title = "Notice", Body = "<p>The text</p>", AudienceKind = AudienceKind.Branch, AsksForConfirmation = true });
        var page = await author.FollowAsync(saved);
        var id = int.Parse(saved.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

        await AtOnceAsync(() => page.SubmitAsync(new { }, "#publish"));

        Assert.Equal(1, await portal.InDbAsync(db => db.Audit.CountAsync(a => a.Subject == $"Notice {id}" && a.Action == "Notice.Modified")));
        Assert.Equal(1, await portal.InDbAsync(db => db.Outbox.CountAsync(o => o.SubjectId == id && o.Kind == MessageKind.ConfirmNotice)));
    }

    private static Task<Answer[]> AtOnceAsync(Func<Task<Answer>> send) => Task.WhenAll(Enumerable.Range(0, Times).Select(_ => Task.Run(send)));
}
