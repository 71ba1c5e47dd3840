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

    [Display(Name = "Notices that I follow")]
    Followed = 20,

    [Display(Name = "Answers to my questions")]
    Answers,

    [Display(Name = "Material that I am asked for")]
    Collections = 30,

    [Display(Name = "Training classes that I signed up for")]
    Classes = 35,

    [Display(Name = "What waits in my organisations past its date")]
    Late = 40,

    [Display(Name = "Quizzes that I took or am asked to pass")]
    Quizzes = 60,

    [Display(Name = "My class hours")]
    Hours = 70,

    [Display(Name = "Courses that I am asked to take or that my organisation assigns")]
    Courses = 75,

    [Display(Name = "Reading circles that I am taken into, and notes that their readers show me")]
    Circles = 80,
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

    [Display(Name = "Together, once a week")]
    Weekly,
}

public static class MessageTopics
{
    /// <summary>Null for what somebody asked for just now, which nobody turns off, and for what robots say.</summary>
    public static MessageTopic? Topic(this MessageKind kind) => kind switch
    {
        MessageKind.ConfirmNotice or MessageKind.ConfirmNoticeAgain => MessageTopic.ToConfirm,
        MessageKind.ApproveNotice or MessageKind.NoticeApproved or MessageKind.NoticeSentBack or MessageKind.NoticeWithdrawn or MessageKind.NoticeEnds or MessageKind.QuestionAsked => MessageTopic.NoticeWork,
        MessageKind.FeedbackArrived or MessageKind.FeedbackDue => MessageTopic.Feedback,
        MessageKind.TicketArrived or MessageKind.TicketAnswered => MessageTopic.Support,
        MessageKind.NoticeFollowed => MessageTopic.Followed,
        MessageKind.QuestionAnswered or MessageKind.QuestionRemoved or MessageKind.QuestionLookedAt => MessageTopic.Answers,
        MessageKind.AnswerCollection or MessageKind.AnswerCollectionAgain or MessageKind.AnswerReturned => MessageTopic.Collections,
        MessageKind.ClassSeat or MessageKind.ClassChanged or MessageKind.ClassCancelled or MessageKind.CertificateTakenBack => MessageTopic.Classes,
        MessageKind.Late or MessageKind.LateBelow or MessageKind.FeedbackLate or MessageKind.FeedbackLateBelow => MessageTopic.Late,
        MessageKind.QuizMarked or MessageKind.QuizMarkedAnew or MessageKind.AppealDecided or MessageKind.QuizToPass => MessageTopic.Quizzes,
        MessageKind.HoursConfirmed or MessageKind.HoursTurnedDown or MessageKind.HoursObjected => MessageTopic.Hours,
        MessageKind.CourseAssigned or MessageKind.CourseAssignedAgain or MessageKind.CourseWithdrawn or MessageKind.CourseNarrowed => MessageTopic.Courses,
        MessageKind.CircleJoined or MessageKind.NoteShown => MessageTopic.Circles,
        _ => null,
    };

    /// <summary>What holds until somebody chooses.</summary>
    public static MailRhythm UsualRhythm(this MessageTopic topic) => topic is MessageTopic.Followed ? MailRhythm.Daily : MailRhythm.AtOnce;

    /// <summary>What may be chosen: what asks somebody to act does not wait for a week, and what one follows does not come one by one.</summary>
    public static IReadOnlyList<MailRhythm> Rhythms(this MessageTopic topic) =>
        topic is MessageTopic.Followed ? [MailRhythm.Daily, MailRhythm.Weekly, MailRhythm.Off] : [MailRhythm.AtOnce, MailRhythm.Daily, MailRhythm.Off];

    /// <summary>The instant before which the e-mail of the week is not sent: eight o'clock, Beijing time, on the Monday after a day.</summary>
    public static DateTime NextWeekAfter(DateOnly day) =>
        day.AddDays(7 - (((int)day.DayOfWeek + 6) % 7)).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
