using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;

namespace PartyPortal.Data.People;

public static class AudienceReach
{
    /// <summary>Those of the people whom an audience names; nobody who has left.</summary>
    /// <param name="people">Of these.</param>
    /// <param name="audience">Whom something is for.</param>
    /// <param name="publisher">The organisation that publishes it.</param>
    /// <param name="stages">Of these stages alone; 0 where none is named.</param>
    public static IQueryable<Person> ReachedBy(this IQueryable<Person> people, AudienceKind audience, Branch publisher, int stages = 0)
    {
        var (branch, path, named) = (publisher.Id, publisher.Path, StageBits.StagesIn(stages));
        var here = people.Where(p => p.Stage != Stage.Former);
        if (stages != 0) here = here.Where(p => named.Contains(p.Stage));
        return audience switch
        {
            AudienceKind.Applicants => here.Where(p => p.Stage >= Stage.Applicant && p.Stage <= Stage.FullMember),
            AudienceKind.Members => here.Where(p => p.Stage == Stage.ProbationaryMember || p.Stage == Stage.FullMember),
            AudienceKind.Subtree => here.Where(p => p.Branch.Path.StartsWith(path)),
            AudienceKind.Branch => here.Where(p => p.BranchId == branch),
            _ => here,
        };
    }
}
