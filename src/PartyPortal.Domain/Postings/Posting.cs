using System.ComponentModel.DataAnnotations;
using System.Globalization;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Postings;

public enum PostingState
{
    [Display(Name = "Draft")]
    Draft = 1,

    [Display(Name = "Awaiting approval")]
    AwaitingApproval,

    /// <summary>Released: readers see it from its first day to its last counted one.</summary>
    [Display(Name = "Posted")]
    Posted,

    [Display(Name = "Ended")]
    Closed,
}

public enum PostingResult
{
    [Display(Name = "No objection")]
    NoObjection = 1,

    [Display(Name = "Objections received and examined")]
    ObjectionsExamined,

    [Display(Name = "Withdrawn with a reason")]
    Withdrawn,
}

public enum PostingReach
{
    [Display(Name = "Those who are signed in and belong to the unit")]
    Unit = 1,

    [Display(Name = "The Internet")]
    Internet,
}

/// <summary>Where the level above hears objections.</summary>
public sealed record ObjectionContact(string? Place, string? Telephone, string? Email);

/// <summary>What is posted, from when, for whom, and where objections go.</summary>
public sealed record PostingContent(IReadOnlyList<string> Names, DateOnly FirstOn, int Days, PostingReach Reach, ObjectionContact Contact);

/// <summary>A public posting of persons (公示): names and stages for so many working days, then gone; it ends with a result.</summary>
public sealed class Posting : IBelongToBranch, IVersioned, IAudited
{
    public const int MostPeople = 50;
    public const int MostDays = 30;
    public const int MostDaysAhead = 60;
    public const int ContactMaxLength = 100;
    public const int NoteMaxLength = 1000;

    private readonly List<PostedPerson> _people = [];

    private Posting() { }

    /// <exception cref="RuleBrokenException">Nobody stands above the branch, or as for <see cref="Revise"/>.</exception>
    public Posting(Branch branch, PostingKind kind, PostingContent content, Viewer by, PostingClock clock)
    {
        // Direct under the university a unit is the branch itself: its posting is no matter of every college.
        var unit = branch.Parent is { Kind: not BranchKind.UniversityCommittee } above ? above : branch;
        (Branch, BranchId, Kind, UnitKey) = (branch, branch.Id, kind, Audience.KeyOf(AudienceKind.Subtree, unit.Id));
        Revise(content, by, clock);
    }

    public int Id { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public PostingKind Kind { get; private init; }
    public PostingReach Reach { get; private set; }

    /// <summary>The audience key of those who belong to the unit.</summary>
    public string UnitKey { get; private init; } = "";

    public PostingState State { get; private set; } = PostingState.Draft;
    public DateOnly FirstOn { get; private set; }
    public int Days { get; private set; }
    public bool CountsFirstDay { get; private set; }

    /// <summary>The last counted day, on which it still stands.</summary>
    public DateOnly LastOn { get; private set; }

    /// <summary>Counted in a year whose holidays are not entered yet.</summary>
    public bool IsProvisional { get; private set; }

    public string? ContactPlace { get; private set; }
    public string? ContactTelephone { get; private set; }
    public string? ContactEmail { get; private set; }

    /// <summary>How many were posted; stays when the names are forgotten.</summary>
    public int PeopleCount { get; private set; }

    public PostingResult? Result { get; private set; }

    [Personal]
    public string? ResultNote { get; private set; }

    public DateOnly? ClosedOn { get; private set; }
    public string? EditedBy { get; private set; }
    public string? PublishedBy { get; private set; }
    public string? ApprovedBy { get; private set; }
    public string? ClosedBy { get; private set; }
    public Guid Version { get; private set; }

    /// <summary>Empty once the names are forgotten.</summary>
    public IReadOnlyList<PostedPerson> People => _people;

    public PostingRule Rule => PostingRule.Of(Kind);

    public PostingTerm Term => new(FirstOn, Days, CountsFirstDay);

    public bool MayBeChanged => State is PostingState.Draft or PostingState.AwaitingApproval;

    public bool IsOpenOn(DateOnly day) => State is PostingState.Posted && FirstOn <= day && day <= LastOn;

    /// <summary>Its days are over, and nobody has recorded what came of it.</summary>
    public bool WantsResultOn(DateOnly day) => State is PostingState.Posted && LastOn < day;

    /// <summary>Changes what is posted; what waited for approval is a draft again. The branch must be loaded.</summary>
    /// <exception cref="RuleBrokenException">It went up already, names nobody, is too short, or its objections would not go to the level above.</exception>
    public void Revise(PostingContent content, Viewer by, PostingClock clock)
    {
        Refuse(!MayBeChanged, Key("What has been posted is not changed. Withdraw it with a reason and post anew."));
        Refuse(content.Names.Count == 0, Key("Choose at least one person, or type a name."), "Names");
        Refuse(content.Names.Count > MostPeople || content.Names.Any(name => name.Length > Person.NameMaxLength), Key("At most fifty persons, each name at most sixty characters."), "OtherNames");
        if (content.Days < Rule.LeastDays) throw new RuleBrokenException("A public posting lasts at least {0} working days: {1}, Article {2}.", Rule.LeastDays, PostingRule.Regulation, Rule.Article) { Field = nameof(Days) };
        Refuse(content.Days > MostDays, Key("A posting lasts thirty working days at most."), nameof(Days));
        RefuseDay(content.FirstOn, clock.Today);
        RefuseContact(content.Contact);

        _people.Clear();
        _people.AddRange(content.Names.Select(name => new PostedPerson(BranchId, name, Rule.Stage)));
        (FirstOn, Days, Reach, CountsFirstDay, PeopleCount) = (content.FirstOn, content.Days, content.Reach, clock.CountsFirstDay, _people.Count);
        (ContactPlace, ContactTelephone, ContactEmail) = (content.Contact.Place, content.Contact.Telephone, content.Contact.Email);
        (State, EditedBy) = (PostingState.Draft, by.AccountId);
        Recount(clock);
    }

    /// <summary>Puts it up; for the Internet, asks for approval first.</summary>
    /// <exception cref="RuleBrokenException">It is no draft, or its first day is past.</exception>
    public void Publish(Viewer by, PostingClock clock)
    {
        Refuse(State is not PostingState.Draft, Key("This posting is not a draft any more."));
        RefuseDay(FirstOn, clock.Today);
        (PublishedBy, State) = (by.AccountId, Reach is PostingReach.Internet ? PostingState.AwaitingApproval : PostingState.Posted);
        Recount(clock);
    }

    /// <exception cref="RuleBrokenException">It does not wait, its first day is past, or the approver wrote or submitted it.</exception>
    public void Approve(Viewer by, PostingClock clock)
    {
        Refuse(State is not PostingState.AwaitingApproval, Key("This posting does not wait for approval."));
        Publishing.RequireSecondPerson(by, EditedBy, PublishedBy);
        RefuseDay(FirstOn, clock.Today);
        (ApprovedBy, State) = (by.AccountId, PostingState.Posted);
        Recount(clock);
    }

    /// <summary>Counts the days anew, after the calendar of holidays changed.</summary>
    public void Recount(PostingClock clock)
    {
        if (State is PostingState.Closed) return;

        LastOn = Term.Counted(clock.Days)[^1];
        IsProvisional = !clock.Days.Knows(FirstOn.Year) || !clock.Days.Knows(LastOn.Year);
    }

    /// <summary>Ends it with what came of it. Only a withdrawal, with its reason, may come before the last counted day is over.</summary>
    /// <exception cref="RuleBrokenException">It is not posted, still runs, or lacks the words that such a result needs.</exception>
    public void Close(PostingResult result, string? note, Viewer by, PostingClock clock)
    {
        Refuse(State is not PostingState.Posted, Key("Only what has been posted ends with a result."));
        Recount(clock);
        if (result is not PostingResult.Withdrawn && clock.Today <= LastOn) throw new RuleBrokenException("The posting runs to the end of {0}. Record the result from the day after, or withdraw it with a reason.", LastOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) { Field = "Result" };
        Refuse(result is PostingResult.ObjectionsExamined && string.IsNullOrWhiteSpace(note), Key("Write what was examined and what came of it, without naming who objected."), "Note");
        Refuse(result is PostingResult.Withdrawn && string.IsNullOrWhiteSpace(note), Key("Say why it is withdrawn."), "Note");

        (Result, ResultNote, ClosedOn, ClosedBy, State) = (result, note, clock.Today, by.AccountId, PostingState.Closed);
    }

    /// <exception cref="RuleBrokenException">It went up: then it is kept with its result.</exception>
    public void RequireDiscardable() => Refuse(!MayBeChanged, Key("What has been posted is kept with its result. Withdraw it with a reason."));

    /// <summary>Forgets who was posted and what was said about them; how many and what came of it stays.</summary>
    public void ForgetNames()
    {
        if (State is not PostingState.Closed) return;

        _people.Clear();
        ResultNote = null;
    }

    private static void RefuseDay(DateOnly first, DateOnly today)
    {
        Refuse(first < today, Key("The first day is past. Choose today or a later day."), nameof(FirstOn));
        Refuse(first > today.AddDays(MostDaysAhead), Key("The first day is more than sixty days ahead."), nameof(FirstOn));
    }

    private void RefuseContact(ObjectionContact contact)
    {
        Refuse(Branch is { ParentId: null, Parent: null }, Key("Objections go to the level above, and no organisation stands above this one."), "BranchId");
        Refuse(string.IsNullOrWhiteSpace(contact.Telephone) && string.IsNullOrWhiteSpace(contact.Email), Key("Give a telephone or an e-mail of the level above, so that objections are heard."), nameof(ContactTelephone));
        Refuse(contact.Telephone is { } telephone && telephone == Branch.Telephone, Key("This is the telephone of the branch itself. Objections go to the level above."), nameof(ContactTelephone));
    }

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;

    private static void Refuse(bool isBroken, string sentence, string? field = null)
    {
        if (isBroken) throw new RuleBrokenException(sentence) { Field = field };
    }
}
