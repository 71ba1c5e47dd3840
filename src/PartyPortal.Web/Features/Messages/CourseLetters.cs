using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Messages;
using PartyPortal.Data.Study;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Tells those who are asked to take a course and have not finished it.</summary>
internal static class CourseLetters
{
    private const int AtOnce = 500;

    public static async Task TellAsync(PortalDb db, OutboxMessage cause, DateOnly today)
    {
        var (isNew, yesterday) = (cause.Kind is MessageKind.CourseAssigned, today.AddDays(-1));
        var open = await db.CourseAssignments.AsNoTracking().Include(a => a.Branch).Where(a => a.EndedOn == null && a.Course.State == StudyState.Published)
            .Where(a => isNew ? a.CourseId == cause.SubjectId && a.AssignedOn >= yesterday : a.Id == cause.SubjectId).ToListAsync();
        // The cause names the course. An assignment of long ago was told then, and its letters may be forgotten by now.
        foreach (var assignment in open)
            await TellAsync(db, assignment, new Letter(cause.Kind, isNew ? $"course:{assignment.Id}" : $"{cause.Id:N}", today, Title: $"{assignment.Title} ({assignment.DueOn:yyyy-MM-dd})") { CourseId = assignment.CourseId });
    }

    private static async Task TellAsync(PortalDb db, CourseAssignment assignment, Letter letter)
    {
        var waiting = db.People.AskedBy(assignment).Where(p => p.AccountId != null && !db.CourseCompletions.Any(c => c.CourseId == assignment.CourseId && c.AccountId == p.AccountId));
        for (var last = 0; ;)
        {
            var page = await waiting.Where(p => p.Id > last).OrderBy(p => p.Id).Take(AtOnce).Select(p => new { p.Id, p.AccountId }).ToListAsync();
            if (page.Count == 0) return;

            await db.TellAsync([.. page.Select(p => p.AccountId!)], letter);
            last = page[^1].Id;
        }
    }
}
