using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Postings;
using PartyPortal.Domain.WorkCalendar;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Postings;

internal static class Planting
{
    private static readonly Viewer Author = new() { AccountId = "author" };
    private static readonly Viewer Reviewer = new() { AccountId = "reviewer" };

    /// <summary>Put up on its first day, as on that day.</summary>
    public static Task<int> PlantPostingAsync(this Portal portal, Branch branch, DateOnly firstOn, PostingReach reach = PostingReach.Unit, params string[] names) => portal.InDbAsync(async db =>
    {
        var here = await db.Branches.Include(b => b.Parent).SingleAsync(b => b.Id == branch.Id);
        PostingClock clock = new(firstOn, WorkingDays.OfTheWeek, false);
        var posting = new Posting(here, PostingKind.Candidate, new(names.Length == 0 ? ["丁一"] : names, firstOn, 5, reach, new("Main building 201", "000-7", null)), Author, clock);
        posting.Publish(Author, clock);
        if (reach is PostingReach.Internet) posting.Approve(Reviewer, clock);
        db.Add(posting);
        await db.SaveChangesAsync();
        return posting.Id;
    });
}
