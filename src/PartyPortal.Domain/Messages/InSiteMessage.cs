using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Messages;

public enum MessageKind
{
    [Display(Name = "Please confirm that you know this notice")]
    ConfirmNotice = 1,

    [Display(Name = "Reminder: please confirm that you know this notice")]
    ConfirmNoticeAgain,

    [Display(Name = "A notice waits for your approval")]
    ApproveNotice,

    [Display(Name = "Your notice was approved")]
    NoticeApproved,

    [Display(Name = "Your notice was withdrawn")]
    NoticeWithdrawn,

    [Display(Name = "Your notice ends soon")]
    NoticeEnds,

    [Display(Name = "There is feedback to answer")]
    FeedbackArrived,

    [Display(Name = "The time for some feedback ends today")]
    FeedbackDue,

    [Display(Name = "Your notice was sent back to be mended")]
    NoticeSentBack = 20,

    [Display(Name = "A new notice that you follow")]
    NoticeFollowed,

    [Display(Name = "There is a question under your notice")]
    QuestionAsked,

    [Display(Name = "Your question was answered")]
    QuestionAnswered,

    [Display(Name = "Your question was turned down")]
    QuestionRemoved,

    [Display(Name = "Somebody else has looked at your question again")]
    QuestionLookedAt,

    [Display(Name = "A question waits at the support desk")]
    TicketArrived = 30,

    [Display(Name = "The support desk has answered you")]
    TicketAnswered,

    [Display(Name = "You are asked for material")]
    AnswerCollection = 40,

    [Display(Name = "Reminder: you are asked for material")]
    AnswerCollectionAgain,

    [Display(Name = "What you handed in was sent back")]
    AnswerReturned,

    [Display(Name = "You have a seat in a training class")]
    ClassSeat = 45,

    [Display(Name = "A session of your training class is new, changed or left out")]
    ClassChanged,

    [Display(Name = "Your training class is cancelled")]
    ClassCancelled,

    [Display(Name = "Reminder: a date of your organisation is past")]
    Late = 50,

    [Display(Name = "A date of an organisation below is past")]
    LateBelow,

    [Display(Name = "Reminder: feedback waits past its date")]
    FeedbackLate,

    [Display(Name = "Feedback waits in an organisation below past its date")]
    FeedbackLateBelow,

    [Display(Name = "Your short answers are marked")]
    QuizMarked = 60,

    [Display(Name = "What is right was corrected: your attempt is marked anew")]
    QuizMarkedAnew,

    [Display(Name = "Your appeal against a question is decided")]
    AppealDecided,

    [Display(Name = "Reminder: you are asked to pass a quiz")]
    QuizToPass,

    [Display(Name = "Your self-study was confirmed")]
    HoursConfirmed = 70,

    [Display(Name = "Your self-study was turned down")]
    HoursTurnedDown,

    [Display(Name = "A member objected to the study that you wrote down for them")]
    HoursObjected,

    [Display(Name = "You are asked to take a course")]
    CourseAssigned = 75,

    [Display(Name = "Reminder: you are asked to take a course")]
    CourseAssignedAgain,

    [Display(Name = "A course that you assign is withdrawn")]
    CourseWithdrawn,

    [Display(Name = "A course that you assign is for fewer people now")]
    CourseNarrowed,

    [Display(Name = "A certificate of yours was taken back")]
    CertificateTakenBack,

    [Display(Name = "You read along in a reading circle")]
    CircleJoined = 80,

    [Display(Name = "Somebody shows you a note")]
    NoteShown,

    /// <summary>By e-mail alone.</summary>
    [Display(Name = "The code for your e-mail address")]
    ConfirmAddress = 101,

    /// <summary>By e-mail alone.</summary>
    [Display(Name = "A test: e-mail from the portal arrives")]
    TestMail,

    /// <summary>By the robots of chat groups alone.</summary>
    [Display(Name = "A public notice is out")]
    NoticePublished,

    /// <summary>By the robots of chat groups alone.</summary>
    [Display(Name = "A test: the portal reaches this group")]
    TestRobot,
}

/// <summary>What is told to somebody. The key stands for its cause: an account gets one message for each.</summary>
public sealed record Letter(MessageKind Kind, string Key, DateOnly On, int? NoticeId = null, string? Title = null)
{
    public int? CollectionId { get; init; }

    public int? CourseId { get; init; }
    public int? ClassId { get; init; }
}

/// <summary>A message on the portal itself, for one account. It knows its day, never its hour: an hour would tell when an anonymous message came.</summary>
public sealed class InSiteMessage : IBelongToAccount
{
    public const int KeyMaxLength = 60;

    /// <summary>Room for the name of an organisation and the title of what waits there.</summary>
    public const int TitleMaxLength = 240;

    private InSiteMessage() { }

    public InSiteMessage(string accountId, Letter letter) =>
        (AccountId, Kind, Key, On, NoticeId, CollectionId, ClassId, CourseId, Title) = (accountId, letter.Kind, letter.Key, letter.On, letter.NoticeId, letter.CollectionId, letter.ClassId, letter.CourseId, letter.Title);

    public int Id { get; private init; }
    public string AccountId { get; private init; } = "";
    public MessageKind Kind { get; private init; }
    public string Key { get; private init; } = "";
    public DateOnly On { get; private init; }
    public int? NoticeId { get; private init; }

    public int? CollectionId { get; private init; }

    public int? CourseId { get; private init; }

    public int? ClassId { get; private init; }

    /// <summary>The title of what it is about when it was told; null where it has none.</summary>
    public string? Title { get; private init; }

    /// <summary>The owner's own act, seen by nobody else.</summary>
    public bool IsRead { get; private set; }

    public bool AsksToConfirm => Kind is MessageKind.ConfirmNotice or MessageKind.ConfirmNoticeAgain;

    public void Read() => IsRead = true;
}
