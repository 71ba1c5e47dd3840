using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Audit;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Guides;
using PartyPortal.Domain.Help;
using PartyPortal.Domain.Jobs;
using PartyPortal.Domain.Maintaining;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Postings;
using PartyPortal.Domain.Problems;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Search;
using PartyPortal.Domain.Settings;
using PartyPortal.Domain.Study;
using PartyPortal.Domain.Todos;
using PartyPortal.Domain.WorkCalendar;

namespace PartyPortal.Data.Access;

/// <summary>Which rows a viewer may read. What is filtered out does not exist for that viewer.</summary>
public static class Visibility
{
    public const string Filter = nameof(Visibility);

    /// <summary>The entities without a filter, each with the reason. Every other one must have it: a test looks.</summary>
    public static readonly IReadOnlyDictionary<Type, string> Unfiltered = new Dictionary<Type, string>
    {
        [typeof(Branch)] = "names of branches are public inside the portal, and people are seen through them",
        [typeof(BranchPeriod)] = "as its branch",
        [typeof(BranchGroup)] = "as its branch: a name, no person",
        [typeof(RoleGrant)] = "read by the pages of accounts and roles, behind their policy; a branch's page names the posts that are filled, never by whom",
        [typeof(AuditEntry)] = "read by the auditor's page alone, behind its policy",
        [typeof(AuditSeal)] = "numbers and hashes, read where the audit is",
        [typeof(SignInSession)] = "read by session id or by its own account alone",
        [typeof(Job)] = "kinds of work and their hours, about nobody",
        [typeof(OutboxMessage)] = "read by the job that delivers, and by nothing else",
        [typeof(IdeaSupport)] = "counted alone: a mark tells no account without the key, which is not in the database",
        [typeof(FeedbackTopic)] = "matters and the organisations that answer them, about nobody",
        [typeof(PageOpinion)] = "whether a page was useful, read by those who write behind their policy; about nobody",
        [typeof(MissedSearch)] = "words that the help does not know, read as the opinions; about nobody",
        [typeof(MaintenanceWindow)] = "work on the portal that everybody is told of, about nobody",
        [typeof(SpecialDays)] = "holidays of the country, about nobody",
        [typeof(Delivery)] = "read by the jobs that send, and by the system administrator's page behind its policy; neither address nor text",
        [typeof(SearchChange)] = "numbers of rows that were saved, read by what keeps the search index, and by nothing else",
        [typeof(Setting)] = "limits and names of the portal, about nobody",
        [typeof(Slip)] = "read by its code, or by who may print one for its account",
        [typeof(RecoveryCode)] = "hashes, read by account at the second step alone",
        [typeof(SignInName)] = "read at sign-in, before anybody is known",
    };

    public static void ApplyTo(ModelBuilder model, PortalDb db)
    {
        model.Entity<Person>().HasQueryFilter(Filter, p => db.Viewer.SeesEverything || p.Branch.Path.StartsWith(db.Viewer.Path));
        model.Entity<PeopleImport>().HasQueryFilter(Filter, i => db.Viewer.SeesEverything || i.Branch.Path.StartsWith(db.Viewer.Path));
        model.Entity<ImportedPerson>().HasQueryFilter(Filter, i => db.Viewer.SeesEverything || i.Person.Branch.Path.StartsWith(db.Viewer.Path));
        model.Entity<Notice>().HasQueryFilter(Filter, n => db.Viewer.SeesEverything || n.Branch.Path.StartsWith(db.Viewer.Path)
            || (n.State == NoticeState.Published && db.Viewer.Audiences.Contains(n.AudienceKey)));
        model.Entity<NoticeAttachment>().HasQueryFilter(Filter, a => db.Viewer.SeesEverything || a.Notice.Branch.Path.StartsWith(db.Viewer.Path)
            || (a.Notice.State == NoticeState.Published && db.Viewer.Audiences.Contains(a.Notice.AudienceKey)));
        // The desk alone: readers meet neither the talk about a notice nor its earlier texts.
        model.Entity<NoticeReviewStep>().HasQueryFilter(Filter, s => db.Viewer.SeesEverything || s.Notice.Branch.Path.StartsWith(db.Viewer.Path));
        model.Entity<NoticeVersion>().HasQueryFilter(Filter, v => db.Viewer.SeesEverything || v.Notice.Branch.Path.StartsWith(db.Viewer.Path));
        model.Entity<NoticePreview>().HasQueryFilter(Filter, p => db.Viewer.SeesEverything || p.Notice.Branch.Path.StartsWith(db.Viewer.Path));
        model.Entity<CategorySubscription>().HasQueryFilter(Filter, s => db.Viewer.SeesEverything || s.AccountId == db.Viewer.AccountId);
        model.Entity<BranchSubscription>().HasQueryFilter(Filter, s => db.Viewer.SeesEverything || s.AccountId == db.Viewer.AccountId);
        // Readers see what is answered; who asked sees the own question before.
        model.Entity<NoticeQuestion>().HasQueryFilter(Filter, q => db.Viewer.SeesEverything || q.Notice.Branch.Path.StartsWith(db.Viewer.Path)
            || (db.Viewer.AccountId != null && q.AskedBy == db.Viewer.AccountId)
            || (q.Answer != null && q.Notice.State == NoticeState.Published && db.Viewer.Audiences.Contains(q.Notice.AudienceKey)));
        model.Entity<NoticeConfirmation>().HasQueryFilter(Filter, c => db.Viewer.SeesEverything || c.AccountId == db.Viewer.AccountId
            || c.Notice.Branch.Path.StartsWith(db.Viewer.Path));
        // That a name may stand on a public page is itself public.
        model.Entity<PostConsent>().HasQueryFilter(Filter, c => db.Viewer.SeesEverything || db.Viewer.Audiences.Contains(Audience.Internet));
        // Who is away, and who stands in.
        model.Entity<Absence>().HasQueryFilter(Filter, a => db.Viewer.SeesEverything || a.AccountId == db.Viewer.AccountId || a.StandInId == db.Viewer.AccountId);
        model.Entity<InSiteMessage>().HasQueryFilter(Filter, m => db.Viewer.SeesEverything || m.AccountId == db.Viewer.AccountId);
        model.Entity<MailChoice>().HasQueryFilter(Filter, c => db.Viewer.SeesEverything || c.AccountId == db.Viewer.AccountId);
        model.Entity<PersonPeriod>().HasQueryFilter(Filter, p => db.Viewer.SeesEverything || p.Person.Branch.Path.StartsWith(db.Viewer.Path));
        model.Entity<Guide>().HasQueryFilter(Filter, g => db.Viewer.SeesEverything || g.Branch.Path.StartsWith(db.Viewer.Path)
            || (g.State == GuideState.Published && db.Viewer.Audiences.Contains(Audience.Internet)));
        model.Entity<GuideDownload>().HasQueryFilter(Filter, d => db.Viewer.SeesEverything || d.Guide.Branch.Path.StartsWith(db.Viewer.Path)
            || (d.Guide.State == GuideState.Published && db.Viewer.Audiences.Contains(Audience.Internet)));
        // Readers see names from the first day to the last counted one, and never after: the day is part of the gate.
        model.Entity<Posting>().HasQueryFilter(Filter, p => db.Viewer.SeesEverything || p.Branch.Path.StartsWith(db.Viewer.Path)
            || (p.State == PostingState.Posted && p.FirstOn <= db.Today && p.LastOn >= db.Today
                && (db.Viewer.Audiences.Contains(p.UnitKey) || (p.Reach == PostingReach.Internet && db.Viewer.Audiences.Contains(Audience.Internet)))));
        model.Entity<ProblemReport>().HasQueryFilter(Filter, p => db.Viewer.SeesEverything || (p.Branch.Path.StartsWith(db.Viewer.Path) && (!p.StaysInOffice || p.BranchId == db.Viewer.SpeaksForBranchId)));
        model.Entity<Upload>().HasQueryFilter(Filter, u => db.Viewer.SeesEverything || u.AccountId == db.Viewer.AccountId);
        // Only the person who was looked at; by id and not through the person, whose own filter knows officers alone.
        model.Entity<PersonLook>().HasQueryFilter(Filter, l => db.Viewer.SeesEverything || l.PersonId == db.Viewer.PersonId);
        model.Entity<StudyVersion>().HasQueryFilter(Filter, v => db.Viewer.SeesEverything || v.Material.Branch.Path.StartsWith(db.Viewer.Path));
        model.Entity<StudyRendition>().HasQueryFilter(Filter, r => db.Viewer.SeesEverything || r.Material.Branch.Path.StartsWith(db.Viewer.Path)
            || (r.Material.State == StudyState.Published && db.Viewer.Audiences.Contains(r.Material.AudienceKey) && (r.Material.StageBits == 0 || (r.Material.StageBits & db.Viewer.StageBit) != 0)));
        model.Entity<StudyMaterial>().HasQueryFilter(Filter, m => db.Viewer.SeesEverything || m.Branch.Path.StartsWith(db.Viewer.Path)
            || (m.State == StudyState.Published && db.Viewer.Audiences.Contains(m.AudienceKey) && (m.StageBits == 0 || (m.StageBits & db.Viewer.StageBit) != 0)));
        // Whoever asked, and the desk.
        model.Entity<Ticket>().HasQueryFilter(Filter, t => db.Viewer.SeesEverything || db.Viewer.AnswersTickets || t.AccountId == db.Viewer.AccountId);
        model.Entity<HiddenSteps>().HasQueryFilter(Filter, h => db.Viewer.SeesEverything || h.AccountId == db.Viewer.AccountId);
        model.Entity<Course>().HasQueryFilter(Filter, c => db.Viewer.SeesEverything || c.Branch.Path.StartsWith(db.Viewer.Path)
            || (c.State == StudyState.Published && db.Viewer.Audiences.Contains(c.AudienceKey) && (c.StageBits == 0 || (c.StageBits & db.Viewer.StageBit) != 0)));
        model.Entity<Lesson>().HasQueryFilter(Filter, l => db.Viewer.SeesEverything || l.Course.Branch.Path.StartsWith(db.Viewer.Path)
            || (l.Course.State == StudyState.Published && db.Viewer.Audiences.Contains(l.Course.AudienceKey) && (l.Course.StageBits == 0 || (l.Course.StageBits & db.Viewer.StageBit) != 0)));
        model.Entity<EarlierClass>().HasQueryFilter(Filter, e => db.Viewer.SeesEverything || e.Lesson.Course.Branch.Path.StartsWith(db.Viewer.Path)
            || (e.Lesson.Course.State == StudyState.Published && db.Viewer.Audiences.Contains(e.Lesson.Course.AudienceKey) && (e.Lesson.Course.StageBits == 0 || (e.Lesson.Course.StageBits & db.Viewer.StageBit) != 0)));
        model.Entity<CourseNeed>().HasQueryFilter(Filter, n => db.Viewer.SeesEverything || n.Course.Branch.Path.StartsWith(db.Viewer.Path)
            || (n.Course.State == StudyState.Published && db.Viewer.Audiences.Contains(n.Course.AudienceKey) && (n.Course.StageBits == 0 || (n.Course.StageBits & db.Viewer.StageBit) != 0)));
        // The office that asks and those above it; each of those asked.
        model.Entity<CourseAssignment>().HasQueryFilter(Filter, a => db.Viewer.SeesEverything || a.Branch.Path.StartsWith(db.Viewer.Path)
            || (a.EndedOn == null && db.Viewer.Audiences.Contains(a.AudienceKey) && (a.StageBits & db.Viewer.StageBit) != 0));
        // The learner alone: no secretary, no office.
        model.Entity<CourseCompletion>().HasQueryFilter(Filter, c => db.Viewer.SeesEverything || c.AccountId == db.Viewer.AccountId);
        // Found by its code alone, where a certificate is checked.
        model.Entity<WithdrawnCertificate>().HasQueryFilter(Filter, w => db.Viewer.SeesEverything);
        model.Entity<StudyNote>().HasQueryFilter(Filter, n => db.Viewer.SeesEverything || n.AccountId == db.Viewer.AccountId);
        // The writer, and those whom the writer named.
        model.Entity<NoteReader>().HasQueryFilter(Filter, r => db.Viewer.SeesEverything || r.AccountId == db.Viewer.AccountId || r.PersonId == db.Viewer.PersonId);
        model.Entity<StudyProgress>().HasQueryFilter(Filter, p => db.Viewer.SeesEverything || p.AccountId == db.Viewer.AccountId);
        // Only who answers; never somebody who holds an office in the branch whose office holder it is about.
        model.Entity<FeedbackItem>().HasQueryFilter(Filter, f => db.Viewer.SeesEverything
            || ((f.HandlingId == db.Viewer.AnswersForBranchId || (db.Viewer.AnswersForAll && (f.Handling.ParentId == null || f.About == null)))
                && (f.About == null || !db.Viewer.OfficeBranchIds.Contains(f.ConcernedId))));
        model.Entity<Deed>().HasQueryFilter(Filter, d => db.Viewer.SeesEverything || d.Branch.Path.StartsWith(db.Viewer.Path)
            || (d.State == DeedState.Published && db.Viewer.Audiences.Contains(Audience.Internet)));
        // As the message itself; the sender, who holds its code, asks for the message alone.
        model.Entity<FeedbackNote>().HasQueryFilter(Filter, n => db.Viewer.SeesEverything
            || ((n.Item.HandlingId == db.Viewer.AnswersForBranchId || (db.Viewer.AnswersForAll && (n.Item.Handling.ParentId == null || n.Item.About == null)))
                && (n.Item.About == null || !db.Viewer.OfficeBranchIds.Contains(n.Item.ConcernedId))));
        // The idea box is for whoever is signed in; the branch sees too what it took out.
        model.Entity<Idea>().HasQueryFilter(Filter, i => db.Viewer.SeesEverything || i.Branch.Path.StartsWith(db.Viewer.Path) || (db.Viewer.IsSignedIn && i.RemovedBecause == null));
        model.Entity<CalendarFeed>().HasQueryFilter(Filter, f => db.Viewer.SeesEverything || f.AccountId == db.Viewer.AccountId);
        // A task by whoever set it and by each organisation that is asked; a reply by its organisation and those above it.
        model.Entity<BranchTask>().HasQueryFilter(Filter, t => db.Viewer.SeesEverything || t.Branch.Path.StartsWith(db.Viewer.Path) || db.BranchReplies.Any(r => r.TaskId == t.Id && r.Branch.Path.StartsWith(db.Viewer.Path)));
        model.Entity<BranchReply>().HasQueryFilter(Filter, r => db.Viewer.SeesEverything || r.Branch.Path.StartsWith(db.Viewer.Path));
        // What its organisations were reminded of; of feedback about an office holder nothing where that person holds an office.
        model.Entity<LadderStep>().HasQueryFilter(Filter, s => db.Viewer.SeesEverything
            || (s.Branch.Path.StartsWith(db.Viewer.Path) && (s.AboutBranchId == null || !db.Viewer.OfficeBranchIds.Contains(s.AboutBranchId.Value))));
        model.Entity<FeedbackPicture>().HasQueryFilter(Filter, p => db.Viewer.SeesEverything
            || ((p.Item.HandlingId == db.Viewer.AnswersForBranchId || (db.Viewer.AnswersForAll && (p.Item.Handling.ParentId == null || p.Item.About == null)))
                && (p.Item.About == null || !db.Viewer.OfficeBranchIds.Contains(p.Item.ConcernedId))));
        ApplyToCollections(model, db);
        ApplyToQuizzes(model, db);
        ApplyToClasses(model, db);
        ApplyToHours(model, db);
        ApplyToCircles(model, db);
    }

    /// <summary>The office that asks, as no office above it; and each of those asked their own answer. A draft of an answer is nobody's but theirs.</summary>
    private static void ApplyToCollections(ModelBuilder model, PortalDb db)
    {
        // A person's number must be there on both sides: an account without a record is not who is meant by an answer of an organisation.
        model.Entity<CollectionAnswer>().HasQueryFilter(Filter, a => db.Viewer.SeesEverything
            || a.BranchId == db.Viewer.SpeaksForBranchId || (db.Viewer.SpeaksForTop && a.Branch.ParentId == null)
            || (a.PersonId != null && a.PersonId == db.Viewer.PersonId) || (a.PersonId == null && a.OfBranchId == db.Viewer.SpeaksForBranchId));
        model.Entity<Collection>().HasQueryFilter(Filter, c => db.Viewer.SeesEverything
            || c.BranchId == db.Viewer.SpeaksForBranchId || (db.Viewer.SpeaksForTop && c.Branch.ParentId == null)
            || c.Answers.Any(a => (a.PersonId != null && a.PersonId == db.Viewer.PersonId) || (a.PersonId == null && a.OfBranchId == db.Viewer.SpeaksForBranchId)));
        model.Entity<CollectionFile>().HasQueryFilter(Filter, f => db.Viewer.SeesEverything
            || (f.Answer.State == AnswerState.HandedIn && (f.BranchId == db.Viewer.SpeaksForBranchId || (db.Viewer.SpeaksForTop && f.Answer.Branch.ParentId == null)))
            || (f.Answer.PersonId != null && f.Answer.PersonId == db.Viewer.PersonId) || (f.Answer.PersonId == null && f.Answer.OfBranchId == db.Viewer.SpeaksForBranchId));
    }

    /// <summary>Questions with what is right about them: their authors, and whoever was asked them. What was answered and what it was worth: the learner alone.</summary>
    private static void ApplyToQuizzes(ModelBuilder model, PortalDb db)
    {
        model.Entity<Question>().HasQueryFilter(Filter, q => db.Viewer.SeesEverything || q.Branch.Path.StartsWith(db.Viewer.Path)
            || db.AttemptAnswers.Any(a => a.QuestionId == q.Id && a.AccountId == db.Viewer.AccountId) || db.Mistakes.Any(m => m.QuestionId == q.Id && m.AccountId == db.Viewer.AccountId));
        model.Entity<Quiz>().HasQueryFilter(Filter, q => db.Viewer.SeesEverything || q.Branch.Path.StartsWith(db.Viewer.Path)
            || (q.State == QuizState.Published && db.Viewer.IsSignedIn && db.Viewer.Audiences.Contains(q.AudienceKey) && (q.StageBits == 0 || (q.StageBits & db.Viewer.StageBit) != 0)) || db.QuizAttempts.Any(a => a.QuizId == q.Id && a.AccountId == db.Viewer.AccountId));
        model.Entity<QuizAttempt>().HasQueryFilter(Filter, a => db.Viewer.SeesEverything || a.AccountId == db.Viewer.AccountId);
        model.Entity<AttemptAnswer>().HasQueryFilter(Filter, a => db.Viewer.SeesEverything || a.AccountId == db.Viewer.AccountId);
        model.Entity<Mistake>().HasQueryFilter(Filter, m => db.Viewer.SeesEverything || m.AccountId == db.Viewer.AccountId);
        // The learner alone; what the office that asks learns of it leaves QuizProgress.
        model.Entity<QuizPass>().HasQueryFilter(Filter, p => db.Viewer.SeesEverything || p.AccountId == db.Viewer.AccountId);
        // Whoever appealed, and those who may decide; the pages show them no name.
        model.Entity<Appeal>().HasQueryFilter(Filter, a => db.Viewer.SeesEverything || a.AccountId == db.Viewer.AccountId || a.Question.Branch.Path.StartsWith(db.Viewer.Path));
        // Whoever marks, but never what they wrote themselves.
        model.Entity<WrittenAnswer>().HasQueryFilter(Filter, w => db.Viewer.SeesEverything || (w.AccountId != db.Viewer.AccountId && w.Question.Branch.Path.StartsWith(db.Viewer.Path)));
    }

    /// <summary>The office that organises, as no office above it, and whom the class is for; who signed up and whether they came: that office and the person.</summary>
    private static void ApplyToClasses(ModelBuilder model, PortalDb db)
    {
        // A filter that asks through a navigation asks with the filter of what it leads to: they must not lead back.
        model.Entity<TrainingClass>().HasQueryFilter(Filter, c => db.Viewer.SeesEverything
            || c.BranchId == db.Viewer.SpeaksForBranchId || (db.Viewer.SpeaksForTop && c.Branch.ParentId == null)
            || (c.State == ClassState.Announced && db.Viewer.IsSignedIn && db.Viewer.Audiences.Contains(c.AudienceKey)) || c.SignUps.Any(s => s.AccountId == db.Viewer.AccountId));
        model.Entity<ClassSession>().HasQueryFilter(Filter, s => db.Viewer.SeesEverything
            || s.BranchId == db.Viewer.SpeaksForBranchId || (db.Viewer.SpeaksForTop && s.Class.Branch.ParentId == null)
            || (s.Class.State == ClassState.Announced && db.Viewer.IsSignedIn && db.Viewer.Audiences.Contains(s.Class.AudienceKey)) || s.Class.SignUps.Any(u => u.AccountId == db.Viewer.AccountId));
        model.Entity<ClassSignUp>().HasQueryFilter(Filter, s => db.Viewer.SeesEverything || s.AccountId == db.Viewer.AccountId
            || s.BranchId == db.Viewer.SpeaksForBranchId || (db.Viewer.SpeaksForTop && s.Branch.ParentId == null));
        model.Entity<ClassAttendance>().HasQueryFilter(Filter, a => db.Viewer.SeesEverything || a.SignUp.AccountId == db.Viewer.AccountId
            || a.BranchId == db.Viewer.SpeaksForBranchId || (db.Viewer.SpeaksForTop && a.SignUp.Branch.ParentId == null));
        model.Entity<ClassCertificate>().HasQueryFilter(Filter, c => db.Viewer.SeesEverything || c.AccountId == db.Viewer.AccountId
            || c.BranchId == db.Viewer.SpeaksForBranchId || (db.Viewer.SpeaksForTop && c.Branch.ParentId == null));
    }

    /// <summary>A circle is there for its people and the office that keeps it, and for nobody else: not for an office above.</summary>
    private static void ApplyToCircles(ModelBuilder model, PortalDb db)
    {
        model.Entity<CircleMember>().HasQueryFilter(Filter, m => db.Viewer.SeesEverything || m.BranchId == db.Viewer.SpeaksForBranchId || m.PersonId == db.Viewer.PersonId);
        model.Entity<ReadingCircle>().HasQueryFilter(Filter, c => db.Viewer.SeesEverything || c.BranchId == db.Viewer.SpeaksForBranchId || c.Members.Any(m => m.PersonId == db.Viewer.PersonId));
        model.Entity<CircleWeek>().HasQueryFilter(Filter, w => db.Viewer.SeesEverything || w.BranchId == db.Viewer.SpeaksForBranchId || w.Circle.Members.Any(m => m.PersonId == db.Viewer.PersonId));
        // Whoever has left a circle still takes back what they said: not through the week, which they see no more.
        model.Entity<CircleWord>().HasQueryFilter(Filter, w => db.Viewer.SeesEverything || w.AccountId == db.Viewer.AccountId || w.BranchId == db.Viewer.SpeaksForBranchId || db.CircleWeeks.Any(week => week.Id == w.WeekId));
    }

    /// <summary>An event and who was there: who writes it down, and each who was there their own. Self-study: its owner, while it waits for a confirmation whoever decides, and until its owner has agreed the helper who wrote it down; what the hours of somebody add up to is their own page alone.</summary>
    private static void ApplyToHours(ModelBuilder model, PortalDb db)
    {
        model.Entity<HourEvent>().HasQueryFilter(Filter, e => db.Viewer.SeesEverything || e.Branch.Path.StartsWith(db.Viewer.Path) || e.Attendances.Any(a => a.PersonId == db.Viewer.PersonId)
            || db.MakeUpStudies.Any(m => m.EventId == e.Id && m.PersonId == db.Viewer.PersonId));
        model.Entity<MakeUpStudy>().HasQueryFilter(Filter, m => db.Viewer.SeesEverything || m.Branch.Path.StartsWith(db.Viewer.Path) || m.PersonId == db.Viewer.PersonId);
        model.Entity<HourAttendance>().HasQueryFilter(Filter, a => db.Viewer.SeesEverything || a.Branch.Path.StartsWith(db.Viewer.Path) || a.PersonId == db.Viewer.PersonId);
        model.Entity<StudyFigure>().HasQueryFilter(Filter, f => db.Viewer.SeesEverything || f.Branch.Path.StartsWith(db.Viewer.Path));
        model.Entity<StudyHelper>().HasQueryFilter(Filter, h => db.Viewer.SeesEverything || h.PersonId == db.Viewer.PersonId || h.HelperId == db.Viewer.PersonId);
        // Not through the person, whose own filter knows officers alone.
        model.Entity<SelfStudy>().HasQueryFilter(Filter, s => db.Viewer.SeesEverything || s.PersonId == db.Viewer.PersonId
            || (s.RecordedBy != null && s.RecordedBy == db.Viewer.AccountId && (s.State == SelfStudyState.AwaitsMember || s.State == SelfStudyState.Objected)) || (s.State == SelfStudyState.Waiting && db.People.Any(p => p.Id == s.PersonId && p.Branch.Path.StartsWith(db.Viewer.Path))));
    }
}
