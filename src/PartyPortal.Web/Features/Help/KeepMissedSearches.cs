using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Help;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Platform.Search;

namespace PartyPortal.Web.Features.Help;

/// <summary>Writes down, by day, which words the help did not know; removes them and what was said about pages when their days are over.</summary>
[Display(Name = "Keep words that the help does not know, remove old ones")]
internal sealed class KeepMissedSearches(MissedWords words, CurrentSettings settings) : IPortalJob
{
    private const int AtOnce = 500;

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var today = PortalClock.Day(now);
        var taken = words.Take();
        var asked = taken.Keys.ToList();
        var known = await db.MissedSearches.Where(m => m.On == today && asked.Contains(m.Words)).ToDictionaryAsync(m => m.Words);
        foreach (var (missed, times) in taken)
        {
            if (!known.TryGetValue(missed, out var row)) db.Add(row = new MissedSearch(missed, today));
            row.Count(times);
        }

        var oldest = today.AddDays(-settings.Now.OpinionDays);
        db.RemoveRange(await db.MissedSearches.Where(m => m.On < oldest).OrderBy(m => m.Id).Take(AtOnce).ToListAsync());
        db.RemoveRange(await db.PageOpinions.Where(o => o.On < oldest).OrderBy(o => o.On).Take(AtOnce).ToListAsync());
        await db.SaveChangesAsync();
    }
}
