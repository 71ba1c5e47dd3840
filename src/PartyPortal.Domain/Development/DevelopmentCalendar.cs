using PartyPortal.Domain.WorkCalendar;

namespace PartyPortal.Domain.Development;

/// <summary>Where a term falls.</summary>
/// <param name="Day">The first day allowed, or the last.</param>
/// <param name="Counted">The working days that make it up; empty where months do.</param>
/// <param name="Actual">The day on which the step was, or is to be, done; null where it is not known.</param>
/// <param name="IsProvisional">Working days were counted in a year whose holidays are not entered yet.</param>
public sealed record DevelopmentDay(DevelopmentTerm Term, DateOnly Day, IReadOnlyList<DateOnly> Counted, DateOnly? Actual, bool IsProvisional)
{
    public bool IsBroken => Actual is { } actual && (Term.Kind is TermKind.NotBefore ? actual < Day : actual > Day);
}

/// <summary>Works out the terms of a case from the days that are known. It decides nothing: an organisation decides, in a meeting.</summary>
public sealed class DevelopmentCalendar(DevelopmentRules rules, WorkingDays workingDays)
{
    public const int FirstYear = 1921;
    public const int LastYear = 2100;

    /// <exception cref="RuleBrokenException">A day lies before that of an earlier step, or outside the years that make sense.</exception>
    public IReadOnlyList<DevelopmentDay> Of(IReadOnlyDictionary<DevelopmentStep, DateOnly> known)
    {
        RefuseImpossible(known);
        return [.. rules.Terms.Where(term => known.ContainsKey(term.From)).Select(term => Place(term, known[term.From], known.TryGetValue(term.Until, out var actual) ? actual : null))];
    }

    private static void RefuseImpossible(IReadOnlyDictionary<DevelopmentStep, DateOnly> known)
    {
        DateOnly? before = null;
        foreach (var (step, day) in known.OrderBy(k => k.Key))
        {
            if (day.Year is < FirstYear or > LastYear) throw new RuleBrokenException("Give a day between the years {0} and {1}.", FirstYear, LastYear) { Field = step.ToString() };
            if (day < before) throw new RuleBrokenException("This day lies before that of an earlier step. The steps follow one another in this order.") { Field = step.ToString() };

            before = day;
        }
    }

    private DevelopmentDay Place(DevelopmentTerm term, DateOnly from, DateOnly? actual)
    {
        // The end of a month stays the end of a month: a month after 31 January is the last of February.
        if (term.WorkingDays == 0) return new(term, from.AddMonths(term.Months), [], actual, IsProvisional: false);

        // The first day of a posting is not counted, and its last is still the posting's.
        var last = workingDays.After(from, term.WorkingDays);
        var counted = Enumerable.Range(1, last.DayNumber - from.DayNumber).Select(from.AddDays).Where(workingDays.IsWorked).ToList();
        return new(term, last.AddDays(1), counted, actual, IsProvisional: !workingDays.Knows(from.Year) || !workingDays.Knows(last.Year));
    }
}
