using PartyPortal.Domain.Access;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.People;

namespace PartyPortal.Data.Notices;

public static class NoticeReach
{
    /// <summary>Those of the people whom the notice is for and who have an account. The notice's branch must be loaded.</summary>
    public static IQueryable<Person> ReachedBy(this IQueryable<Person> people, Notice notice)
    {
        var (branch, path) = (notice.BranchId, notice.Branch.Path);
        var here = people.Where(p => p.AccountId != null && p.Stage != Stage.Former);
        return notice.AudienceKind switch
        {
            AudienceKind.Applicants => here.Where(p => p.Stage >= Stage.Applicant && p.Stage <= Stage.FullMember),
            AudienceKind.Members => here.Where(p => p.Stage == Stage.ProbationaryMember || p.Stage == Stage.FullMember),
            AudienceKind.Subtree => here.Where(p => p.Branch.Path.StartsWith(path)),
            AudienceKind.Branch => here.Where(p => p.BranchId == branch),
            _ => here,
        };
    }
}
