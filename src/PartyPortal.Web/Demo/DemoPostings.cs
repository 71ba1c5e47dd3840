using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.WorkCalendar;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Postings;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Demo;

/// <summary>Plants one posting in each moment of its life: a draft, one that runs, one that is over, one that ended.</summary>
internal sealed class DemoPostings(TimeProvider clock) : IDemoContents
{
    private static readonly ObjectionContact Above = new("综合楼 201（演示）", "000-00000009", null);

    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        var calendar = await db.WorkingDaysAsync();
        var secretary = new Viewer { AccountId = await db.Users.Where(a => a.UserName == "demo-secretary").Select(a => a.Id).SingleAsync() };
        var home = tree.Home;
        var today = clock.Today();

        Write(PostingKind.Candidate, 1, today);
        Write(PostingKind.Candidate, 2, today.AddDays(-4)).Publish(secretary, On(today.AddDays(-4)));
        Write(PostingKind.Admission, 1, today.AddDays(-20)).Publish(secretary, On(today.AddDays(-20)));
        var ended = Write(PostingKind.Conversion, 1, today.AddDays(-60));
        ended.Publish(secretary, On(today.AddDays(-60)));
        ended.Close(PostingResult.NoObjection, null, secretary, On(today.AddDays(-45)));
        await db.SaveChangesAsync();

        Posting Write(PostingKind kind, int count, DateOnly firstOn)
        {
            var names = people.All.Where(p => p.Branch == home && p.Stage == PostingRule.Of(kind).Stage).Select(p => p.Name).Distinct().Take(count).ToList();
            var posting = new Posting(home, kind, new(names, firstOn, 5, PostingReach.Unit, Above), secretary, On(firstOn));
            db.Add(posting);
            return posting;
        }

        PostingClock On(DateOnly day) => new(day, calendar, CountsFirstDay: false);
    }
}
