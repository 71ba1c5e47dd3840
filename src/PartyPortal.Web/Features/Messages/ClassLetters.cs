using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Messages;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Messages;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Tells those who signed up for a class: of a seat once it is theirs, of what changed, of its end.</summary>
internal static class ClassLetters
{
    public static async Task TellAsync(PortalDb db, OutboxMessage cause, DateOnly today)
    {
        if (await db.TrainingClasses.AsNoTracking().SingleOrDefaultAsync(c => c.Id == cause.SubjectId) is not { } of) return;

        var letter = new Letter(cause.Kind, $"{cause.Id:N}", today, Title: of.Title) { ClassId = of.Id };
        if (cause.Kind is MessageKind.ClassSeat) await TellOfSeatsAsync(db, of, letter);
        else await db.TellAsync(await db.ClassSignUps.Where(s => s.ClassId == of.Id).OrderBy(s => s.Number).Select(s => s.AccountId).ToListAsync(), letter);
    }

    private static async Task TellOfSeatsAsync(PortalDb db, TrainingClass of, Letter letter)
    {
        if (of.State is not ClassState.Announced) return;

        var signUps = await db.ClassSignUps.Where(s => s.ClassId == of.Id).OrderBy(s => s.Number).ToListAsync();
        // Whoever signed up in the moment in which the quota became smaller took it for a seat.
        foreach (var waiting in signUps.Skip(of.Quota)) waiting.Waits();
        await db.SaveChangesAsync();
        foreach (var moved in signUps.Take(of.Quota).Where(s => s.AwaitsWord))
        {
            await db.TellAsync([moved.AccountId], letter with { Key = $"class-seat:{moved.Id}" });
            if (await db.ClassSignUps.SingleOrDefaultAsync(s => s.Id == moved.Id) is { } told) told.WasTold();
            await db.SaveChangesAsync();
        }
    }
}
