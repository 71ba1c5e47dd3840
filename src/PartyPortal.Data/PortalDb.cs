using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Data.Audit;
using PartyPortal.Data.Messages;
using PartyPortal.Data.Search;
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

namespace PartyPortal.Data;

/// <summary>The one database. Reads pass the visibility filters, saves pass the write guard; both deny where nobody is set.</summary>
public abstract partial class PortalDb(DbContextOptions options) : IdentityUserContext<Account, string>(options)
{
    public DbSet<SignInName> SignInNames => Set<SignInName>();
    public DbSet<SignInSession> Sessions => Set<SignInSession>();
    public DbSet<Slip> Slips => Set<Slip>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();
    public DbSet<PostConsent> PostConsents => Set<PostConsent>();
    public DbSet<Absence> Absences => Set<Absence>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();
    public DbSet<Branch> Branches => Set<Branch>();
    public DbSet<BranchGroup> BranchGroups => Set<BranchGroup>();
    public DbSet<BranchTask> BranchTasks => Set<BranchTask>();
    public DbSet<BranchReply> BranchReplies => Set<BranchReply>();
    public DbSet<LadderStep> LadderSteps => Set<LadderStep>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<PeopleImport> PeopleImports => Set<PeopleImport>();
    public DbSet<ImportedPerson> ImportedPeople => Set<ImportedPerson>();
    public DbSet<PersonLook> PersonLooks => Set<PersonLook>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<NoticeAttachment> NoticeAttachments => Set<NoticeAttachment>();
    public DbSet<NoticeReviewStep> NoticeReviewSteps => Set<NoticeReviewStep>();
    public DbSet<NoticeVersion> NoticeVersions => Set<NoticeVersion>();
    public DbSet<NoticePreview> NoticePreviews => Set<NoticePreview>();
    public DbSet<CategorySubscription> CategorySubscriptions => Set<CategorySubscription>();
    public DbSet<BranchSubscription> BranchSubscriptions => Set<BranchSubscription>();
    public DbSet<NoticeQuestion> NoticeQuestions => Set<NoticeQuestion>();
    public DbSet<NoticeConfirmation> NoticeConfirmations => Set<NoticeConfirmation>();
    public DbSet<Posting> Postings => Set<Posting>();
    public DbSet<Guide> Guides => Set<Guide>();
    public DbSet<GuideDownload> GuideDownloads => Set<GuideDownload>();
    public DbSet<Upload> Uploads => Set<Upload>();
    public DbSet<FeedbackItem> FeedbackItems => Set<FeedbackItem>();
    public DbSet<FeedbackTopic> FeedbackTopics => Set<FeedbackTopic>();
    public DbSet<Deed> Deeds => Set<Deed>();
    public DbSet<Idea> Ideas => Set<Idea>();
    public DbSet<IdeaSupport> IdeaSupports => Set<IdeaSupport>();
    public DbSet<FeedbackPicture> FeedbackPictures => Set<FeedbackPicture>();
    public DbSet<FeedbackNote> FeedbackNotes => Set<FeedbackNote>();
    public DbSet<Ticket> Tickets => Set<Ticket>();
    public DbSet<MaintenanceWindow> MaintenanceWindows => Set<MaintenanceWindow>();
    public DbSet<ProblemReport> ProblemReports => Set<ProblemReport>();
    public DbSet<SpecialDays> SpecialDays => Set<SpecialDays>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<InSiteMessage> Messages => Set<InSiteMessage>();
    public DbSet<HiddenSteps> HiddenSteps => Set<HiddenSteps>();
    public DbSet<PageOpinion> PageOpinions => Set<PageOpinion>();
    public DbSet<MissedSearch> MissedSearches => Set<MissedSearch>();
    public DbSet<MailChoice> MailChoices => Set<MailChoice>();
    public DbSet<Delivery> Deliveries => Set<Delivery>();
    public DbSet<Collection> Collections => Set<Collection>();
    public DbSet<CollectionAnswer> CollectionAnswers => Set<CollectionAnswer>();
    public DbSet<CollectionFile> CollectionFiles => Set<CollectionFile>();
    public DbSet<SearchChange> SearchChanges => Set<SearchChange>();

    // While an import is saved: what is done in its transaction beside the rows themselves.
    private Func<Task>? _alongside;

    public CurrentViewer? Current { get; set; }

    public Viewer Viewer => Current?.Viewer ?? Viewer.Nobody;

    protected abstract string OrdinalCollation { get; }

    /// <summary>Asked for here because migrations are made without the host's options; see PasskeyMapping for what Identity then still leaves out.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <summary>Whether a save failed because a value that must be unique is taken.</summary>
    public abstract bool IsDuplicate(DbUpdateException failure);

    /// <summary>Whether the engine is the one file inside the data folder: then the portal brings it up to date by itself.</summary>
    public virtual bool IsEmbedded => false;

    /// <summary>Lets an engine that does not do so by itself see how large its tables have become; without that SQLite reads every notice to find thirty by their keys.</summary>
    public virtual Task MeasureTablesAsync() => Task.CompletedTask;

    /// <summary>One's own record, whatever one may see of others.</summary>
    public IQueryable<Person> OwnRecord()
    {
        var me = Viewer.AccountId ?? throw new OutsideJurisdictionException("Nobody has no record.");
        return People.IgnoreQueryFilters([Visibility.Filter]).Where(p => p.AccountId == me);
    }

    /// <summary>Whether anybody belongs to a branch: a yes or no that the keeper of the tree needs without seeing people.</summary>
    public Task<bool> HasPeopleAsync(int branchId) =>
        People.IgnoreQueryFilters([Visibility.Filter]).AnyAsync(p => p.BranchId == branchId && p.Stage != Domain.People.Stage.Former);

    /// <summary>How many people belong to a branch and all below it: a figure that the keeper of the tree needs before a move, without seeing people.</summary>
    public Task<int> CountPeopleBelowAsync(string path) =>
        People.IgnoreQueryFilters([Visibility.Filter]).CountAsync(p => p.Branch.Path.StartsWith(path) && p.Stage != Domain.People.Stage.Former);

    /// <summary>Whether any message stands under a topic: a yes or no, and nothing of the message.</summary>
    public Task<bool> IsTopicUsedAsync(int topicId) => FeedbackItems.IgnoreQueryFilters([Visibility.Filter]).AnyAsync(f => f.TopicId == topicId);

    /// <summary>Which of these numbers are taken, in whatever branch: a yes or no for each, and nothing of the record.</summary>
    /// <param name="keys">As <see cref="Person.NumberKey"/>.</param>
    public Task<List<string>> TakenNumbersAsync(IReadOnlyCollection<string> keys) =>
        People.IgnoreQueryFilters([Visibility.Filter]).Where(p => p.NumberKey != null && keys.Contains(p.NumberKey)).Select(p => p.NumberKey!).ToListAsync();

    /// <summary>The same of ID numbers.</summary>
    /// <param name="indexes">As <see cref="Person.IdNumberIndex"/>.</param>
    public Task<List<string>> TakenIdNumbersAsync(IReadOnlyCollection<string> indexes) =>
        People.IgnoreQueryFilters([Visibility.Filter]).Where(p => p.IdNumberIndex != null && indexes.Contains(p.IdNumberIndex)).Select(p => p.IdNumberIndex!).ToListAsync();

    /// <summary>The row to be changed, or null where it does not exist for this viewer.</summary>
    /// <exception cref="OutsideJurisdictionException">The viewer may read but not change it.</exception>
    public async Task<T?> FindToChangeAsync<T>(int id) where T : class, IBelongToBranch
    {
        var found = await Set<T>().SingleOrDefaultAsync(e => EF.Property<int>(e, "Id") == id);
        if (found is null || Viewer.SeesEverything) return found;

        var path = await Branches.Where(b => b.Id == found.BranchId).Select(b => b.Path).SingleAsync();
        return Viewer.Manages(path) ? found : throw new OutsideJurisdictionException(typeof(T).Name);
    }

    /// <summary>The version the editor saw: if another save came between, this one fails instead of overwriting it.</summary>
    public void Expect(IVersioned row, Guid version) => Entry(row).Property(nameof(IVersioned.Version)).OriginalValue = version;

    /// <summary>Adds to the next save an audit row of something that is no change of a row: a sign-in, an export, a look at masked data.</summary>
    public void Record(string action, string? subject = null, string? detail = null) => Audit.Add(new AuditEntry
    {
        At = Now,
        AccountId = Viewer.AccountId,
        Role = Viewer.Acting?.Role.ToString(),
        BranchId = Viewer.Acting?.BranchId,
        Action = action,
        Subject = subject,
        Detail = detail,
    });

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Save asynchronously: the gates are asynchronous.");

    /// <summary>Saves what an import made or takes back, all or nothing and through every gate, with one audit row for all of it.</summary>
    /// <param name="action">For the audit.</param>
    /// <param name="subject">For the audit.</param>
    /// <param name="counts">What became of the rows.</param>
    /// <param name="file">Where they stood; the audit keeps its hash.</param>
    /// <param name="alongside">Done in the same transaction.</param>
    public async Task ImportAsync(string action, string? subject, string counts, byte[]? file = null, Func<Task>? alongside = null)
    {
        Record(action, subject, file is null ? counts : $"{counts}, sha256 {Convert.ToHexString(SHA256.HashData(file))}");
        _alongside = alongside ?? (() => Task.CompletedTask);
        try
        {
            await SaveChangesAsync();
        }
        finally
        {
            _alongside = null;
        }
    }

    /// <summary>One transaction: tidy, guard, save, audit and outbox with the ids now known, commit; then what was remembered is forgotten.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!ChangeTracker.HasChanges()) return 0;

        Tidying.Apply(this);
        await WriteGuard.CheckAsync(this, cancellationToken);
        await NumberNames.FollowAsync(this, cancellationToken);
        var (trail, causes, touched) = RowsToSave.Of(this);

        using (_touchedInWhole is null ? await EnterWritingAsync(cancellationToken) : null)
        {
            await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
            var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            SettlePaths(touched);
            if (_alongside is null) Audit.AddRange(trail.Entries(Viewer, Now));
            else await _alongside();
            Outbox.AddRange(causes);
            SearchChanges.AddRange(Findables.Changed(touched, Now));
            await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (transaction is not null) await transaction.CommitAsync(cancellationToken);
            if (_touchedInWhole is null) Forget(touched);
            else _touchedInWhole.AddRange(touched);
            return written;
        }
    }

    public override void Dispose()
    {
        Current = null;
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        Current = null;
        return base.DisposeAsync();
    }

    /// <summary>Waits for the turn to write, where the engine has one writer.</summary>
    protected virtual Task<IDisposable?> EnterWritingAsync(CancellationToken ct) => Task.FromResult<IDisposable?>(null);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<string>().UseCollation(OrdinalCollation);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstant>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
        foreach (var versioned in builder.Model.GetEntityTypes().Where(t => typeof(IVersioned).IsAssignableFrom(t.ClrType)))
            versioned.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
        foreach (var once in builder.Model.GetEntityTypes().Where(t => typeof(ISentOnce).IsAssignableFrom(t.ClrType)))
            builder.Entity(once.ClrType).HasIndex(nameof(ISentOnce.SentKey)).IsUnique();
        foreach (var key in builder.Model.GetEntityTypes().Where(t => !t.IsOwned()).SelectMany(t => t.GetForeignKeys()))
            key.DeleteBehavior = DeleteBehavior.Restrict;
        Visibility.ApplyTo(builder, this);
    }

    /// <summary>Beijing's day, which has no summer time: what ends with a day ends in the gate, whoever asks.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.AddHours(8));

    internal DateTime Now => (Current?.Clock ?? TimeProvider.System).GetUtcNow().UtcDateTime;

    private static void SettlePaths(List<object> touched)
    {
        foreach (var top in touched.OfType<Branch>().Where(b => b.Path.Length == 0 && b.Parent is not { Path.Length: 0 })) top.SettlePath();
    }

    private void Forget(List<object> touched)
    {
        // What readers say of a page stands on no page for them.
        touched.RemoveAll(t => t is PageOpinion or MissedSearch);
        if (touched.Any(t => t is Account or RoleGrant or SignInSession { EndedAt: not null } or Branch or Person)) Current?.Changes.RaiseViewers();
        if (touched.Any(t => t is Setting)) Current?.Changes.RaiseSettings();
        if (touched.Any(t => t is InSiteMessage)) Current?.Changes.RaiseMessages();
        // A row of one account that strangers do see: taken back, the name is gone at once.
        if (touched.Any(t => t is PostConsent)) Current?.Changes.RaisePublicPages();
        // What no stranger can see of does not empty the cache of public pages.
        if (touched.Any(t => t is not (SignInSession or Slip or AuditEntry or AuditSeal or Job or OutboxMessage or Delivery or IBelongToAccount or IAnsweredBy or Collection or Question or QuestionTag or Quiz or QuizItem or LadderStep or TrainingClass or ClassSession or ClassAttendance or ClassCertificate or HourEvent or HourAttendance or ReadingCircle or CircleMember or CircleWeek))) Current?.Changes.RaisePublicPages();
    }

    /// <summary>Times are UTC, to the microsecond, on every engine.</summary>
    private sealed class UtcInstant() : ValueConverter<DateTime, DateTime>(
        v => new DateTime(v.Ticks - (v.Ticks % 10), DateTimeKind.Utc),
        v => DateTime.SpecifyKind(v, DateTimeKind.Utc));
}
