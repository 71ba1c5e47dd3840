using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Classes;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Classes;

namespace PartyPortal.Web.Features.Classes;

/// <param name="First">The day of its first session; null while it has none.</param>
/// <param name="IsMine">Whether the reader signed up for it.</param>
public sealed record ClassRow(int Id, string Title, string Branch, ClassState State, DateOnly? First, DateOnly LastSignUpOn, int Quota, bool IsMine);

/// <param name="SignedUp">How many signed up for each of the classes.</param>
public sealed record ClassListPage(Slice<ClassRow> Found, IReadOnlyDictionary<int, int> SignedUp)
{
    public static async Task<ClassListPage> LoadAsync(PortalDb db, IQueryable<TrainingClass> classes, string? after)
    {
        var me = db.Viewer.AccountId;
        var found = await classes.NewestFirstAsync(c => c.MadeAt, c => c.Id, after, 30,
            c => new ClassRow(c.Id, c.Title, c.Branch.Name, c.State, c.Sessions.Min(s => (DateOnly?)s.On), c.LastSignUpOn, c.Quota, c.SignUps.Any(s => s.AccountId == me)));
        return new(found, found.Rows.Count == 0 ? new Dictionary<int, int>() : await db.SignedUpAsync([.. found.Rows.Select(r => r.Id)]));
    }
}

/// <summary>A class as whoever takes part, or may, stands before it.</summary>
/// <param name="Class">With its sessions.</param>
/// <param name="Seats">How full it is.</param>
/// <param name="Fault">Why the reader cannot sign up; null where they can or did.</param>
/// <param name="Marks">The reader's own.</param>
/// <param name="Clashes">Sessions of other classes that the reader signed up for, held at the same time.</param>
public sealed record ClassPage(TrainingClass Class, SeatFigures Seats, string? Fault, IReadOnlyDictionary<int, ClassAttendance> Marks, IReadOnlyList<ClassSession> Clashes)
{
    public bool IsIn => Seats.Own is not null;

    public int? WaitingPlace => Class.WaitingPlace(Seats.Before);

    public int Free => Math.Max(0, Class.Quota - Seats.SignedUp);

    public bool MayWithdraw { get; private init; }

    public bool HasCertificate { get; private init; }

    public static async Task<ClassPage?> LoadAsync(PortalDb db, int id, DateTime now)
    {
        if (await db.TrainingClasses.Include(c => c.Branch).Include(c => c.Sessions).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id) is not { State: not ClassState.Draft } found) return null;

        var (me, seats) = (db.Viewer.AccountId, await db.SeatFiguresAsync(id));
        var marks = await db.ClassAttendances.AsNoTracking().Where(a => a.Session.ClassId == id && a.SignUp.AccountId == me).ToDictionaryAsync(a => a.SessionId);
        var others = await db.ClassSessions.AsNoTracking().Include(s => s.Class)
            .Where(s => s.ClassId != id && s.On >= db.Today && s.Class.State == ClassState.Announced && s.Class.SignUps.Any(u => u.AccountId == me)).ToListAsync();
        return new(found, seats, seats.Own is null ? found.FaultFor(db.Viewer, now) : null, marks, [.. others.Where(o => found.Sessions.Any(o.Overlaps)).OrderBy(o => o.On).ThenBy(o => o.From)])
        {
            MayWithdraw = !found.HasBegun(now),
            HasCertificate = await db.ClassCertificates.AnyAsync(c => c.ClassId == id && c.AccountId == me),
        };
    }
}

/// <param name="Of">With its sessions, and everybody who signed up, in their order.</param>
/// <param name="Marks">By session and sign-up.</param>
public sealed record ClassDeskPage(TrainingClass Of, IReadOnlyList<ClassSignUp> SignUps, ILookup<int, ClassAttendance> Marks)
{
    private DateOnly Today { get; init; }

    public bool IsOver => Of.Sessions.Count > 0 && Of.Sessions.All(WasHeld);

    public IEnumerable<ClassSignUp> Seated => SignUps.Take(Of.Quota);

    public IEnumerable<ClassSignUp> Waiting => SignUps.Skip(Of.Quota);

    public bool WasHeld(ClassSession session) => session.On < Today;

    public bool HasBegun(ClassSession session) => session.On <= Today;

    public bool MayChange(ClassSession session) => Of.State is not ClassState.Cancelled && !WasHeld(session) && !Marks.Any(own => own.Any(m => m.SessionId == session.Id));

    public static async Task<ClassDeskPage?> LoadAsync(PortalDb db, int id)
    {
        if (await db.TrainingClasses.OrganisedBy(db.Viewer).Include(c => c.Branch).Include(c => c.Sessions).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id) is not { } found) return null;

        var signUps = await db.ClassSignUps.AsNoTracking().Include(s => s.OfBranch).Where(s => s.ClassId == id).OrderBy(s => s.Number).ToListAsync();
        return new(found, signUps, (await db.ClassAttendances.AsNoTracking().Where(a => a.Session.ClassId == id).ToListAsync()).ToLookup(a => a.SignUpId)) { Today = db.Today };
    }
}

/// <param name="Session">With its class.</param>
/// <param name="Seated">Who has a seat, in the order of their names.</param>
public sealed record SessionPage(ClassSession Session, IReadOnlyList<ClassSignUp> Seated)
{
    public static async Task<SessionPage?> LoadAsync(PortalDb db, int id, int session)
    {
        var own = db.TrainingClasses.OrganisedBy(db.Viewer).Select(c => c.Id);
        if (await db.ClassSessions.Include(s => s.Class).ThenInclude(c => c.Branch).SingleOrDefaultAsync(s => s.Id == session && s.ClassId == id && own.Contains(s.ClassId)) is not { } found) return null;

        var seated = await db.ClassSignUps.Include(s => s.OfBranch).Where(s => s.ClassId == id).OrderBy(s => s.Number).Take(found.Class.Quota).ToListAsync();
        return new(found, [.. seated.OrderBy(s => s.Name, StringComparer.Ordinal)]);
    }
}
