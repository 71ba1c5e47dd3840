using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Messages;
using PartyPortal.Web.Features.Messages;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Messages;

/// <summary>The robots of chat groups, against a listener on loopback.</summary>
public sealed class RobotTests : IAsyncLifetime
{
    private const string Title = "公示：拟接收李华同志为预备党员";
    private const string Key = "0d1b7d6e-secret-of-the-group";
    private const string Secret = "SECsecretofdingtalk";

    private readonly OverheardPortal _portal = new();
    private RobotSink _sink = null!;
    private Branch _college = null!;
    private Branch _physics = null!;

    [Fact]
    public async Task Of_a_public_notice_the_robots_say_a_fixed_sentence_and_its_address_and_nothing_about_anybody()
    {
        var id = await PublishAsync(AudienceKind.Internet);

        await RunAsync();
        await RunAsync();

        var expected = $"智慧党建门户：发布了一条公开通知\nhttp://party.example.edu/notices/{id}";
        Assert.Equal(2, _sink.Said.Count);
        Assert.All(_sink.Said, said =>
        {
            using var body = JsonDocument.Parse(said.Body);
            Assert.Equal(["msgtype", "text"], body.RootElement.EnumerateObject().Select(p => p.Name));
            Assert.Equal(["content"], body.RootElement.GetProperty("text").EnumerateObject().Select(p => p.Name));
            Assert.Equal(("text", expected), (body.RootElement.GetProperty("msgtype").GetString(), body.RootElement.GetProperty("text").GetProperty("content").GetString()));
            foreach (var personal in (string[])[Title, "李华", "Li Hua", "预备党员", "Physics", "College"]) Assert.DoesNotContain(personal, said.Body);
        });
        Assert.Equal([DeliveryState.Sent, DeliveryState.Sent], await StatesAsync());
    }

    [Fact]
    public async Task An_administrator_sends_a_test_into_each_group_which_names_nobody()
    {
        var administrator = await _portal.As(Actor.SystemAdministrator);

        await (await administrator.OpenAsync("/admin/deliveries")).SubmitAsync(new { }, "#test-robots");
        await RunAsync();

        Assert.Equal(2, _sink.Said.Count);
        Assert.All(_sink.Said, said => Assert.Equal("智慧党建门户：测试：门户可以向本群发送消息\nhttp://party.example.edu/", JsonDocument.Parse(said.Body).RootElement.GetProperty("text").GetProperty("content").GetString()));
        Assert.Equal([DeliveryState.Sent, DeliveryState.Sent], await StatesAsync());
    }

    [Fact]
    public async Task Of_an_internal_notice_they_say_nothing()
    {
        await PublishAsync(AudienceKind.Branch);

        await RunAsync();

        Assert.Empty(_sink.Said);
        Assert.Empty(await StatesAsync());
    }

    [Fact]
    public async Task What_was_withdrawn_meanwhile_is_not_said()
    {
        var id = await PublishAsync(AudienceKind.Internet);
        await _portal.InDbAsync(db => DeliverAsync(db));
        await (await (await _portal.As(Actor.GeneralBranchSecretary(_college))).OpenAsync($"/desk/notices/{id}/withdraw")).SubmitAsync(new { Reason = "Wrong date" });

        await RunAsync();

        Assert.Empty(_sink.Said);
        Assert.Equal([DeliveryState.Dropped, DeliveryState.Dropped], await StatesAsync());
    }

    [Theory]
    [InlineData(500, "", DeliveryTrouble.Later), InlineData(200, """{"errcode":45009,"errmsg":"too many"}""", DeliveryTrouble.Later)]
    [InlineData(200, """{"errcode":93000,"errmsg":"invalid webhook"}""", DeliveryTrouble.SignInRefused), InlineData(200, "<html>", DeliveryTrouble.SignInRefused), InlineData(302, "", DeliveryTrouble.SignInRefused)]
    public async Task A_robot_that_refuses_is_asked_again_later_and_its_trouble_is_in_sight(int status, string body, DeliveryTrouble trouble)
    {
        await PublishAsync(AudienceKind.Internet);
        _sink.Answer = (status, body);
        await RunAsync();
        Assert.Equal([trouble, trouble], await _portal.InDbAsync(db => db.Deliveries.Select(d => d.Trouble!.Value).ToListAsync()));

        _sink.Answer = (200, """{"errcode":0}""");
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync();

        Assert.Equal(4, _sink.Said.Count);
        Assert.Equal([DeliveryState.Sent, DeliveryState.Sent], await StatesAsync());
        Assert.Contains("WeCom", (await (await _portal.As(Actor.SystemAdministrator)).OpenAsync("/en/admin/deliveries")).Text);
    }

    [Fact]
    public async Task DingTalk_is_called_with_a_signature_and_no_line_of_the_log_holds_a_key()
    {
        await PublishAsync(AudienceKind.Internet);

        await RunAsync();

        var query = QueryHelpers.ParseQuery(new Uri("http://x" + _sink.Said.Single(s => s.Address.StartsWith("/dingtalk", StringComparison.Ordinal)).Address).Query);
        var now = _portal.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.Equal($"{now}", query["timestamp"].ToString());
        Assert.Equal(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{now}\n{Secret}"))), query["sign"].ToString());
        Assert.DoesNotContain(Key, _portal.Log);
        Assert.DoesNotContain(query["sign"].ToString(), WebUtility.UrlDecode(_portal.Log));
    }

    public async ValueTask InitializeAsync()
    {
        _sink = await RobotSink.StartAsync();
        _portal.With("Portal:Robots:WeCom", $"{_sink.Address}/wecom/send?key={Key}").With("Portal:Robots:DingTalk", $"{_sink.Address}/dingtalk/send?access_token={Key}")
            .With("Portal:Robots:DingTalkSecret", Secret).With("Portal:PublicAddress", "http://party.example.edu");
        await _portal.InitializeAsync();
        var university = await _portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee);
        _college = await _portal.PlantBranchAsync("College", university, BranchKind.GeneralBranch);
        _physics = await _portal.PlantBranchAsync("Physics", _college);
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _sink.DisposeAsync();
    }

    private async Task<int> PublishAsync(AudienceKind audience)
    {
        var (author, approver) = (await _portal.As(Actor.Secretary(_physics)), await _portal.As(Actor.GeneralBranchSecretary(_college)));
        var saved = await (await author.OpenAsync("/desk/notices/new")).SubmitAsync(new { Title, Body = "<p>李华 Li Hua, Physics</p>", AudienceKind = audience });
        await (await author.FollowAsync(saved)).SubmitAsync(new { }, "#publish");
        var id = int.Parse(saved.Location!.Split('/')[^1]);
        if (audience is AudienceKind.Internet) await (await approver.OpenAsync($"/desk/notices/{id}/review")).SubmitAsync(new { }, "#approve");
        return id;
    }

    private Task RunAsync() => _portal.InDbAsync(async db =>
    {
        await DeliverAsync(db);
        await JobOf<SendToRobots>().RunAsync(db, _portal.Clock.UtcNow());
    });

    private Task DeliverAsync(Data.PortalDb db) => JobOf<DeliverMessages>().RunAsync(db, _portal.Clock.UtcNow());

    private T JobOf<T>() where T : IPortalJob => _portal.Services.GetServices<IPortalJob>().OfType<T>().Single();

    private Task<List<DeliveryState>> StatesAsync() => _portal.InDbAsync(db => db.Deliveries.Select(d => d.State).ToListAsync());
}
