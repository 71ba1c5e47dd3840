using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.WorkCalendar;
using PartyPortal.Domain.Postings;
using PartyPortal.Domain.Settings;

namespace PartyPortal.Web.Features.Postings;

/// <summary>A posting in a list: how many, never who.</summary>
public sealed record PostingRow(int Id, PostingKind Kind, PostingState State, PostingResult? Result, string Branch, DateOnly FirstOn, DateOnly LastOn, int PeopleCount)
{
    public bool WantsResultOn(DateOnly day) => State is PostingState.Posted && LastOn < day;
}

/// <param name="Counted">The working days that make it up, by the calendar of this moment.</param>
public sealed record PostingPage(Posting Posting, IReadOnlyList<DateOnly> Counted, DateOnly Today)
{
    public IReadOnlyList<PostedPerson> People { get; } = PostedPerson.InOrder(Posting.People);

    /// <summary>How many of its days have come; today is one of them.</summary>
    public int Reached => Counted.Count(day => day <= Today);

    public DateOnly LastOn => Counted[^1];
}

internal static class PostingSearch
{
    private const int Size = 30;

    public static Task<Slice<PostingRow>> ListAsync(IQueryable<Posting> postings, string? after) => postings.NewestFirstAsync(
        p => p.FirstOn, p => p.Id, after, Size, p => new PostingRow(p.Id, p.Kind, p.State, p.Result, p.Branch.Name, p.FirstOn, p.LastOn, p.PeopleCount));

    public static async Task<PostingPage?> PageAsync(PortalDb db, IQueryable<Posting> postings, int id) =>
        await postings.Include(p => p.Branch.Parent).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is { } posting
            ? new PostingPage(posting, posting.Term.Counted(await db.WorkingDaysAsync()), db.Today)
            : null;

    public static async Task<PostingClock> PostingClockAsync(this PortalDb db, PortalSettings settings) => new(db.Today, await db.WorkingDaysAsync(), settings.PostingCountsFirstDay);
}
