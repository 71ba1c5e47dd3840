using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.WorkCalendar;
using PartyPortal.Domain.Todos;
using PartyPortal.Domain.WorkCalendar;

namespace PartyPortal.Web.Features.Calendar;

/// <param name="IsWorked">By the working-day calendar.</param>
public sealed record CalendarDay(DateOnly Day, bool IsWorked, bool IsOutside, IReadOnlyList<Todo> Entries);

/// <summary>The own calendar of a week or a month.</summary>
/// <param name="Shown">Which days.</param>
/// <param name="List">What is due on them, and what could not be asked.</param>
/// <param name="Working">Holidays and worked weekends.</param>
/// <param name="FeedMadeOn">The day of the address for other programs; null where there is none.</param>
public sealed record CalendarPage(CalendarDays Shown, TodoList List, WorkingDays Working, DateOnly? FeedMadeOn)
{
    public IEnumerable<CalendarDay> Days => Shown.Days.Select(day => new CalendarDay(day, Working.IsWorked(day), Shown.IsOutside(day), [.. List.Todos.Where(t => t.Due == day)]));

    public static async Task<CalendarPage> ReadAsync(PortalDb db, CalendarDays shown, TodoList list) => new(shown, list, await db.WorkingDaysAsync(),
        await db.CalendarFeeds.Where(f => f.AccountId == db.Viewer.AccountId).Select(f => (DateOnly?)f.MadeOn).SingleOrDefaultAsync());
}
