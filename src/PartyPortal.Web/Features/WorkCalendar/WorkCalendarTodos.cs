using PartyPortal.Data;
using PartyPortal.Data.WorkCalendar;
using PartyPortal.Domain;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.WorkCalendar;

/// <summary>The arrangement of holidays: this year's where it is missing, and in December the next year's.</summary>
internal sealed class WorkCalendarTodos(TimeProvider clock) : ITodoSource
{
    public string Module => Sentence.Key("Working-day calendar").Words;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db)
    {
        if (!db.Viewer.May(Policies.KeepCalendar)) return [];

        var (today, days) = (clock.Today(), await db.WorkingDaysAsync());
        int[] years = today.Month == 12 ? [today.Year, today.Year + 1] : [today.Year];
        return years.Where(year => !days.Knows(year)).Select(year => new Todo(Sentence.Key("Enter the holidays of {0}: terms are counted by them", year), "/admin/calendar")
        {
            Icon = "calendar-event",
            Due = year > today.Year ? new DateOnly(today.Year, 12, 31) : null,
        });
    }
}
