using PartyPortal.Domain.Messages;

namespace PartyPortal.Domain.Tests.Messages;

public sealed class MessageTopicTests
{
    [Theory]
    [InlineData("2026-11-23", "2026-11-30")]
    [InlineData("2026-11-24", "2026-11-30")]
    [InlineData("2026-11-29", "2026-11-30")]
    public void The_mail_of_the_week_comes_on_the_Monday_after(string day, string monday) =>
        Assert.Equal(DateOnly.Parse(monday, System.Globalization.CultureInfo.InvariantCulture), DateOnly.FromDateTime(MessageTopics.NextWeekAfter(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void What_asks_to_act_does_not_wait_for_a_week_and_what_one_follows_comes_together() => Assert.All(Enum.GetValues<MessageTopic>(), topic =>
    {
        Assert.Equal(topic is MessageTopic.Followed, topic.Rhythms().Contains(MailRhythm.Weekly));
        Assert.Contains(topic.UsualRhythm(), topic.Rhythms());
        Assert.Contains(MailRhythm.Off, topic.Rhythms());
    });
}
