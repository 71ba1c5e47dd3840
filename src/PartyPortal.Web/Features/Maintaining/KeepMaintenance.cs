using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Maintaining;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.Maintaining;

/// <summary>Announces, begins and ends planned maintenance as its time comes: the save renews the pages that are kept.</summary>
[Display(Name = "Announce maintenance and take the announcement back")]
internal sealed class KeepMaintenance(CurrentSettings settings) : IPortalJob
{
    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var open = await db.MaintenanceWindows.Where(m => m.State != MaintenanceState.Over && m.State != MaintenanceState.CalledOff).ToListAsync();
        open.ForEach(maintenance => maintenance.KeepTime(now, TimeSpan.FromHours(settings.Now.MaintenanceHours)));
        await db.SaveChangesAsync();
    }
}
