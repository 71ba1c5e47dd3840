using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Classes;

/// <summary>What an organiser writes of a class.</summary>
public sealed record ClassContent(string Title, string Purpose, AudienceKind Audience, int Quota, DateOnly LastSignUpOn, string Responsible)
{
    /// <summary>Who of these may sign up; all of them where none is named.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } = [];
}

/// <summary>
/// A training class: sessions on days of their own, and seats. Who has a seat is nowhere written: it is whoever signed up among the first, so that no two
/// clicks at once can give one seat twice, and a seat that is given up belongs to the next in the same moment.
/// </summary>
public sealed class TrainingClass : IBelongToBranch, IVersioned, IAudited
{
    public const int TitleMaxLength = 120;
    public const int PurposeMaxLength = 2000;
    public const int ResponsibleMaxLength = 100;
    public const int ReasonMaxLength = 300;
    public const int StagesMaxLength = 120;
    public const int MostSeats = 1000;
    public const int MostSessions = 40;

    private readonly List<ClassSession> _sessions = [];
    private readonly List<ClassSignUp> _signUps = [];

    private TrainingClass() { }

    /// <exception cref="RuleBrokenException">As for <see cref="Revise"/>.</exception>
    public TrainingClass(int branchId, ClassContent content, Viewer by, DateOnly today, DateTime now)
    {
        (BranchId, MadeAt) = (branchId, now);
        Revise(content, 0, by, today);
    }

    public int Id { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public string Title { get; private set; } = "";
    public string Purpose { get; private set; } = "";
    public AudienceKind AudienceKind { get; private set; }
    public string AudienceKey { get; private set; } = "";
    public string? StageNames { get; private set; }
    public int Quota { get; private set; }
    public DateOnly LastSignUpOn { get; private set; }

    /// <summary>Whom those who take part may ask: an office or a function.</summary>
    public string Responsible { get; private set; } = "";

    public ClassState State { get; private set; } = ClassState.Draft;
    public string? CancelledBecause { get; private set; }

    /// <summary>When it was announced; before that, when it was begun.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>How often it was changed, its sessions and lists included: so that two who do so at once are told apart.</summary>
    public int Revision { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>In the order in which they are held.</summary>
    public IReadOnlyList<ClassSession> Sessions => [.. _sessions.OrderBy(s => s.On).ThenBy(s => s.From)];

    public IReadOnlyList<ClassSignUp> SignUps => _signUps;

    public IReadOnlyList<Stage> Stages => [.. StageNames?.Split(',').Select(Enum.Parse<Stage>) ?? []];

    /// <summary>What it comes to for whoever misses nothing.</summary>
    public decimal Hours => _sessions.Sum(s => s.Hours);

    /// <summary>Shorter than the training of candidates for development is as a rule.</summary>
    public bool IsTooShort(TrainingTerms forCandidates) => Stages.Contains(Stage.Candidate) && _sessions.Count > 0 && !forCandidates.AreMetBy(Days, Hours);

    public int Days => _sessions.DistinctBy(s => s.On).Count();

    /// <param name="content">What is written.</param>
    /// <param name="seated">How many have a seat.</param>
    /// <param name="by">The organiser.</param>
    /// <param name="today">The day on which it is written.</param>
    /// <exception cref="RuleBrokenException">It was cancelled, lacks a word, addresses whom the organiser may not address, takes seats away, or signing up would end too late or in the past.</exception>
    public void Revise(ClassContent content, int seated, Viewer by, DateOnly today)
    {
        RequireNotCancelled();
        Refuse(string.IsNullOrWhiteSpace(content.Title), Key("Write a title."), nameof(Title));
        Refuse(string.IsNullOrWhiteSpace(content.Purpose), Key("Write what the class is for."), nameof(Purpose));
        Refuse(string.IsNullOrWhiteSpace(content.Responsible), Key("Say who answers for the class: an office or a function."), nameof(Responsible));
        Refuse(content.Audience is AudienceKind.Internet, Key("Whoever takes part signs in. Choose whom in the university the class is for."), nameof(AudienceKind));
        Publishing.RequireAddressable(content.Audience, by);
        if (content.Quota is < 1 or > MostSeats) throw new RuleBrokenException("A class has between 1 and {0} seats.", MostSeats) { Field = nameof(Quota) };
        if (content.Quota < seated) throw new RuleBrokenException("{0} people have a seat already. Nobody loses it by a smaller figure.", seated) { Field = nameof(Quota) };
        Refuse(content.LastSignUpOn < today && content.LastSignUpOn != LastSignUpOn, Key("The last day of signing up is past already."), nameof(LastSignUpOn));
        Refuse(_sessions.Exists(s => s.On < content.LastSignUpOn), Key("Signing up ends on the day of the first session at the latest."), nameof(LastSignUpOn));

        (Title, Purpose, Responsible, Quota, LastSignUpOn) = (content.Title, content.Purpose, content.Responsible, content.Quota, content.LastSignUpOn);
        (AudienceKind, AudienceKey) = (content.Audience, Audience.KeyOf(content.Audience, BranchId));
        StageNames = content.Stages.Count == 0 ? null : string.Join(',', content.Stages.Distinct().Order());
    }

    /// <exception cref="RuleBrokenException">It was cancelled, is full of sessions, or the session does not fit.</exception>
    public ClassSession Add(SessionContent content, DateOnly today)
    {
        RequireNotCancelled();
        if (_sessions.Count == MostSessions) throw new RuleBrokenException("A class has at most {0} sessions.", MostSessions);
        Refuse(State is ClassState.Announced && _sessions.TrueForAll(s => s.On < today), Key("The class is over. Make another one."));

        var session = new ClassSession(this, content, today);
        RequireFits(session, content);
        _sessions.Add(session);
        Touch();
        return session;
    }

    /// <exception cref="RuleBrokenException">The class was cancelled, the session was held, or would no longer fit.</exception>
    public void Move(ClassSession session, SessionContent content, DateOnly today)
    {
        RequireNotCancelled();
        session.Revise(content, today);
        RequireFits(session, content);
        Touch();
    }

    /// <exception cref="RuleBrokenException">The session was held, or is the only one of a class that people sign up for.</exception>
    public void Remove(ClassSession session, DateOnly today)
    {
        RequireNotCancelled();
        session.RequireMayChange(today);
        Refuse(State is ClassState.Announced && _sessions.Count == 1, Key("This is the only session. Cancel the class instead: everybody is told."));
        _sessions.Remove(session);
        Touch();
    }

    /// <exception cref="RuleBrokenException">It is no draft, has no session, or nobody could sign up any more.</exception>
    public void Announce(DateOnly today, DateTime now)
    {
        Refuse(State is not ClassState.Draft, Key("This class is announced already."));
        Refuse(_sessions.Count == 0, Key("Add a session first: a day, a time and a place."));
        Refuse(LastSignUpOn < today, Key("The last day of signing up is past already."));
        (State, MadeAt) = (ClassState.Announced, now);
    }

    /// <exception cref="RuleBrokenException">It was cancelled already or is over, or no reason is given.</exception>
    public void Cancel(string? reason, DateOnly today)
    {
        RequireNotCancelled();
        Refuse(_sessions.Count > 0 && _sessions.TrueForAll(s => s.On < today), Key("The class is over and cannot be cancelled."));
        Refuse(string.IsNullOrWhiteSpace(reason), Key("Say why it is cancelled: everybody who signed up reads it."), "Reason");
        (State, CancelledBecause) = (ClassState.Cancelled, reason);
    }

    /// <param name="by">Who signs up.</param>
    /// <param name="before">How many signed up before and still are.</param>
    /// <param name="last">The highest number that was given.</param>
    /// <param name="now">In Beijing.</param>
    /// <exception cref="RuleBrokenException">Nobody signs up any more, or it is for others.</exception>
    public ClassSignUp SignUp(Viewer by, int before, int last, DateTime now)
    {
        Refuse(FaultFor(by, now));
        return new ClassSignUp(this, by, last + 1, waits: before >= Quota);
    }

    /// <summary>Why this person cannot sign up; null where they can.</summary>
    public string? FaultFor(Viewer person, DateTime now) => State switch
    {
        ClassState.Draft => Key("This class is not announced yet."),
        ClassState.Cancelled => Key("This class is cancelled."),
        _ when DateOnly.FromDateTime(now) > LastSignUpOn || HasBegun(now) => Key("Signing up for this class has ended."),
        _ when Stages is { Count: > 0 } stages && (person.Stage is not { } stage || !stages.Contains(stage)) => Key("This class is for people of other stages."),
        _ => null,
    };

    /// <exception cref="RuleBrokenException">The class has begun: the place stands on the lists.</exception>
    public void RequireMayWithdraw(DateTime now) => Refuse(HasBegun(now), Key("The class has begun. Tell whoever answers for it that you cannot come."));

    /// <summary>Whether the first session has begun.</summary>
    /// <param name="now">In Beijing.</param>
    public bool HasBegun(DateTime now) => State is ClassState.Announced && _sessions.Exists(s => s.On.ToDateTime(s.From) <= now);

    /// <summary>Who came is noted in one of its sessions.</summary>
    /// <exception cref="RuleBrokenException">It was cancelled.</exception>
    public void RequireMayNote()
    {
        RequireNotCancelled();
        Touch();
    }

    /// <summary>The place on the waiting list of whoever comes after so many; null for a seat.</summary>
    public int? WaitingPlace(int before) => before < Quota ? null : before - Quota + 1;

    /// <param name="person">Who is to complete it.</param>
    /// <param name="isIn">Whether they signed up.</param>
    /// <param name="before">How many signed up before them, or would if they did so now.</param>
    /// <param name="isBehind">Whether they missed a session.</param>
    /// <param name="now">In Beijing.</param>
    public ClassPlace PlaceOf(Viewer person, bool isIn, int before, bool isBehind, DateTime now) => isIn switch
    {
        true when before < Quota => isBehind ? ClassPlace.Behind : ClassPlace.Seated,
        true => HasBegun(now) ? ClassPlace.Closed : ClassPlace.Waiting,
        false when FaultFor(person, now) is not null => ClassPlace.Closed,
        false => before < Quota ? ClassPlace.Free : ClassPlace.Full,
    };

    /// <summary>Whether somebody missed nothing that was not made up.</summary>
    public bool IsCompletedBy(IEnumerable<ClassAttendance> marks)
    {
        var counted = marks.Where(m => m.Mark is not AttendanceMark.Absent).Select(m => m.SessionId).ToHashSet();
        return State is ClassState.Announced && _sessions.Count > 0 && _sessions.TrueForAll(s => counted.Contains(s.Id));
    }

    private void RequireFits(ClassSession session, SessionContent content)
    {
        Refuse(content.On < LastSignUpOn, Key("The session lies before the last day of signing up."), nameof(ClassSession.On));
        Refuse(_sessions.Exists(s => s != session && s.Overlaps(session)), Key("Another session of this class is held at that time."), nameof(ClassSession.From));
        if (_sessions.Where(s => s != session && s.On == content.On).Sum(s => s.Hours) + content.Hours > ClassSession.MostHours)
            throw new RuleBrokenException("A day gives at most {0} class hours.", ClassSession.MostHours) { Field = nameof(ClassSession.Hours) };
    }

    private void Touch() => Revision++;

    private void RequireNotCancelled() => Refuse(State is ClassState.Cancelled, Key("This class is cancelled."));

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;

    private static void Refuse(string? fault)
    {
        if (fault is not null) throw new RuleBrokenException(fault);
    }

    private static void Refuse(bool isBroken, string sentence, string? field = null)
    {
        if (isBroken) throw new RuleBrokenException(sentence) { Field = field };
    }
}
