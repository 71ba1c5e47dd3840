using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Messages;

/// <summary>Which changes are told to people. Looked up at each save, so that no page can forget to tell.</summary>
internal static class Causes
{
    public static IReadOnlyList<OutboxMessage> Of(PortalDb db) =>
    [
        .. Changed<Notice>(db).SelectMany(e => KindsOf(e).Select(kind => new OutboxMessage(kind, e.Entity.Id, db.Viewer.AccountId))),
        .. db.ChangeTracker.Entries<NoticeQuestion>().Where(e => e.State is EntityState.Added)
            .Select(e => new OutboxMessage(MessageKind.QuestionAsked, e.Entity.NoticeId, e.Entity.AskedBy)),
        .. db.ChangeTracker.Entries<NoticeQuestion>().Where(e => e.State is EntityState.Modified && e.Entity is { Answer: not null, AskedBy: not null })
            .Select(e => new OutboxMessage(MessageKind.QuestionAnswered, e.Entity.NoticeId, db.Viewer.AccountId)),
        .. Changed<NoticeQuestion>(db).SelectMany(e => KindsOf(e).Select(kind => new OutboxMessage(kind, e.Entity.Id, db.Viewer.AccountId))),
        .. Changed<Collection>(db).SelectMany(e => KindsOf(e).Select(kind => new OutboxMessage(kind, e.Entity.Id, db.Viewer.AccountId))),
        .. Changed<CollectionAnswer>(db).Where(e => e.Property(a => a.State) is { IsModified: true, CurrentValue: AnswerState.Returned })
            .Select(e => new OutboxMessage(MessageKind.AnswerReturned, e.Entity.Id, db.Viewer.AccountId)),
        .. Changed<Appeal>(db).Where(e => e.Property(a => a.State).IsModified).Select(e => new OutboxMessage(MessageKind.AppealDecided, e.Entity.Id, db.Viewer.AccountId)),
        .. Changed<Quiz>(db).Where(e => e.Property(q => q.RemindedOn).IsModified).Select(e => new OutboxMessage(MessageKind.QuizToPass, e.Entity.Id, db.Viewer.AccountId)),
        .. OfClasses(db).Distinct().Select(cause => new OutboxMessage(cause.Kind, cause.ClassId, db.Viewer.AccountId)),
        .. Changed<SelfStudy>(db).SelectMany(e => KindsOf(e).Select(kind => new OutboxMessage(kind, e.Entity.Id, db.Viewer.AccountId))),
        .. OfAssignments(db),
        // By the person: a row that is being added has no number yet.
        .. db.ChangeTracker.Entries<CircleMember>().Where(e => e.State is EntityState.Added).Select(e => new OutboxMessage(MessageKind.CircleJoined, e.Entity.PersonId, db.Viewer.AccountId)),
        .. db.ChangeTracker.Entries<NoteReader>().Where(e => e.State is EntityState.Added or EntityState.Deleted).Select(e => new OutboxMessage(MessageKind.NoteShown, e.Entity.PersonId, db.Viewer.AccountId)),
        .. Changed<Course>(db).SelectMany(e => KindsOf(e).Select(kind => new OutboxMessage(kind, e.Entity.Id, db.Viewer.AccountId))),
    ];

    /// <summary>A seat may be free for somebody who waits; or the class is not held, or held otherwise than it was said.</summary>
    private static IEnumerable<(MessageKind Kind, int ClassId)> OfClasses(PortalDb db)
    {
        foreach (var given in db.ChangeTracker.Entries<ClassSignUp>().Where(e => e.State is EntityState.Deleted or EntityState.Added)) yield return (MessageKind.ClassSeat, given.Entity.ClassId);
        foreach (var changed in Changed<TrainingClass>(db))
        {
            if (changed.Property(c => c.Quota).IsModified) yield return (MessageKind.ClassSeat, changed.Entity.Id);
            if (changed.Property(c => c.State) is { IsModified: true, CurrentValue: ClassState.Cancelled, OriginalValue: ClassState.Announced }) yield return (MessageKind.ClassCancelled, changed.Entity.Id);
        }

        foreach (var session in db.ChangeTracker.Entries<ClassSession>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
            if (db.ChangeTracker.Entries<TrainingClass>().Any(c => c.State is not EntityState.Added && c.Entity.Id == session.Entity.ClassId && c.Entity.State is ClassState.Announced)) yield return (MessageKind.ClassChanged, session.Entity.ClassId);
    }

    private static IEnumerable<OutboxMessage> OfAssignments(PortalDb db) =>
    [
        // By its course: a row that is being added has no number yet.
        .. db.ChangeTracker.Entries<CourseAssignment>().Where(e => e.State is EntityState.Added).Select(e => new OutboxMessage(MessageKind.CourseAssigned, e.Entity.CourseId, db.Viewer.AccountId)),
        .. Changed<CourseAssignment>(db).Where(e => e.Property(a => a.RemindedOn).IsModified).Select(e => new OutboxMessage(MessageKind.CourseAssignedAgain, e.Entity.Id, db.Viewer.AccountId)),
    ];

    private static IEnumerable<EntityEntry<T>> Changed<T>(PortalDb db) where T : class => db.ChangeTracker.Entries<T>().Where(e => e.State is EntityState.Modified);

    private static IEnumerable<MessageKind> KindsOf(EntityEntry<Notice> entry)
    {
        var (before, notice) = (entry.Property(n => n.State).OriginalValue, entry.Entity);
        if (entry.Property(n => n.RemindedOn) is { IsModified: true }) yield return MessageKind.ConfirmNoticeAgain;
        if (before == notice.State) yield break;

        if (notice.State is NoticeState.AwaitingApproval) yield return MessageKind.ApproveNotice;
        if (notice.State is NoticeState.SentBack) yield return MessageKind.NoticeSentBack;
        if (notice.State is NoticeState.Withdrawn) yield return MessageKind.NoticeWithdrawn;
        if (before is NoticeState.AwaitingApproval && notice.State is NoticeState.Published or NoticeState.Scheduled) yield return MessageKind.NoticeApproved;
        if (notice.State is NoticeState.Published && notice.AsksForConfirmation) yield return MessageKind.ConfirmNotice;
        // What asks to be confirmed is told to all its readers already.
        if (notice.State is NoticeState.Published && !notice.AsksForConfirmation) yield return MessageKind.NoticeFollowed;
        if (notice.State is NoticeState.Published && notice.AudienceKey == Audience.Internet) yield return MessageKind.NoticePublished;
    }

    private static IEnumerable<MessageKind> KindsOf(EntityEntry<NoticeQuestion> entry)
    {
        if (entry.Property(q => q.SecondLook) is { IsModified: true }) yield return MessageKind.QuestionLookedAt;
        else if (entry.Property(q => q.RemovedBecause) is { IsModified: true }) yield return MessageKind.QuestionRemoved;
    }

    private static IEnumerable<MessageKind> KindsOf(EntityEntry<Course> entry)
    {
        if (entry.Property(c => c.State) is { IsModified: true, OriginalValue: StudyState.Published }) yield return MessageKind.CourseWithdrawn;
        // Whether it is narrower for those whom somebody asks is seen when it is told.
        else if (entry.Property(c => c.AudienceKey).IsModified || entry.Property(c => c.StageBits).IsModified) yield return MessageKind.CourseNarrowed;
    }

    private static IEnumerable<MessageKind> KindsOf(EntityEntry<SelfStudy> entry)
    {
        if (entry.Property(s => s.State).OriginalValue == entry.Entity.State) yield break;
        // What the member says themselves they need not be told.
        if (entry.Entity.State is SelfStudyState.Objected) yield return MessageKind.HoursObjected;
        if (entry.Entity is { State: SelfStudyState.Confirmed } and not { IsByOfficer: true, SignedOn: null }) yield return MessageKind.HoursConfirmed;
        if (entry.Entity.State is SelfStudyState.TurnedDown) yield return MessageKind.HoursTurnedDown;
    }

    private static IEnumerable<MessageKind> KindsOf(EntityEntry<Collection> entry)
    {
        if (entry.Property(c => c.State).OriginalValue is CollectionState.Draft && entry.Entity.State is CollectionState.Open) yield return MessageKind.AnswerCollection;
        if (entry.Property(c => c.RemindedOn) is { IsModified: true }) yield return MessageKind.AnswerCollectionAgain;
    }
}
