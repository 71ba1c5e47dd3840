using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain;
using PartyPortal.Domain.People;

namespace PartyPortal.Data.Accounts;

/// <summary>The student or staff number is a sign-in name as well: it follows the record, whoever corrects it and wherever.</summary>
internal static class NumberNames
{
    public static async Task FollowAsync(PortalDb db, CancellationToken ct)
    {
        foreach (var person in Renumbered(db)) await FollowAsync(db, person, ct);
    }

    private static List<Person> Renumbered(PortalDb db) =>
        [.. db.ChangeTracker.Entries<Person>().Where(e => e.State is EntityState.Modified && e.Property(p => p.NumberKey).IsModified && e.Entity.AccountId is not null).Select(e => e.Entity)];

    private static async Task FollowAsync(PortalDb db, Person person, CancellationToken ct)
    {
        // An account that is new in this save brings its own names.
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == person.AccountId, ct) is not { } account) return;

        var before = await db.SignInNames.Where(n => n.AccountId == account.Id && n.Kind == SignInNameKind.Number).ToListAsync(ct);
        var number = person.Number is null ? null : SignInName.Normalize(person.Number);
        if (before.Exists(n => n.Normalized == number)) return;
        if (number is not null && await db.SignInNames.AnyAsync(n => n.Normalized == number, ct))
            throw new RuleBrokenException("Somebody else signs in by the number {0}. Correct that account first.", person.Number!) { Field = "Number" };

        // Whoever had no other name than the number keeps a name to sign in by.
        if (number is null) return;

        db.RemoveRange(before);
        db.Add(new SignInName { Normalized = number, Kind = SignInNameKind.Number, AccountId = account.Id });
        if (before.Exists(n => n.Normalized == account.NormalizedUserName)) (account.UserName, account.NormalizedUserName) = (person.Number, number);
    }
}
