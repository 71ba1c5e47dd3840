using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Settings;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

/// <summary>Counts how organisations stand with their study. It is the portal's own work: to anybody else the gates show too little to count.</summary>
public static class StudyFigureBook
{
    // So many at once, that the people of a whole university never lie in memory together.
    private const int AtOnce = 20;

    /// <summary>Of each organisation in use that has members of its own, by the end of a day. Nothing is saved.</summary>
    public static async Task<IReadOnlyList<StudyFigure>> CountStudyAsync(this PortalDb db, DateOnly day, PortalSettings settings)
    {
        var organisations = await db.Members().Where(p => p.Branch.Gone == 0).Select(p => p.BranchId).Distinct().Order().ToListAsync();
        List<StudyFigure> figures = [];
        foreach (var some in organisations.Chunk(AtOnce)) figures.AddRange(await db.CountAsync(some, day, settings));
        return figures;
    }

    private static async Task<IEnumerable<StudyFigure>> CountAsync(this PortalDb db, int[] organisations, DateOnly day, PortalSettings settings)
    {
        var newYear = new DateOnly(day.Year, 1, 1);
        var members = await db.Members().Where(p => organisations.Contains(p.BranchId)).Select(p => new
        {
            p.Id,
            p.BranchId,
            Offices = db.RoleGrants.Where(g => g.AccountId == p.AccountId && g.Until == null).Select(g => g.Role).ToList(),
            HasFinished = db.CourseCompletions.Any(c => c.AccountId == p.AccountId && c.On >= newYear && c.On <= day),
        }).ToListAsync();
        var hours = await db.HoursAsync([.. members.Select(m => m.Id)]);
        return members.GroupBy(m => m.BranchId).Select(all => new StudyFigure(all.Key, day, new(
            all.Count(), all.Count(m => hours[m.Id].Until(day) >= settings.HoursOf(isMember: true, m.Offices)), all.Count(m => m.HasFinished))));
    }

    private static IQueryable<Person> Members(this PortalDb db) => db.People.Where(p => p.Stage == Stage.ProbationaryMember || p.Stage == Stage.FullMember);
}
