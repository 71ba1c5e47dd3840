using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PartyPortal.Domain.Messages;

namespace PartyPortal.Web.Platform.Robots;

/// <summary>The robot of a DingTalk (钉钉) group; where the group asks for it, each call is signed.</summary>
internal sealed class DingTalkRobot(HttpClient http, RobotSettings settings, RobotText text, TimeProvider clock) : IRobot
{
    public Channel Channel => Channel.DingTalk;

    public bool IsOn => settings.DingTalk is not null;

    public Task<RobotOutcome> SayAsync(PublicNews news) => http.PostTextAsync(Address(), text.Of(news));

    private Uri Address()
    {
        if (settings.DingTalkSecret is not { Length: > 0 } secret) return settings.DingTalk!;

        var now = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{now}\n{secret}"));
        return new Uri($"{settings.DingTalk}&timestamp={now}&sign={Uri.EscapeDataString(Convert.ToBase64String(sign))}");
    }
}
