using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Platform.Robots;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Has the groups' robots say what happened in public, at least once.</summary>
[Display(Name = "Tell the groups' robots")]
internal sealed class SendToRobots(IServiceScopeFactory scopes) : IPortalJob
{
    // Robots take about twenty a minute.
    private const int AtOnce = 10;

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var robot in scope.ServiceProvider.GetServices<IRobot>())
        {
            var due = await db.Deliveries
                .Where(d => d.Channel == robot.Channel && (d.State == DeliveryState.Waiting || d.State == DeliveryState.Sending) && d.DueAt <= now)
                .OrderBy(d => d.DueAt).ThenBy(d => d.Id).Take(AtOnce).ToListAsync();
            foreach (var delivery in due) await SayAsync(db, robot, delivery, now);
        }
    }

    private static async Task SayAsync(PortalDb db, IRobot robot, Delivery delivery, DateTime now)
    {
        delivery.TakeUp();
        // Asked for again at this moment: what was withdrawn since, or is no longer for everybody, is not said.
        if (!robot.IsOn || !await MayBeSaidAsync(db, delivery))
        {
            delivery.Drop(now);
            await db.SaveChangesAsync();
            return;
        }

        delivery.Begin();
        await db.SaveChangesAsync();
        var outcome = await robot.SayAsync(new PublicNews(delivery.Kind, delivery.NoticeId));
        if (outcome.Trouble is { } trouble) delivery.Postpone(trouble, now, mayHaveArrived: outcome.IsBroken);
        else delivery.Arrive(now);
        await db.SaveChangesAsync();
    }

    private static async Task<bool> MayBeSaidAsync(PortalDb db, Delivery delivery) => delivery.Kind is MessageKind.TestRobot
        || await db.Notices.AnyAsync(n => n.Id == delivery.NoticeId && n.State == NoticeState.Published && n.AudienceKey == Audience.Internet);
}
