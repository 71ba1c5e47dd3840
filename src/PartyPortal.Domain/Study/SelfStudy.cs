using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Study;

public enum SelfStudyState
{
    [Display(Name = "Waits for a confirmation")]
    Waiting = 1,

    [Display(Name = "Confirmed")]
    Confirmed,

    [Display(Name = "Turned down")]
    TurnedDown,

    [Display(Name = "Waits for the member's own word")]
    AwaitsMember,

    [Display(Name = "The member objected")]
    Objected,
}

/// <summary>What somebody says of their own study.</summary>
/// <param name="Note">What it was, in a line.</param>
public sealed record SelfStudyContent(string Title, DateOnly On, decimal Hours, string Note)
{
    /// <summary>The course that was done with a helper, or on paper: on the portal too it counts once.</summary>
    public int? CourseId { get; init; }
}

/// <summary>
/// Study that somebody declares by their own word, or that a helper writes down for them. It counts by the word of two: an officer confirms what a member declares, and the
/// member, signed in or on paper, what a helper wrote down.
/// </summary>
public sealed class SelfStudy : IAnsweredBy, IVersioned, IAudited
{
    public const int TitleMaxLength = 120;
    public const int NoteMaxLength = 200;
    public const int ReasonMaxLength = 200;

    private SelfStudy() { }

    public SelfStudy(Person person, string title, DateOnly on, string? helperId = null) => (Person, PersonId, Title, TitleKey, On) = (person, person.Id, title.Trim(), KeyOf(title, helperId), on);

    public int Id { get; private init; }
    public int PersonId { get; private init; }

    /// <summary>With the branch, whose officers decide and help: of the branch in which the person is then.</summary>
    public Person Person { get; private init; } = null!;

    [Personal] public string Title { get; private init; } = "";

    /// <summary>The same of one day is one study, of the member and of each helper: what others have written down tells nobody anything.</summary>
    [Personal] public string TitleKey { get; private init; } = "";

    [Personal] public DateOnly On { get; private init; }
    [Personal] public decimal Hours { get; private set; }
    [Personal] public string Note { get; private set; } = "";
    [Personal] public SelfStudyState State { get; private set; } = SelfStudyState.TurnedDown;

    /// <summary>Why it was turned down.</summary>
    [Personal] public string? Reason { get; private set; }

    public int? CourseId { get; private set; }

    /// <summary>The account of the helper who wrote it down; null where the member declared it.</summary>
    [Personal] public string? RecordedBy { get; private set; }

    /// <summary>The helper's name that day.</summary>
    [Personal] public string? HelperName { get; private set; }

    /// <summary>Whether the helper is an officer of the member's: then the member's word is the second one, and no other is needed.</summary>
    [Personal] public bool IsByOfficer { get; private set; }

    /// <summary>The day of the member's signature, where it was given on paper.</summary>
    [Personal] public DateOnly? SignedOn { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>As it is counted.</summary>
    public string Key => CourseId is { } course ? HourEntry.OfCourse(course) : $"study:{Id}";

    /// <param name="title">What was studied.</param>
    /// <param name="helperId">The account of whoever writes it down for somebody else.</param>
    public static string KeyOf(string title, string? helperId = null) => helperId is null ? ClassHours.KeyOf(title) : $"{ClassHours.KeyOf(title)}·{helperId}";

    public bool IsAnsweredBy(Viewer viewer) => viewer.PersonId == PersonId || IsBeingWrittenBy(viewer) || viewer.Manages(Person.Branch.Path);

    // It is for nothing until the member has agreed.
    private bool IsBeingWrittenBy(Viewer viewer) => RecordedBy is not null && RecordedBy == viewer.AccountId && State is SelfStudyState.AwaitsMember;

    /// <summary>Says that it was done; again, where it was turned down.</summary>
    /// <param name="content">What it was.</param>
    /// <param name="hours">What the person has, what waits included.</param>
    /// <param name="clock">The days that are open.</param>
    /// <exception cref="RuleBrokenException">It is declared already, its day is not open, or the day would have more hours than it can.</exception>
    public void Declare(SelfStudyContent content, HourAccount hours, HourClock clock)
    {
        RequireNew(clock);
        if (On < Person.AdmittedOn) throw new RuleBrokenException("This day lies before the member joined, on {0}.", Person.AdmittedOn.Value) { Field = nameof(On) };
        if (hours.Lines.FirstOrDefault(l => l.Entry.On == On && l.Entry.Keys.Contains(TitleKey)) is { } same) throw new RuleBrokenException("This counts for that day already, as: {0}.", same.Entry.Source) { Field = nameof(Title) };
        if (hours.IsTooMuch(On, content.Hours)) throw new RuleBrokenException("A day has at most {0} class hours. That day has {1} already.", ClassHours.MostPerDay, ClassHours.Text(hours.On(On))) { Field = nameof(Hours) };

        Take(content, SelfStudyState.Waiting);
    }

    /// <summary>Writes down for somebody else that they studied. It counts when they say so themselves. What they have already is not asked, so that no refusal tells of it: their account counts it once, and no more than a day has.</summary>
    /// <exception cref="RuleBrokenException">It is the helper's own, was written down by the same helper already or objected to, or its day is not open.</exception>
    public void Record(SelfStudyContent content, HourClock clock, Viewer helper)
    {
        if (helper.PersonId == PersonId) throw new RuleBrokenException("Declare your own study under “My class hours”.") { Field = "PersonId" };
        if (State is SelfStudyState.Objected) throw new RuleBrokenException("The member has said that it was not so. It is not written down again.") { Field = nameof(Title) };

        RequireNew(clock);
        if (On < Person.AdmittedOn) throw new RuleBrokenException("They had not joined by that day: {0}.", Person.Name) { Field = nameof(On) };

        Take(content, SelfStudyState.AwaitsMember);
        (RecordedBy, HelperName, IsByOfficer) = (helper.AccountId, helper.Name, helper.Manages(Person.Branch.Path));
    }

    /// <summary>The member says, signed in, that it was so. What no officer wrote down is then confirmed by one, as what a member declares.</summary>
    /// <exception cref="RuleBrokenException">It does not wait for that.</exception>
    public void Agree()
    {
        RequireAwaiting();
        State = IsByOfficer ? SelfStudyState.Confirmed : SelfStudyState.Waiting;
    }

    /// <summary>The member says that it was not so, or that the signature is not theirs: it never counts, and its helper is told.</summary>
    /// <exception cref="RuleBrokenException">It does not wait for that, and does not count by a signature.</exception>
    public void Object()
    {
        if (this is not { State: SelfStudyState.Confirmed, SignedOn: not null }) RequireAwaiting();
        State = SelfStudyState.Objected;
    }

    /// <summary>The helper has seen the member's signature on paper, which is worth as much.</summary>
    /// <exception cref="RuleBrokenException">It does not wait for that, or the day lies before the study or is to come.</exception>
    public void SeeSignature(DateOnly on, DateOnly today)
    {
        RequireAwaiting();
        if (on > today) throw new RuleBrokenException("This day is still to come.") { Field = nameof(SignedOn) };
        if (on < On) throw new RuleBrokenException("The signature lies before the study.") { Field = nameof(SignedOn) };

        (State, SignedOn) = (SelfStudyState.Confirmed, on);
    }

    /// <exception cref="RuleBrokenException">It does not wait, or it is the officer's own.</exception>
    public void Confirm(Viewer by)
    {
        RequireOther(by);
        State = SelfStudyState.Confirmed;
    }

    /// <exception cref="RuleBrokenException">It does not wait, is the officer's own, or no reason is given.</exception>
    public void TurnDown(string? reason, Viewer by)
    {
        RequireOther(by);
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException("Say why, for the member reads it.") { Field = nameof(Reason) };

        (State, Reason) = (SelfStudyState.TurnedDown, reason);
    }

    /// <summary>Whether it may be taken back: what is confirmed stays.</summary>
    /// <exception cref="RuleBrokenException">It is confirmed.</exception>
    public void RequireOpen()
    {
        if (State is SelfStudyState.Confirmed) throw new RuleBrokenException("This is confirmed already, and stays.");
    }

    /// <summary>Whether its helper may still change it: with the member's word it is the member's.</summary>
    /// <exception cref="RuleBrokenException">The member has spoken.</exception>
    public void RequireAwaiting()
    {
        if (State is not SelfStudyState.AwaitsMember) throw new RuleBrokenException("This does not wait for the member's word any more.");
    }

    private void RequireNew(HourClock clock)
    {
        if (ClassHours.KeyOf(Title).Length == 0) throw new RuleBrokenException("Write a title.") { Field = nameof(Title) };
        if (State is not SelfStudyState.TurnedDown) throw new RuleBrokenException("This is declared for that day already. It counts once.") { Field = nameof(Title) };

        clock.Require(On);
    }

    private void Take(SelfStudyContent content, SelfStudyState state) => (Hours, Note, CourseId, State, Reason) = (content.Hours, content.Note, content.CourseId, state, null);

    private void RequireOther(Viewer by)
    {
        if (by.PersonId == PersonId) throw new RuleBrokenException("Nobody confirms their own study. Somebody else of the branch, or the organisation above, does it.");
        if (RecordedBy is not null && RecordedBy == by.AccountId) throw new RuleBrokenException("Somebody else than its helper confirms it.");
        if (State is not SelfStudyState.Waiting) throw new RuleBrokenException("This does not wait for a confirmation any more.");
    }
}
