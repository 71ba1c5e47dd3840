using PartyPortal.Domain.Messages;

namespace PartyPortal.Web.Platform.Robots;

/// <summary>The robot of a WeCom (企业微信) group.</summary>
internal sealed class WeComRobot(HttpClient http, RobotSettings settings, RobotText text) : IRobot
{
    public Channel Channel => Channel.WeCom;

    public bool IsOn => settings.WeCom is not null;

    public Task<RobotOutcome> SayAsync(PublicNews news) => http.PostTextAsync(settings.WeCom!, text.Of(news));
}
