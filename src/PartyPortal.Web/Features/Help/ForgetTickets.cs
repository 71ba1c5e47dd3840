using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Help;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Help;

/// <summary>Removes closed questions, with all that was said under them, when the months of the settings are over.</summary>
[Display(Name = "Remove closed questions to the support desk")]
internal sealed class ForgetTickets(CurrentSettings settings) : IPortalJob
{
    private const int AtOnce = 200;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var oldest = PortalClock.Day(now).AddMonths(-settings.Now.TicketMonths);
        db.RemoveRange(await db.Tickets.Where(t => t.State == TicketState.Closed && t.ClosedOn < oldest).OrderBy(t => t.Id).Take(AtOnce).ToListAsync());
        await db.SaveChangesAsync();
    }
}
