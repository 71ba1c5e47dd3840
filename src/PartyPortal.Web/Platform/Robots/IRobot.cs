using PartyPortal.Domain.Messages;

namespace PartyPortal.Web.Platform.Robots;

/// <summary>A robot of a chat group. It is handed a kind and the number of what everybody may read, never a text: nothing about a person can get into it.</summary>
public interface IRobot
{
    Channel Channel { get; }

    /// <summary>Whether the deployment names its address.</summary>
    bool IsOn { get; }

    /// <returns>What stands in the way; null when the robot took it.</returns>
    Task<RobotOutcome> SayAsync(PublicNews news);
}

/// <summary>Something that happened in public.</summary>
/// <param name="NoticeId">A notice for the Internet; null for a test.</param>
public readonly record struct PublicNews(MessageKind Kind, int? NoticeId);

/// <param name="IsBroken">It may have been said all the same.</param>
public sealed record RobotOutcome(DeliveryTrouble? Trouble = null, bool IsBroken = false);
