using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Tests;

public sealed class AbsenceTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly RoleGrant Office = new("li", Role.OrganisationOffice, null, Today, "test");
    private static readonly RoleGrant Other = new("zhao", Role.OrganisationOffice, null, Today, "test");

    [Fact]
    public void Somebody_else_stands_in_for_some_days()
    {
        var absence = new Absence(Office, Other, Today, Today.AddDays(6), Today);

        Assert.Equal(("li", "zhao"), (absence.AccountId, absence.StandInId));
    }

    [Fact]
    public void Nobody_stands_in_without_an_equal_right_nor_for_themselves()
    {
        Breaks("Only somebody else with an equal right can stand in. A stand-in gets no new right.", () => _ = new Absence(Office, null, Today, Today, Today));
        Breaks("Only somebody else with an equal right can stand in. A stand-in gets no new right.", () => _ = new Absence(Office, Office, Today, Today, Today));
    }

    [Fact]
    public void The_days_are_a_range_that_is_not_over_and_half_a_year_at_most()
    {
        Breaks("The last day lies before the first.", () => _ = new Absence(Office, Other, Today, Today.AddDays(-1), Today));
        Breaks("The last day is past already.", () => _ = new Absence(Office, Other, Today.AddDays(-3), Today.AddDays(-1), Today));
        Breaks("Half a year at most. For longer the office itself is given to somebody else.", () => _ = new Absence(Office, Other, Today, Today.AddDays(Absence.MostDays), Today));
    }

    private static void Breaks(string rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBrokenException>(act).Message);
}
