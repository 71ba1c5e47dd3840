using PartyPortal.Data.People;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.People;

namespace PartyPortal.Data.Notices;

public static class NoticeReach
{
    /// <summary>Those of the people whom the notice is for and who have an account. The notice's branch must be loaded.</summary>
    public static IQueryable<Person> ReachedBy(this IQueryable<Person> people, Notice notice) => people.Where(p => p.AccountId != null).ReachedBy(notice.AudienceKind, notice.Branch);
}
