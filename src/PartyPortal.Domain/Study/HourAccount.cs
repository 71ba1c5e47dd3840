using System.ComponentModel.DataAnnotations;

namespace PartyPortal.Domain.Study;

public enum HourSource
{
    [Display(Name = "Meeting")]
    Meeting = 1,

    [Display(Name = "Offline class")]
    OfflineClass,

    [Display(Name = "Training class")]
    TrainingClass,

    [Display(Name = "Self-study")]
    SelfStudy,

    [Display(Name = "Course")]
    Course,
}

/// <summary>Something that gives somebody class hours.</summary>
/// <param name="Source">What kind of thing it is.</param>
/// <param name="Event">What is counted once: a course and its offline form are one. So is what has the same title on the same day.</param>
/// <param name="Title">What it was called.</param>
/// <param name="On">The day on which it counts.</param>
/// <param name="Hours">What it gives.</param>
public sealed record HourEntry(HourSource Source, string Event, string Title, DateOnly On, decimal Hours)
{
    /// <summary>The helper who wrote it down for somebody else; null where nobody did.</summary>
    public string? RecordedBy { get; init; }

    /// <summary>The row to which the member may still object: it counts by a signature that a helper has seen.</summary>
    public int? SignedStudyId { get; init; }

    /// <summary>Other titles of a session of a class, which is written down elsewhere by the title of its class or by its topic.</summary>
    public IReadOnlyList<string> SessionNames { get; init; } = [];

    /// <summary>By which the same event of one day is known again, whoever writes it down.</summary>
    internal IEnumerable<string> Keys => SessionNames.Prepend(Title).Select(ClassHours.KeyOf).Where(key => key.Length > 0).Distinct();

    public static string OfCourse(int courseId) => $"course:{courseId}";
}

/// <summary>An entry as it counts.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Counted">Its hours, as far as its day has room and its event did not count before.</param>
/// <param name="Before">For which its event counts already; null where it counts for this one.</param>
public sealed record HourLine(HourEntry Entry, decimal Counted, HourEntry? Before);

/// <summary>
/// The class hours of one person. Nothing is added up in the database: they are counted from their sources whenever somebody looks, so that an event counts once and
/// a day gives no more than a day has, in whichever order they were written down.
/// </summary>
public sealed class HourAccount
{
    private const int Months = 12;

    public HourAccount(IEnumerable<HourEntry> entries)
    {
        var lines = new List<HourLine>();
        Dictionary<string, HourEntry> counted = [];
        Dictionary<(DateOnly, string), HourEntry> called = [];
        Dictionary<DateOnly, decimal> days = [];
        foreach (var entry in entries.OrderBy(e => e.On).ThenBy(e => e.Source).ThenBy(e => e.Event, StringComparer.Ordinal).ThenByDescending(e => e.Hours).ThenBy(e => e.Title, StringComparer.Ordinal))
        {
            var before = counted.GetValueOrDefault(entry.Event) ?? SameOf(entry, called);
            var hours = before is null ? Math.Min(entry.Hours, ClassHours.MostPerDay - days.GetValueOrDefault(entry.On)) : 0;
            if (hours > 0) counted.Add(entry.Event, entry);
            if (hours > 0) foreach (var key in entry.Keys) called.TryAdd((entry.On, key), entry);
            days[entry.On] = days.GetValueOrDefault(entry.On) + hours;
            lines.Add(new HourLine(entry, hours, before));
        }

        Lines = lines;
    }

    /// <summary>From the first day on.</summary>
    public IReadOnlyList<HourLine> Lines { get; }

    public decimal In(int year) => Until(new DateOnly(year, Months, 31));

    /// <summary>What the year of a day has given by then.</summary>
    public decimal Until(DateOnly day) => Lines.Where(l => l.Entry.On.Year == day.Year && l.Entry.On <= day).Sum(l => l.Counted);

    /// <summary>January to December.</summary>
    public IReadOnlyList<decimal> MonthsOf(int year) => [.. Enumerable.Range(1, Months).Select(month => Lines.Where(l => (l.Entry.On.Year, l.Entry.On.Month) == (year, month)).Sum(l => l.Counted))];

    public decimal On(DateOnly day) => Lines.Where(l => l.Entry.On == day).Sum(l => l.Counted);

    /// <summary>Whether a day would have more than it can, were this added to it.</summary>
    public bool IsTooMuch(DateOnly day, decimal hours) => On(day) + hours > ClassHours.MostPerDay;

    // Two sessions of one class are two, though both bear its title.
    private static HourEntry? SameOf(HourEntry entry, Dictionary<(DateOnly, string), HourEntry> called) =>
        entry.Keys.Select(key => called.GetValueOrDefault((entry.On, key))).FirstOrDefault(found => found is not null && (entry.SessionNames.Count == 0 || found.SessionNames.Count == 0));
}
