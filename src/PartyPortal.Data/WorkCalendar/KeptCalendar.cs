using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.WorkCalendar;

namespace PartyPortal.Data.WorkCalendar;

public static class KeptCalendar
{
    /// <summary>The working days as the administrator keeps them: a dozen rows a year.</summary>
    public static async Task<WorkingDays> WorkingDaysAsync(this PortalDb db) => new(await db.SpecialDays.AsNoTracking().ToListAsync());
}
