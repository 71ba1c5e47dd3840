using PartyPortal.Domain.Messages;

namespace PartyPortal.Web.Platform.Robots;

/// <summary>The addresses of the groups' robots, under Portal:Robots. Whoever knows one may write into the group: they are secrets.</summary>
public sealed class RobotSettings
{
    /// <summary>https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…</summary>
    public Uri? WeCom { get; init; }

    /// <summary>https://oapi.dingtalk.com/robot/send?access_token=…</summary>
    public Uri? DingTalk { get; init; }

    /// <summary>The key by which DingTalk's robot signs, where its group asks for that: SEC….</summary>
    public string? DingTalkSecret { get; init; }

    public IEnumerable<Channel> Channels => new (Uri? Address, Channel Channel)[] { (WeCom, Channel.WeCom), (DingTalk, Channel.DingTalk) }.Where(r => r.Address is not null).Select(r => r.Channel);
}
