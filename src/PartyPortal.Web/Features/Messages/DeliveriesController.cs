using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain;
using PartyPortal.Domain.Messages;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Mail;
using PartyPortal.Web.Platform.Robots;

namespace PartyPortal.Web.Features.Messages;

/// <summary>What leaves the portal and how it fared: sent, waiting, given up with the reason.</summary>
[Route("admin/deliveries"), Authorize(Policies.ManageSettings)]
public sealed class DeliveriesController(PortalDb db, CurrentViewer current, MailSettings mail, RobotSettings robots, TimeProvider clock) : Controller
{
    private const int Size = 30;

    [HttpGet("")]
    public async Task<IActionResult> Index(DeliveryState? state, string? after)
    {
        var counts = await db.Deliveries.GroupBy(d => new { d.State, d.MayBeTwice }).Select(g => new { g.Key.State, g.Key.MayBeTwice, Count = g.Count() }).ToListAsync();
        var rows = await db.Deliveries.Where(d => state == null || d.State == state).NewestFirstAsync(d => d.CreatedAt, d => d.Id, after, Size,
            d => new DeliveryRow(d.Id, d.CreatedAt, d.Channel, d.Kind, d.State, d.Trouble, d.Attempts, d.DueAt, d.MayBeTwice, db.Users.Where(u => u.Id == d.AccountId).Select(u => u.Email).FirstOrDefault()));
        return View(new DeliveriesPage(
            mail.IsOn, robots.Channels.Any(), rows, state, counts.GroupBy(c => c.State).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)), counts.Where(c => c.MayBeTwice).Sum(c => c.Count)));
    }

    [HttpPost("{id:int}/again")]
    public async Task<IActionResult> Again(int id)
    {
        if (await db.Deliveries.FindAsync(id) is not { } delivery) return NotFound();

        delivery.TryAgain(clock.UtcNow());
        db.Record("Delivery.Again", $"Delivery {id}");
        await db.SaveChangesAsync();
        return this.Done("It is tried again within seconds.", nameof(Index));
    }

    /// <summary>To the administrator's own address, by the same way as all e-mail.</summary>
    [HttpPost("test")]
    public async Task<IActionResult> Test()
    {
        var me = await db.Users.SingleAsync(a => a.Id == current.Viewer.AccountId);
        if (!mail.IsOn) throw new RuleBrokenException("No mail server is named: the guide of operations says how.");
        if (me.Email is null) throw new RuleBrokenException("The test goes to your own address. Name one under “My account” first.");

        db.Add(new Delivery(Channel.Mail, MessageKind.TestMail, $"test:{Guid.NewGuid():N}", clock.UtcNow()) { AccountId = me.Id });
        await db.SaveChangesAsync();
        return this.Done("The test is on its way; its outcome stands here within seconds.", nameof(Index));
    }

    /// <summary>Into each chat group, in one fixed sentence.</summary>
    [HttpPost("test-robots")]
    public async Task<IActionResult> TestRobots()
    {
        var test = $"test:{Guid.NewGuid():N}";
        db.AddRange(robots.Channels.Select(channel => new Delivery(channel, MessageKind.TestRobot, test, clock.UtcNow())));
        await db.SaveChangesAsync();
        return this.Done("The test is on its way; its outcome stands here within seconds.", nameof(Index));
    }
}

/// <param name="IsMailOn">Whether a mail server is named.</param>
/// <param name="HasRobots">Whether a chat group's robot is named.</param>
/// <param name="State">The one that is shown; null for all.</param>
/// <param name="MayBeTwice">How many may have arrived twice, because the portal or the line was stopped in the middle.</param>
public sealed record DeliveriesPage(bool IsMailOn, bool HasRobots, Slice<DeliveryRow> Deliveries, DeliveryState? State, IReadOnlyDictionary<DeliveryState, int> Counts, int MayBeTwice);

public sealed record DeliveryRow(int Id, DateTime CreatedAt, Channel Channel, MessageKind Kind, DeliveryState State, DeliveryTrouble? Trouble, int Attempts, DateTime DueAt, bool MayBeTwice, string? Email)
{
    public bool CanBeTriedAgain => State is DeliveryState.GivenUp && Kind is not MessageKind.ConfirmAddress;

    /// <summary>Enough of the address to help its owner, and no more.</summary>
    public string Receiver => Email is { } address && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{address[..1]}***{address[at..]}" : "–";
}
