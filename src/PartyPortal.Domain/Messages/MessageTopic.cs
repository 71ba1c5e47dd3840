using System.ComponentModel.DataAnnotations;

namespace PartyPortal.Domain.Messages;

/// <summary>What messages are about, as far as somebody may wish to get them by e-mail or not.</summary>
public enum MessageTopic
{
    [Display(Name = "Notices that ask me to confirm")]
    ToConfirm = 1,

    [Display(Name = "Notices that I write or approve")]
    NoticeWork,

    [Display(Name = "Feedback to answer")]
    Feedback,

    [Display(Name = "Questions to the support desk and its answers")]
    Support,
}

/// <summary>How somebody wants the messages of a topic by e-mail.</summary>
public enum MailRhythm
{
    [Display(Name = "At once")]
    AtOnce = 1,

    [Display(Name = "Together, once a day")]
    Daily,

    [Display(Name = "Not by e-mail")]
    Off,
}

public static class MessageTopics
{
    /// <summary>Null for what somebody asked for just now, which nobody turns off, and for what robots say.</summary>
    public static MessageTopic? Topic(this MessageKind kind) => kind switch
    {
        MessageKind.ConfirmNotice or MessageKind.ConfirmNoticeAgain => MessageTopic.ToConfirm,
        MessageKind.ApproveNotice or MessageKind.NoticeApproved or MessageKind.NoticeSentBack or MessageKind.NoticeWithdrawn or MessageKind.NoticeEnds => MessageTopic.NoticeWork,
        MessageKind.FeedbackArrived or MessageKind.FeedbackDue => MessageTopic.Feedback,
        MessageKind.TicketArrived or MessageKind.TicketAnswered => MessageTopic.Support,
        _ => null,
    };
}
