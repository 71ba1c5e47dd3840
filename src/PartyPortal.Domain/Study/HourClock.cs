namespace PartyPortal.Domain.Study;

/// <summary>For which days class hours may be written down.</summary>
/// <param name="Today">The portal's day.</param>
/// <param name="LateDays">So far into a year the one before is open.</param>
public sealed record HourClock(DateOnly Today, int LateDays)
{
    public DateOnly Earliest => new(Today.DayOfYear <= LateDays ? Today.Year - 1 : Today.Year, 1, 1);

    /// <exception cref="RuleBrokenException">The day is to come, or its year is closed.</exception>
    public void Require(DateOnly day)
    {
        if (day > Today) throw new RuleBrokenException("This day is still to come.") { Field = "On" };
        if (day < Earliest) throw new RuleBrokenException("The year {0} is closed: its hours could be noted until {1}.", day.Year, new DateOnly(day.Year + 1, 1, 1).AddDays(LateDays - 1)) { Field = "On" };
    }
}
