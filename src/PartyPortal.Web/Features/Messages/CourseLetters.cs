using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Messages;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Tells those who are asked to take a course, can open it and have not finished it; and each office that asks of a course that not all of them can open any more.</summary>
internal static class CourseLetters
{
    private const int AtOnce = 500;

    private static readonly Role[] Offices = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary, Role.OrganisationOffice];

    public static Task TellAsync(PortalDb db, OutboxMessage cause, DateOnly today) =>
        cause.Kind is MessageKind.CourseWithdrawn or MessageKind.CourseNarrowed ? TellOfficesAsync(db, cause, today) : TellLearnersAsync(db, cause, today);

    private static async Task TellOfficesAsync(PortalDb db, OutboxMessage cause, DateOnly today)
    {
        var holders = await OfficeHolders.OfAsync(db, today);
        foreach (var assignment in await Open(db).Where(a => a.CourseId == cause.SubjectId).ToListAsync())
        {
            if (cause.Kind is MessageKind.CourseNarrowed ? assignment.IsOpenToAll(assignment.Course) : assignment.Course.State is StudyState.Published) continue;

            var office = holders.At(assignment.Branch, Offices).Select(g => g.AccountId).Where(account => account != cause.CausedBy);
            await db.TellAsync([.. office.Distinct()], new Letter(cause.Kind, $"{cause.Id:N}", today, Title: assignment.Title) { CourseId = assignment.CourseId });
        }
    }

    private static async Task TellLearnersAsync(PortalDb db, OutboxMessage cause, DateOnly today)
    {
        var (isNew, yesterday) = (cause.Kind is MessageKind.CourseAssigned, today.AddDays(-1));
        var open = await Open(db).Where(a => isNew ? a.CourseId == cause.SubjectId && a.AssignedOn >= yesterday : a.Id == cause.SubjectId).ToListAsync();
        // The cause names the course. An assignment of long ago was told then, and its letters may be forgotten by now.
        foreach (var assignment in open)
            await TellAsync(db, assignment, new Letter(cause.Kind, isNew ? $"course:{assignment.Id}" : $"{cause.Id:N}", today, Title: $"{assignment.Title} ({assignment.DueOn:yyyy-MM-dd})") { CourseId = assignment.CourseId });
    }

    private static IQueryable<CourseAssignment> Open(PortalDb db) => db.CourseAssignments.AsNoTracking().Include(a => a.Branch).Include(a => a.Course.Branch).Where(a => a.EndedOn == null);

    private static async Task TellAsync(PortalDb db, CourseAssignment assignment, Letter letter)
    {
        var waiting = db.People.AskedNowBy(assignment, assignment.Course).Where(p => p.AccountId != null && !db.CourseCompletions.Any(c => c.CourseId == assignment.CourseId && c.AccountId == p.AccountId));
        for (var last = 0; ;)
        {
            var page = await waiting.Where(p => p.Id > last).OrderBy(p => p.Id).Take(AtOnce).Select(p => new { p.Id, p.AccountId }).ToListAsync();
            if (page.Count == 0) return;

            await db.TellAsync([.. page.Select(p => p.AccountId!)], letter);
            last = page[^1].Id;
        }
    }
}
