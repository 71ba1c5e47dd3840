using PartyPortal.Domain.Messages;

namespace PartyPortal.Web.Features.Messages;

/// <summary>The page on which one can do what a message is about.</summary>
internal static class MessageLink
{
    public static string Of(InSiteMessage message) => message.Kind switch
    {
        MessageKind.ConfirmNotice or MessageKind.ConfirmNoticeAgain or MessageKind.NoticeFollowed or MessageKind.QuestionAnswered or MessageKind.QuestionRemoved or MessageKind.QuestionLookedAt => $"~/notices/{message.NoticeId}",
        MessageKind.ApproveNotice => $"~/desk/notices/{message.NoticeId}/review",
        MessageKind.QuestionAsked => $"~/desk/notices/{message.NoticeId}/questions",
        MessageKind.AnswerCollection or MessageKind.AnswerCollectionAgain or MessageKind.AnswerReturned => $"~/collections/{message.CollectionId}",
        MessageKind.ClassSeat or MessageKind.ClassChanged or MessageKind.ClassCancelled or MessageKind.CertificateTakenBack => $"~/classes/{message.ClassId}",
        MessageKind.FeedbackArrived or MessageKind.FeedbackDue or MessageKind.FeedbackLate => "~/desk/feedback",
        MessageKind.HoursConfirmed or MessageKind.HoursTurnedDown => "~/my/hours",
        MessageKind.HoursObjected => "~/desk/helped-study",
        MessageKind.Late => "~/desk/todo",
        MessageKind.LateBelow or MessageKind.FeedbackLateBelow => "~/desk/reminders",
        MessageKind.QuizMarked or MessageKind.QuizMarkedAnew or MessageKind.AppealDecided or MessageKind.QuizToPass => "~/quizzes",
        MessageKind.CourseAssigned or MessageKind.CourseAssignedAgain => $"~/courses/{message.CourseId}",
        MessageKind.CircleJoined => "~/circles",
        MessageKind.NoteShown => "~/my/notes#shown",
        MessageKind.CourseWithdrawn or MessageKind.CourseNarrowed => $"~/desk/assignments?course={message.CourseId}",
        MessageKind.TicketArrived => "~/desk/tickets",
        MessageKind.TicketAnswered => "~/help/tickets",
        _ => $"~/desk/notices/{message.NoticeId}",
    };
}
