namespace PartyPortal.Domain.Access;

/// <summary>
/// The holder of an office is away for some days, and somebody who may do the same by an office of their own looks after what waits there.
/// It gives nobody a right, and says to nobody why.
/// </summary>
public sealed class Absence : IBelongToAccount, IAudited
{
    public const int MostDays = 184;

    private Absence() { }

    /// <param name="office">That is looked after.</param>
    /// <param name="own">By which the other may do the same; null where there is none.</param>
    /// <exception cref="RuleBrokenException">The other has no equal right, or the days are none.</exception>
    public Absence(RoleGrant office, RoleGrant? own, DateOnly from, DateOnly until, DateOnly today)
    {
        if (own is null || own.AccountId == office.AccountId) throw new RuleBrokenException("Only somebody else with an equal right can stand in. A stand-in gets no new right.") { Field = nameof(StandInId) };
        if (until < from) throw new RuleBrokenException("The last day lies before the first.") { Field = nameof(Until) };
        if (until < today) throw new RuleBrokenException("The last day is past already.") { Field = nameof(Until) };
        if (until.DayNumber - from.DayNumber >= MostDays) throw new RuleBrokenException("Half a year at most. For longer the office itself is given to somebody else.") { Field = nameof(Until) };

        (AccountId, GrantId, StandInId, From, Until) = (office.AccountId, office.Id, own.AccountId, from, until);
    }

    public int Id { get; private init; }
    public string AccountId { get; private init; } = "";
    public int GrantId { get; private init; }
    public RoleGrant Grant { get; private init; } = null!;
    public string StandInId { get; private init; } = "";
    public DateOnly From { get; private init; }
    public DateOnly Until { get; private init; }
}
