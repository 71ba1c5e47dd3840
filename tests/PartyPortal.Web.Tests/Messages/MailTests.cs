using System.Net;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Messages;
using PartyPortal.Web.Features.Feedback;
using PartyPortal.Web.Features.Messages;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Messages;

/// <summary>E-mail through a real SMTP server on loopback, each test on a database of its own.</summary>
public sealed class MailTests : IAsyncLifetime
{
    private readonly MailPortal _portal = new();
    private Branch _physics = null!;

    [Fact]
    public async Task A_reader_gets_the_message_by_mail_in_plain_text_without_a_name_or_an_internal_title()
    {
        var reader = await _portal.As(Actor.Member(_physics));
        var address = await _portal.GiveAddressAsync(reader);
        var (id, title) = await PublishAsync();

        await RunAsync();

        var mail = Assert.Single(_portal.Smtp.Received);
        var text = mail.TextBody;
        Assert.Equal(address, Assert.Single(mail.To.Mailboxes).Address);
        Assert.Equal("", mail.To.Mailboxes.Single().Name ?? "");
        Assert.Contains("请确认已知悉此通知", mail.Subject + text);
        Assert.Contains($"party.example.edu/notices/{id}", text);
        Assert.DoesNotContain(title, mail.ToString());
        Assert.DoesNotContain(await NameOfAsync(reader), mail.ToString());
        Assert.IsType<TextPart>(mail.Body);
        Assert.Equal((DeliveryState.Sent, false), await StateAsync(reader));
        Assert.Equal($"{(await _portal.DeliveriesAsync(reader)).Single().Mark:N}@party.example.edu", mail.MessageId);
    }

    [Fact]
    public async Task It_speaks_English_to_whom_has_chosen_so_and_names_titles_where_the_organisation_says_so()
    {
        await _portal.SetAsync("MailNamesTitles", "True");
        var reader = await _portal.As(Actor.Member(_physics));
        await _portal.GiveAddressAsync(reader, english: true);
        var (id, title) = await PublishAsync();

        await RunAsync();

        var mail = Assert.Single(_portal.Smtp.Received);
        Assert.Contains("Please confirm that you know this notice", mail.Subject);
        Assert.Contains($"party.example.edu/en/notices/{id}", mail.TextBody);
        Assert.Contains(title, mail.TextBody);
    }

    [Fact]
    public async Task Nothing_is_sent_to_an_unconfirmed_address_or_where_the_topic_is_off_and_nothing_twice()
    {
        var (unconfirmed, off, plain) = (await _portal.As(Actor.Member(_physics)), await _portal.As(Actor.Member(_physics)), await _portal.As(Actor.Member(_physics)));
        await _portal.GiveAddressAsync(unconfirmed, isConfirmed: false);
        await _portal.GiveAddressAsync(off);
        var address = await _portal.GiveAddressAsync(plain);
        await (await off.OpenAsync("/messages/choices")).SubmitAsync(new Dictionary<string, object> { ["Topics[ToConfirm]"] = "Off" });
        await PublishAsync();

        await RunAsync();
        await RunAsync();

        Assert.Equal([address], _portal.Smtp.Received.SelectMany(m => m.To.Mailboxes).Select(m => m.Address));
    }

    [Fact]
    public async Task One_click_in_the_mail_program_turns_the_topic_off_without_a_sign_in_and_looking_turns_nothing_off()
    {
        var reader = await _portal.As(Actor.Member(_physics));
        await _portal.GiveAddressAsync(reader);
        await PublishAsync();
        await RunAsync();
        var mail = _portal.Smtp.Received.Single();
        var link = new Uri(mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')).PathAndQuery;
        var stranger = await _portal.As(Actor.Public);

        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Contains("需要我确认的通知", (await stranger.OpenAsync(link)).Text);
        Assert.Equal(0, await _portal.InDbAsync(db => db.MailChoices.CountAsync()));
        var pressed = await stranger.PostAsync(link, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        Assert.Equal(HttpStatusCode.OK, pressed.Status);
        await stranger.FindsNothingAt(link[..^4] + "AAAA");

        await PublishAsync();
        await RunAsync();
        Assert.Single(_portal.Smtp.Received);
        Assert.Equal(2, await _portal.InDbAsync(db => db.Messages.CountAsync(m => m.AccountId == reader.AccountId)));
    }

    [Fact]
    public async Task A_choice_that_does_not_exist_is_refused()
    {
        var reader = await _portal.As(Actor.Member(_physics));

        var answer = await (await reader.OpenAsync("/messages/choices")).SubmitAsync(new Dictionary<string, object> { ["Topics[ToConfirm]"] = "Hourly" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(0, await _portal.InDbAsync(db => db.MailChoices.CountAsync()));
    }

    [Fact]
    public async Task A_mail_server_that_is_away_for_an_hour_loses_nothing()
    {
        var readers = await ReadersAsync(5);
        var administrator = await _portal.As(Actor.SystemAdministrator);
        _portal.Smtp.GoAway();
        await PublishAsync();
        await RunAsync();
        Assert.Contains("The server cannot be reached", (await administrator.OpenAsync("/en/admin/deliveries?state=Waiting")).Text);

        for (var minute = 0; minute < 60; minute++) await AfterAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(_portal.Smtp.Received);
        _portal.Smtp.ComeBack();
        for (var minute = 0; minute < 15; minute++) await AfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(readers.Values.Order(), _portal.Smtp.Received.Select(m => m.To.Mailboxes.Single().Address).Order());
        Assert.True(await _portal.InDbAsync(db => db.Deliveries.AllAsync(d => d.State == DeliveryState.Sent && !d.MayBeTwice && d.Attempts < 12)));
    }

    [Fact]
    public async Task What_cannot_be_sent_for_three_days_is_given_up_in_sight_and_can_be_tried_again()
    {
        await ReadersAsync(1);
        var administrator = await _portal.As(Actor.SystemAdministrator);
        _portal.Smtp.GoAway();
        await PublishAsync();
        await RunAsync();
        for (var day = 0; day < 3; day++) await AfterAsync(TimeSpan.FromDays(1));

        administrator = await _portal.AlsoAsync(administrator);
        var page = await administrator.OpenAsync("/en/admin/deliveries?state=GivenUp");
        Assert.Contains("The server cannot be reached", page.Text);
        Assert.Contains("r***@mail.example.edu", page.Text);
        _portal.Smtp.ComeBack();
        await page.SubmitAsync(new { }, "form[action$='/again']");
        await _portal.SendAsync();

        Assert.Single(_portal.Smtp.Received);
    }

    [Fact]
    public async Task A_slow_server_gets_everything_and_a_silent_one_gets_it_again_under_the_same_id()
    {
        await ReadersAsync(2);
        _portal.Smtp.Pause = TimeSpan.FromMilliseconds(100);
        await PublishAsync();
        await RunAsync();
        Assert.Equal(2, _portal.Smtp.Received.Count);

        (_portal.Smtp.Pause, _portal.Smtp.IsSilent) = (TimeSpan.Zero, true);
        await PublishAsync();
        await RunAsync();
        Assert.Contains(DeliveryTrouble.NoAnswer, await _portal.InDbAsync(db => db.Deliveries.Where(d => d.State == DeliveryState.Waiting && d.MayBeTwice).Select(d => d.Trouble!.Value).ToListAsync()));
        _portal.Smtp.IsSilent = false;
        await AfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(4, _portal.Smtp.Received.Select(m => m.MessageId).Distinct().Count());
        Assert.Equal(_portal.Smtp.Received.Count - 4, await _portal.InDbAsync(db => db.Deliveries.CountAsync(d => d.MayBeTwice)));
        Assert.True(await _portal.InDbAsync(db => db.Deliveries.AllAsync(d => d.State == DeliveryState.Sent)));
    }

    [Fact]
    public async Task A_refused_address_is_given_up_and_marked_and_the_others_get_theirs()
    {
        var readers = await ReadersAsync(3);
        var (unlucky, address) = readers.First();
        _portal.Smtp.Refuse = to => to == address ? "550 5.1.1 no such user" : null;
        await PublishAsync();
        await RunAsync();
        await PublishAsync();
        await RunAsync();

        Assert.Equal(4, _portal.Smtp.Received.Count);
        var delivery = Assert.Single(await _portal.DeliveriesAsync(unlucky));
        Assert.Equal((DeliveryState.GivenUp, DeliveryTrouble.AddressRefused), (delivery.State, delivery.Trouble));
        Assert.Contains("Your mail server has refused this address", (await unlucky.OpenAsync("/en/account/email")).Text);
        Assert.Contains("Your mail server has refused your address", (await unlucky.OpenAsync("/en/messages/choices")).Text);
    }

    [Fact]
    public async Task An_address_that_is_asked_to_wait_waits()
    {
        await ReadersAsync(1);
        _portal.Smtp.Refuse = _ => "450 4.2.0 greylisted";
        await PublishAsync();
        await RunAsync();
        _portal.Smtp.Refuse = _ => null;
        Assert.Empty(_portal.Smtp.Received);

        await AfterAsync(TimeSpan.FromMinutes(1));

        Assert.Single(_portal.Smtp.Received);
    }

    [Fact]
    public async Task What_was_broken_off_is_sent_again_under_the_same_id_and_counted()
    {
        var (reader, _) = (await ReadersAsync(1)).Single();
        await PublishAsync();
        await _portal.DeliverAsync();
        var mark = await _portal.InDbAsync(async db =>
        {
            var delivery = await db.Deliveries.SingleAsync();
            delivery.Begin();
            await db.SaveChangesAsync();
            return delivery.Mark;
        });

        await _portal.SendAsync();

        Assert.Equal((DeliveryState.Sent, true), await StateAsync(reader));
        Assert.StartsWith($"{mark:N}@", _portal.Smtp.Received.Single().MessageId);
        var page = await (await _portal.As(Actor.SystemAdministrator)).OpenAsync("/en/admin/deliveries");
        Assert.Contains("May have arrived twice1", page.Text);
    }

    [Fact]
    public async Task What_was_read_on_the_portal_meanwhile_is_not_sent()
    {
        var (reader, _) = (await ReadersAsync(1)).Single();
        var (id, _) = await PublishAsync();
        await _portal.DeliverAsync();
        await (await reader.OpenAsync($"/notices/{id}")).SubmitAsync(new { });

        await _portal.SendAsync();

        Assert.Empty(_portal.Smtp.Received);
        Assert.Equal((DeliveryState.Dropped, false), await StateAsync(reader));
    }

    [Fact]
    public async Task At_night_mail_waits_for_the_morning()
    {
        await ReadersAsync(1);
        _portal.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 14, 30, 0, TimeSpan.Zero));
        await PublishAsync();
        await RunAsync();
        Assert.Empty(_portal.Smtp.Received);

        await AfterAsync(TimeSpan.FromHours(8));
        Assert.Empty(_portal.Smtp.Received);
        await AfterAsync(TimeSpan.FromMinutes(30));

        Assert.Single(_portal.Smtp.Received);
    }

    [Fact]
    public async Task Who_wants_it_so_gets_one_mail_a_day_with_all_that_waits()
    {
        var (reader, _) = (await ReadersAsync(1)).Single();
        await (await reader.OpenAsync("/en/messages/choices")).SubmitAsync(new Dictionary<string, object> { ["Topics[ToConfirm]"] = "Daily" });
        _portal.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero));
        var notices = new[] { (await PublishAsync()).Id, (await PublishAsync()).Id };
        await RunAsync();
        Assert.Empty(_portal.Smtp.Received);

        await AfterAsync(TimeSpan.FromHours(1));
        var mail = Assert.Single(_portal.Smtp.Received);
        Assert.All(notices, id => Assert.Contains($"/notices/{id}", mail.TextBody));
        Assert.Contains("您有2条消息", mail.Subject);

        await PublishAsync();
        await AfterAsync(TimeSpan.FromHours(1));
        Assert.Single(_portal.Smtp.Received);
        await AfterAsync(TimeSpan.FromHours(23));
        Assert.Equal(2, _portal.Smtp.Received.Count);
    }

    [Fact]
    public async Task Feedback_about_an_office_holder_reaches_that_person_by_no_mail_and_no_mail_says_what_it_is()
    {
        var college = await _portal.InDbAsync(db => db.Branches.SingleAsync(b => b.Id == _physics.ParentId));
        var (concerned, above) = (await _portal.As(Actor.Secretary(_physics)), await _portal.As(Actor.GeneralBranchSecretary(college)));
        await _portal.GiveAddressAsync(concerned);
        var address = await _portal.GiveAddressAsync(above);
        await _portal.InDbAsync(async db =>
        {
            var branch = await db.Branches.Include(b => b.Parent).SingleAsync(b => b.Id == _physics.Id);
            db.Add(new FeedbackItem(FeedbackKind.Problem, "The secretary never answers", branch, Role.Secretary, null, ReceiptCode.HashOf(Guid.NewGuid().ToString()), _portal.FeedbackClock));
            db.Add(new RoleGrant(concerned.AccountId!, Role.GeneralBranchSecretary, await db.Branches.SingleAsync(b => b.Id == college.Id), new DateOnly(2024, 1, 1), "test"));
            await db.SaveChangesAsync();
        });

        _portal.Clock.Advance(TimeSpan.FromDays(1));
        await _portal.InDbAsync(db => new TellOfFeedback().RunAsync(db, _portal.Clock.UtcNow()));
        await _portal.SendAsync();

        var mail = Assert.Single(_portal.Smtp.Received);
        Assert.Equal(address, mail.To.Mailboxes.Single().Address);
        Assert.DoesNotContain("never answers", mail.ToString());
        Assert.DoesNotContain("Physics", mail.ToString());
        Assert.Empty(await _portal.DeliveriesAsync(concerned));
    }

    [Fact]
    public async Task The_administrator_sends_a_test_to_the_own_address()
    {
        var administrator = await _portal.As(Actor.SystemAdministrator);
        administrator.Http.DefaultRequestHeaders.Referrer = new Uri("http://localhost/en/admin/deliveries");
        var refused = await (await administrator.OpenAsync("/en/admin/deliveries")).SubmitAsync(new { }, "form[action$='/test']");
        Assert.Contains("Name one under “My account” first.", (await administrator.FollowAsync(refused)).Text);
        await _portal.GiveAddressAsync(administrator, isConfirmed: false);

        await (await administrator.OpenAsync("/en/admin/deliveries")).SubmitAsync(new { }, "form[action$='/test']");
        await _portal.SendAsync();

        var mail = Assert.Single(_portal.Smtp.Received);
        Assert.Null(mail.Headers[HeaderId.ListUnsubscribe]);
        Assert.Contains("A test: e-mail from the portal arrives", (await administrator.OpenAsync("/en/admin/deliveries")).Text);
    }

    [Fact]
    public async Task Nobody_else_sees_what_leaves_the_portal() => await (await _portal.As(Actor.OrganisationOffice)).IsRefusedAt("/admin/deliveries");

    [Fact]
    public async Task Old_deliveries_are_removed()
    {
        await ReadersAsync(1);
        await PublishAsync();
        await RunAsync();

        await _portal.InDbAsync(db => new ForgetOldMessages().RunAsync(db, _portal.Clock.UtcNow().AddDays(31)));

        Assert.Equal(0, await _portal.InDbAsync(db => db.Deliveries.CountAsync()));
    }

    public async ValueTask InitializeAsync()
    {
        await _portal.InitializeAsync();
        var university = await _portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee);
        _physics = await _portal.PlantBranchAsync("Physics", await _portal.PlantBranchAsync("College", university, BranchKind.GeneralBranch));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private async Task<Dictionary<Browser, string>> ReadersAsync(int count)
    {
        Dictionary<Browser, string> readers = [];
        for (var i = 0; i < count; i++)
        {
            var reader = await _portal.As(Actor.Member(_physics));
            readers[reader] = await _portal.GiveAddressAsync(reader);
        }

        return readers;
    }

    private async Task<(int Id, string Title)> PublishAsync()
    {
        var (author, title) = (await _portal.As(Actor.Secretary(_physics)), Portal.Unique("Notice"));
        var saved = await (await author.OpenAsync("/desk/notices/new")).SubmitAsync(new { Title = title, Body = "<p>The text</p>", AudienceKind = AudienceKind.Branch, AsksForConfirmation = true });
        await (await author.FollowAsync(saved)).SubmitAsync(new { }, "#publish");
        return (int.Parse(saved.Location!.Split('/')[^1]), title);
    }

    private async Task RunAsync()
    {
        await _portal.DeliverAsync();
        await _portal.SendAsync();
    }

    private Task AfterAsync(TimeSpan time)
    {
        _portal.Clock.Advance(time);
        return RunAsync();
    }

    private async Task<(DeliveryState, bool)> StateAsync(Browser reader) => (await _portal.DeliveriesAsync(reader)).Select(d => (d.State, d.MayBeTwice)).Single();

    private Task<string> NameOfAsync(Browser reader) => _portal.InDbAsync(db => db.Users.Where(a => a.Id == reader.AccountId).Select(a => a.DisplayName).SingleAsync());
}
