using System.ComponentModel.DataAnnotations;
using PartyPortal.Data;

namespace PartyPortal.Web.Platform.Jobs;

/// <summary>So that the engine answers a university as a university, whatever it was when the portal started.</summary>
[Display(Name = "Measuring the tables of the database")]
internal sealed class MeasureTables : IPortalJob
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(PortalDb db, DateTime now) => db.MeasureTablesAsync();
}
