using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Study;

/// <summary>What is written down about a meeting or a class.</summary>
public sealed record HourEventContent(HourSource Source, string Title, DateOnly On, decimal Hours)
{
    /// <summary>The course whose offline form it is: whoever did both has its hours once.</summary>
    public int? CourseId { get; init; }
}

/// <summary>A meeting, an offline class or a day of a training class that gives class hours to whoever was there: one event, whoever writes it down.</summary>
public sealed class HourEvent : IBelongToBranch, IAudited, ISentOnce
{
    public const int TitleMaxLength = 120;

    private readonly List<HourAttendance> _attendances = [];

    private HourEvent() { }

    /// <exception cref="RuleBrokenException">It has no title, is no event that people attend, or its day may not be written down.</exception>
    public HourEvent(int branchId, HourEventContent content, HourClock clock)
    {
        if (content.Source is HourSource.Course or HourSource.SelfStudy) throw new RuleBrokenException("Choose what it was.") { Field = nameof(Source) };
        if (ClassHours.KeyOf(content.Title).Length == 0) throw new RuleBrokenException("Write a title.") { Field = nameof(Title) };

        clock.Require(content.On);
        (BranchId, Source, Title, TitleKey, On, Hours, CourseId) = (branchId, content.Source, content.Title, ClassHours.KeyOf(content.Title), content.On, content.Hours, content.CourseId);
    }

    public int Id { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public HourSource Source { get; private init; }
    public string Title { get; private init; } = "";

    /// <summary>In one branch there is one of this name a day.</summary>
    public string TitleKey { get; private init; } = "";

    public DateOnly On { get; private init; }
    public decimal Hours { get; private init; }
    public int? CourseId { get; private init; }
    public Guid? SentKey { get; init; }
    public IReadOnlyList<HourAttendance> Attendances => _attendances;

    /// <summary>As it is counted.</summary>
    public string Key => CourseId is { } course ? HourEntry.OfCourse(course) : $"event:{Id}";

    /// <summary>Writes down who was there. What they have on that day already is theirs to know: nothing is refused for it, and their account counts no more than a day has.</summary>
    /// <exception cref="RuleBrokenException">Somebody had not joined by then: each is named.</exception>
    public void Attend(IEnumerable<Person> people)
    {
        List<Person> others = [.. people.Where(p => !_attendances.Exists(a => a.PersonId == p.Id))];
        if (NamesOf(others.Where(p => On < p.AdmittedOn)) is { } early) throw new RuleBrokenException("They had not joined by that day: {0}.", early) { Field = "People" };

        _attendances.AddRange(others.Select(p => new HourAttendance(this, p)));
    }

    /// <summary>Gives those who were not there a material in its place.</summary>
    /// <param name="people">With their branches.</param>
    /// <param name="material">What they are to study.</param>
    /// <param name="dueOn">Until when they are asked to.</param>
    /// <param name="today">The portal's day.</param>
    /// <exception cref="RuleBrokenException">Nobody is chosen, the day is past, or somebody was there or may not open the material: each is named.</exception>
    public IReadOnlyList<MakeUpStudy> MakeUp(IReadOnlyCollection<Person> people, StudyMaterial material, DateOnly dueOn, DateOnly today)
    {
        if (people.Count == 0) throw new RuleBrokenException("Choose who was not there.") { Field = "People" };
        if (dueOn < today) throw new RuleBrokenException("The last day is past already.") { Field = nameof(MakeUpStudy.DueOn) };
        if (NamesOf(people.Where(p => _attendances.Exists(a => a.PersonId == p.Id))) is { } there) throw new RuleBrokenException("They were there: {0}.", there) { Field = "People" };
        if (NamesOf(people.Where(p => material.State is not StudyState.Published || !Audience.Reaches(material.Addressees, p))) is { } shut)
            throw new RuleBrokenException("They may not open this material: {0}.", shut) { Field = nameof(MakeUpStudy.MaterialId) };

        return [.. people.Select(p => new MakeUpStudy(this, p, material, dueOn))];
    }

    private static string? NamesOf(IEnumerable<Person> people) => string.Join(" · ", people.Select(p => p.Name)) is { Length: > 0 } names ? names : null;
}

/// <summary>That somebody was there.</summary>
public sealed class HourAttendance : IBelongToBranch, IAudited
{
    private HourAttendance() { }

    internal HourAttendance(HourEvent @event, Person person) => (Event, BranchId, PersonId) = (@event, @event.BranchId, person.Id);

    public int Id { get; private init; }
    public int EventId { get; private init; }
    public HourEvent Event { get; private init; } = null!;

    /// <summary>The event's own.</summary>
    public int BranchId { get; private init; }

    public Branch Branch { get; private init; } = null!;
    public int PersonId { get; private init; }
    public Person Person { get; private init; } = null!;
}
