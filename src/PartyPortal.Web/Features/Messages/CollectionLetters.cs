using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Messages;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.Messages;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Tells those who are asked for material: the person, or whoever speaks for the organisation.</summary>
internal static class CollectionLetters
{
    private const int AtOnce = 500;

    private static readonly Role[] Speakers = [Role.Secretary, Role.DeputySecretary, Role.GeneralBranchSecretary];

    public static async Task TellAsync(PortalDb db, OutboxMessage cause, DateOnly today)
    {
        var isReturned = cause.Kind is MessageKind.AnswerReturned;
        var waiting = db.CollectionAnswers.AsNoTracking().Where(a => a.State != AnswerState.HandedIn && a.Collection.State == CollectionState.Open)
            .Where(a => isReturned ? a.Id == cause.SubjectId : a.CollectionId == cause.SubjectId);
        for (var last = 0; ;)
        {
            var page = await waiting.Where(a => a.Id > last).OrderBy(a => a.Id).Take(AtOnce).Select(a => new Told(a.Id, a.PersonId, a.OfBranchId, a.CollectionId, a.Collection.Title)).ToListAsync();
            if (page.Count == 0) return;

            var key = cause.Kind is MessageKind.AnswerCollection ? $"collection:{cause.SubjectId}" : $"{cause.Id:N}";
            await db.TellAsync(await AccountsAsync(db, page, today), new Letter(cause.Kind, key, today, Title: page[0].Title) { CollectionId = page[0].CollectionId });
            last = page[^1].Id;
        }
    }

    private static async Task<List<string>> AccountsAsync(PortalDb db, List<Told> page, DateOnly today)
    {
        var people = page.Select(a => a.PersonId).OfType<int>().ToList();
        var branches = page.Where(a => a.PersonId is null).Select(a => (int?)a.OfBranchId).ToList();
        var accounts = await db.People.Where(p => people.Contains(p.Id) && p.AccountId != null).Select(p => p.AccountId!).ToListAsync();
        var grants = await db.RoleGrants.AsNoTracking().Where(g => Speakers.Contains(g.Role) && branches.Contains(g.BranchId)).ToListAsync();
        return [.. accounts.Concat(grants.Where(g => g.HoldsOn(today)).Select(g => g.AccountId)).Distinct()];
    }

    private sealed record Told(int Id, int? PersonId, int OfBranchId, int CollectionId, string Title);
}
