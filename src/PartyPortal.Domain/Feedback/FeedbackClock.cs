using PartyPortal.Domain.WorkCalendar;

namespace PartyPortal.Domain.Feedback;

/// <summary>Today, and within how many working days an office takes a message up, answers it and closes it; and within how many days its sender may reopen it.</summary>
public sealed record FeedbackClock(DateOnly Today, WorkingDays Days, int TakeUpDays = 1, int AnswerDays = 5, int CloseDays = 15, int ReopenDays = 10)
{
    /// <summary>Whether a last day may still move, because the holidays of its year are not entered yet.</summary>
    public bool IsProvisional(DateOnly last) => !Days.Knows(last.Year);
}
