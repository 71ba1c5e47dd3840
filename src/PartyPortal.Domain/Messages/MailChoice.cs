using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Messages;

/// <summary>How one account wants one topic by e-mail. Without a row: as is usual for the topic.</summary>
public sealed class MailChoice : IBelongToAccount
{
    private MailChoice() { }

    public MailChoice(string accountId, MessageTopic topic) => (AccountId, Topic) = (accountId, topic);

    public string AccountId { get; private init; } = "";
    public MessageTopic Topic { get; private init; }
    public MailRhythm Rhythm { get; set; } = MailRhythm.AtOnce;
}
