using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Messages;
using PartyPortal.Domain;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Todos;

namespace PartyPortal.Web.Features.Ladder;

/// <summary>Whom a rung reaches, and telling them. It asks who holds which office in all organisations: for the portal itself alone.</summary>
internal sealed class Climbing
{
    private static readonly Role[] Heads = [Role.Secretary, Role.GeneralBranchSecretary, Role.OrganisationOffice];

    private readonly PortalDb _db;
    private readonly OfficeHolders _holders;
    private readonly Dictionary<int, Branch> _branches;

    private Climbing(PortalDb db, OfficeHolders holders, Dictionary<int, Branch> branches) => (_db, _holders, _branches) = (db, holders, branches);

    public static async Task<Climbing> BeginAsync(PortalDb db, DateOnly today) =>
        new(db, await OfficeHolders.OfAsync(db, today), await db.Branches.AsNoTracking().Where(b => b.Gone == 0).ToDictionaryAsync(b => b.Id));

    /// <summary>Once for each rung, whatever happens: the step and its messages are one save, and the database takes no second step of the same rung.</summary>
    public async Task ClimbAsync(LateThing thing, Rung rung, DateOnly today)
    {
        if (SeatOf(thing) is not { } seat || ReachOf(thing, rung, seat) is not { } reach) return;

        var step = new LadderStep(thing, rung, seat.Id, reach.To.Id, reach.Office, today);
        try
        {
            _db.Add(step);
            await _db.TellAsync(reach.Accounts, LetterOf(step, seat));
        }
        catch (DbUpdateException taken) when (_db.IsDuplicate(taken))
        {
            // Another instance was faster.
            _db.ChangeTracker.Clear();
        }
    }

    /// <summary>Whoever holds the office by now is told, and e-mail that was given up goes out again.</summary>
    /// <exception cref="RuleBrokenException">It is done, still nobody holds an office, or nothing was given up.</exception>
    public async Task ClimbAgainAsync(LadderStep step, IEnumerable<LateThing> late, DateTime now)
    {
        if (late.FirstOrDefault(t => t.Key == step.Thing) is not { } thing || SeatOf(thing) is not { } seat) throw new RuleBrokenException("This is done meanwhile. Nobody is reminded of it any more.");

        if (step.Office is null)
        {
            if (ReachOf(thing, step.Rung, seat) is not { Office: { } office } reach) throw new RuleBrokenException("Still nobody holds such an office.");

            step.Reach(reach.To.Id, office);
            await _db.TellAsync(reach.Accounts, LetterOf(step, seat));
            return;
        }

        var key = step.LetterKey;
        var givenUp = await _db.Deliveries.Where(d => d.Key == key && d.State == DeliveryState.GivenUp).ToListAsync();
        if (givenUp.Count == 0) throw new RuleBrokenException("Only what was given up is sent again.");

        foreach (var delivery in givenUp) delivery.TryAgain(now);
        await _db.SaveChangesAsync();
    }

    /// <summary>Names the thing and, to the organisation above, the organisation; nobody.</summary>
    private static Letter LetterOf(LadderStep step, Branch seat)
    {
        var (isAbove, isFeedback) = (step.Rung is Rung.Above, step.Step is Step.TakingUp or Step.FirstAnswer or Step.Closing);
        var kind = (isAbove, isFeedback) switch
        {
            (true, true) => MessageKind.FeedbackLateBelow,
            (true, false) => MessageKind.LateBelow,
            (false, true) => MessageKind.FeedbackLate,
            _ => MessageKind.Late,
        };
        return new Letter(kind, step.LetterKey, step.On, Title: !isAbove ? step.Title : step.Title is null ? seat.Name : $"{seat.Name}：{step.Title}");
    }

    /// <summary>The organisation for which it waits; null once it is archived.</summary>
    private Branch? SeatOf(LateThing thing) => _branches.GetValueOrDefault(thing.BranchId) is not { } branch ? null
        : thing.GoesUp ? Upwards(branch).FirstOrDefault(b => DoersAt(b, thing).Any()) ?? branch
        : branch;

    /// <returns>Null where there is no organisation above.</returns>
    private Reach? ReachOf(LateThing thing, Rung rung, Branch seat)
    {
        var doers = DoersAt(seat, thing).ToList();
        var own = Reach.Highest(seat, doers);
        if (rung is Rung.Own) return own;
        if (rung is Rung.Beside) return Reach.Highest(seat, [.. doers.Where(g => !own.Accounts.Contains(g.AccountId))]);

        var above = Upwards(seat).Skip(1).Select(b => Reach.Highest(b, [.. Hearing(_holders.At(b, Heads), thing)])).ToList();
        return above.Find(r => r.Office is not null) ?? above.FirstOrDefault();
    }

    private IEnumerable<RoleGrant> DoersAt(Branch branch, LateThing thing) => Hearing(_holders.At(branch, thing.Doers), thing).Where(g => !thing.NotBy.Contains(g.AccountId));

    /// <summary>Feedback about an office holder is never told to anybody who holds an office where that person does.</summary>
    private IEnumerable<RoleGrant> Hearing(IEnumerable<RoleGrant> grants, LateThing thing) => grants.ExceptBy(_holders.AccountsAt(thing.AboutBranchId), g => g.AccountId);

    private IEnumerable<Branch> Upwards(Branch branch) => branch.PathIds.Reverse().Select(id => _branches.GetValueOrDefault(id)).OfType<Branch>();

    private sealed record Reach(Branch To, Role? Office, IReadOnlyList<string> Accounts)
    {
        /// <summary>The highest office that is held, and everybody who holds it.</summary>
        public static Reach Highest(Branch to, IReadOnlyList<RoleGrant> grants)
        {
            var office = grants.Max(g => (Role?)g.Role);
            return new Reach(to, office, [.. grants.Where(g => g.Role == office).Select(g => g.AccountId).Distinct()]);
        }
    }
}
