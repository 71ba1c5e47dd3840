using PartyPortal.Data;
using PartyPortal.Data.Accounts;
using PartyPortal.Data.People;
using PartyPortal.Domain.People;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>Who still needs a slip, or asks for a new password.</summary>
/// <param name="Words">How a name, its pinyin or a number begins.</param>
/// <param name="Reset">Those with an open account, for a new password, instead of those without.</param>
/// <param name="Unprinted">Only those for whom no slip is valid.</param>
/// <param name="After">Where the page before ended.</param>
public sealed record SlipSearch(string? Words = null, bool Reset = false, bool Unprinted = false, string? After = null)
{
    internal IQueryable<Person> In(PortalDb db, DateTime now)
    {
        var people = db.People.Where(p => p.Stage != Stage.Former && db.Users.Any(a => a.Id == p.AccountId && a.State != AccountState.Invited) == Reset);
        if (Unprinted) people = people.Where(p => !db.Slips.Any(s => s.AccountId == p.AccountId && s.State == SlipState.Open && s.ExpiresAt > now));
        return people.Matching(Words);
    }
}

/// <param name="ValidUntil">Of the slip that is out; null where there is none.</param>
public sealed record SlipRow(int Id, string Name, string? Number, string Branch, DateTime? ValidUntil);
