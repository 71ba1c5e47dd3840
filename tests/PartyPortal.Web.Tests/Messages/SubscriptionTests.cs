using System.Net;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Features.Messages;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Messages;

/// <summary>What one follows, told on the portal and by an e-mail of the day or of the week, through a real SMTP server.</summary>
public sealed class SubscriptionTests : IAsyncLifetime
{
    private readonly MailPortal _portal = new();
    private Branch _college = null!;
    private Branch _physics = null!;
    private Branch _history = null!;

    [Fact]
    public async Task Who_follows_a_kind_is_told_of_it_and_of_nothing_else_in_one_mail_of_the_day()
    {
        var reader = await FollowerAsync(NoticeCategory.Activity);
        var first = await PublishAsync(_physics, NoticeCategory.Activity, AudienceKind.Branch);
        var second = await PublishAsync(_college, NoticeCategory.Activity, AudienceKind.Internet);
        await PublishAsync(_physics, NoticeCategory.News, AudienceKind.Branch);
        await PublishAsync(_history, NoticeCategory.Activity, AudienceKind.Branch);

        await RunAsync();
        await RunAsync();

        var mail = Assert.Single(_portal.Smtp.Received);
        Assert.Contains($"/en/notices/{first.Id}", mail.TextBody);
        Assert.Contains($"/en/notices/{second.Id}", mail.TextBody);
        Assert.Contains(second.Title, mail.TextBody);
        Assert.DoesNotContain(first.Title, mail.ToString());
        Assert.Equal("[Party Portal] 2 messages wait for you", mail.Subject);
        Assert.Equal([first.Id, second.Id], (await MessagesAsync(reader)).Select(m => m.NoticeId!.Value).Order());
    }

    [Fact]
    public async Task The_mail_of_the_week_comes_on_Monday_and_holds_all_of_it()
    {
        var reader = await FollowerAsync(NoticeCategory.Activity);
        await (await reader.OpenAsync("/messages/choices")).SubmitAsync(new Dictionary<string, object> { ["Topics[Followed]"] = "Weekly" });
        var first = await PublishAsync(_physics, NoticeCategory.Activity, AudienceKind.Branch);
        await RunAsync();
        _portal.Clock.Advance(TimeSpan.FromDays(2));
        var second = await PublishAsync(_physics, NoticeCategory.Activity, AudienceKind.Branch);
        await RunAsync();
        _portal.Clock.Advance(TimeSpan.FromDays(3));
        await RunAsync();
        Assert.Empty(_portal.Smtp.Received);

        _portal.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync();

        Assert.Equal(DayOfWeek.Monday, _portal.Today.DayOfWeek);
        var mail = Assert.Single(_portal.Smtp.Received);
        Assert.Contains($"/notices/{first.Id}", mail.TextBody);
        Assert.Contains($"/notices/{second.Id}", mail.TextBody);
    }

    [Fact]
    public async Task One_click_ends_the_mail_and_the_portal_still_tells()
    {
        var reader = await FollowerAsync(NoticeCategory.Activity);
        await PublishAsync(_physics, NoticeCategory.Activity, AudienceKind.Branch);
        await RunAsync();
        var link = new Uri(_portal.Smtp.Received.Single().Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')).PathAndQuery;

        await (await _portal.As(Actor.Public)).PostAsync(link, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        await PublishAsync(_physics, NoticeCategory.Activity, AudienceKind.Branch);
        _portal.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync();

        Assert.Single(_portal.Smtp.Received);
        Assert.Equal(2, (await MessagesAsync(reader)).Count);
        Assert.Contains("Not by e-mail", (await (await _portal.AlsoAsync(reader)).OpenAsync("/en/messages/subscriptions")).Text);
    }

    [Fact]
    public async Task An_organisation_is_followed_with_those_below_it_and_only_in_public()
    {
        var reader = await _portal.As(Actor.PlainAccount);
        await _portal.GiveAddressAsync(reader);
        var page = await reader.OpenAsync("/en/messages/subscriptions");
        await page.SubmitAsync(new { BranchId = page.Choice("BranchId", _college) }, "#follow");
        await page.SubmitAsync(new { BranchId = page.Choice("BranchId", _college) }, "#follow");
        var told = await PublishAsync(_physics, NoticeCategory.News, AudienceKind.Internet);
        await PublishAsync(_physics, NoticeCategory.News, AudienceKind.Branch);
        await PublishAsync(_history, NoticeCategory.News, AudienceKind.Internet);

        await RunAsync();
        Assert.Equal([told.Id], (await MessagesAsync(reader)).Select(m => m.NoticeId!.Value));

        await (await reader.OpenAsync("/messages/subscriptions")).SubmitAsync(new { }, "form[action$='/unfollow']");
        await PublishAsync(_physics, NoticeCategory.News, AudienceKind.Internet);
        await RunAsync();
        Assert.Single(await MessagesAsync(reader));
    }

    [Fact]
    public async Task What_was_withdrawn_before_the_mail_of_the_day_is_not_in_it()
    {
        await FollowerAsync(NoticeCategory.Activity);
        var (id, _) = await PublishAsync(_physics, NoticeCategory.Activity, AudienceKind.Branch);
        await _portal.DeliverAsync();
        await (await (await _portal.As(Actor.Secretary(_physics))).OpenAsync($"/desk/notices/{id}/withdraw")).SubmitAsync(new { Reason = "Wrong" });
        await _portal.InDbAsync(db => new ForgetOldMessages().RunAsync(db, _portal.Clock.UtcNow()));

        await RunAsync();

        Assert.Empty(_portal.Smtp.Received);
    }

    [Fact]
    public async Task Without_a_confirmed_address_the_page_says_so_and_wrong_choices_are_refused()
    {
        var reader = await _portal.As(Actor.Member(_physics));
        await _portal.GiveAddressAsync(reader, isConfirmed: false);
        var page = await reader.OpenAsync("/en/messages/subscriptions");

        Assert.Contains("You have no confirmed e-mail address", page.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.SubmitAsync(new { Categories = new[] { "Gossip" } }, "#categories")).Status);
        (await page.SubmitAsync(new { BranchId = "" }, "#follow")).IsRefusedWith("Fill in: Organisation.");
        (await page.SubmitAsAsync("/en/messages/subscriptions/branches", ("BranchId", "99999999"))).IsRefusedWith("Choose an organisation from the list.");
        (await (await reader.OpenAsync("/en/messages/choices")).SubmitAsync(new Dictionary<string, object> { ["Topics[Followed]"] = "AtOnce" })).IsRefusedWith("These messages do not come in this way.");
        Assert.Equal(0, await _portal.InDbAsync(db => db.CategorySubscriptions.CountAsync()) + await _portal.InDbAsync(db => db.BranchSubscriptions.CountAsync()));
    }

    [Fact]
    public async Task Nobody_sees_what_another_follows()
    {
        await FollowerAsync(NoticeCategory.Activity);

        var other = await _portal.As(Actor.GeneralBranchSecretary(_college));

        Assert.Equal(0, await _portal.InDbAsync(new Viewer { AccountId = other.AccountId, Acting = new ActingRole(0, Role.OrganisationOffice, null, "", "/") }, db => db.CategorySubscriptions.CountAsync()));
    }

    public async ValueTask InitializeAsync()
    {
        await _portal.InitializeAsync();
        var university = await _portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee);
        _college = await _portal.PlantBranchAsync("College", university, BranchKind.GeneralBranch);
        _physics = await _portal.PlantBranchAsync("Physics", _college);
        _history = await _portal.PlantBranchAsync("History", university);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private async Task<Browser> FollowerAsync(NoticeCategory category)
    {
        var reader = await _portal.As(Actor.Member(_physics));
        await _portal.GiveAddressAsync(reader, english: true);
        await (await reader.OpenAsync("/messages/subscriptions")).SubmitAsync(new { Categories = new[] { category.ToString() } }, "#categories");
        return reader;
    }

    private Task<(int Id, string Title)> PublishAsync(Branch branch, NoticeCategory category, AudienceKind audience) => _portal.InDbAsync(async db =>
    {
        var now = _portal.Clock.UtcNow();
        var notice = new Notice(branch.Id, new NoticeContent(Portal.Unique("Notice"), "<p>The text</p>", category, audience), Viewer.System, now);
        db.Add(notice);
        await db.SaveChangesAsync();
        notice.Publish(Viewer.System, now);
        if (audience is AudienceKind.Internet) notice.Approve(new Viewer { AccountId = "second" }, now);
        await db.SaveChangesAsync();
        return (notice.Id, notice.Title);
    });

    private async Task RunAsync()
    {
        await _portal.DeliverAsync();
        await _portal.SendAsync();
    }

    private Task<List<InSiteMessage>> MessagesAsync(Browser reader) => _portal.InDbAsync(db => db.Messages.Where(m => m.AccountId == reader.AccountId && m.Kind == MessageKind.NoticeFollowed).ToListAsync());
}
