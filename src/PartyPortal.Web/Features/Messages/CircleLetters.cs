using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Messages;
using PartyPortal.Domain.Messages;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Tells somebody once of each circle into which they were taken. What is read there they find by themselves.</summary>
internal static class CircleLetters
{
    public static async Task TellAsync(PortalDb db, OutboxMessage cause, DateOnly today)
    {
        var joined = await db.CircleMembers.Where(m => m.PersonId == cause.SubjectId && m.AwaitsWord && m.Circle.EndedOn == null && m.Person.AccountId != null && m.Person.AccountId != cause.CausedBy)
            .OrderBy(m => m.Id).Select(m => new { m.Id, m.Person.AccountId, m.Circle.Title }).ToListAsync();
        foreach (var member in joined)
        {
            await db.TellAsync([member.AccountId!], new Letter(cause.Kind, $"circle:{member.Id}", today, Title: member.Title));
            if (await db.CircleMembers.SingleOrDefaultAsync(m => m.Id == member.Id) is { } told) told.WasTold();
            await db.SaveChangesAsync();
        }
    }
}
