using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Collections;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Collections;

/// <summary>A collection in its office's list: how many were asked, how many have answered.</summary>
public sealed record CollectionRow(int Id, string Title, CollectionState State, DateTime DueAt, int Asked, int HandedIn)
{
    public static readonly Expression<Func<Collection, CollectionRow>> Of = c =>
        new CollectionRow(c.Id, c.Title, c.State, c.DueAt, c.Answers.Count, c.Answers.Count(a => a.State == AnswerState.HandedIn));
}

/// <summary>One of those asked. No time: the office sees whether, not when.</summary>
public sealed record AskedRow(int Id, string Name, string? Number, string Branch, bool IsPerson, AnswerState State, bool IsLate);

public sealed record CollectionPage(Collection Collection, IReadOnlyList<AskedRow> Missing, IReadOnlyList<AskedRow> HandedIn, int Asked, bool IsOver, bool IsRemindedToday)
{
    /// <summary>Of each list; the workbook has all.</summary>
    public const int MostShown = 500;

    public int Answered { get; init; }

    public static async Task<CollectionPage> LoadAsync(PortalDb db, Collection collection, TimeProvider clock)
    {
        var answers = db.CollectionAnswers.Where(a => a.CollectionId == collection.Id);
        if (collection.State is CollectionState.Draft) return new CollectionPage(collection, [], [], 0, false, false);

        var missing = await RowsAsync(answers.Where(a => a.State != AnswerState.HandedIn));
        var handedIn = await RowsAsync(answers.Where(a => a.State == AnswerState.HandedIn));
        var counts = await answers.GroupBy(a => a.State == AnswerState.HandedIn).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        return new CollectionPage(collection, missing, handedIn, counts.Sum(c => c.Count), clock.UtcNow() > collection.DueAt, collection.RemindedOn == clock.Today())
        {
            Answered = counts.Where(c => c.Key).Sum(c => c.Count),
        };
    }

    // Asked in the order of the organisation and of names, so that the id sorts.
    private static Task<List<AskedRow>> RowsAsync(IQueryable<CollectionAnswer> answers) => answers.OrderBy(a => a.Id).Take(MostShown)
        .Select(a => new AskedRow(a.Id, a.Name, a.Number, a.OfBranch.Name, a.PersonId != null, a.State, a.IsLate)).ToListAsync();
}
