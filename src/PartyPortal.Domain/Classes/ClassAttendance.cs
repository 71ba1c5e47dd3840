using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Classes;

/// <summary>Whether one person came to one session, as the organiser noted it. An absence has no consequence but that the class is not complete until it is made up.</summary>
public sealed class ClassAttendance : IBelongToBranch
{
    public const int MadeUpByMaxLength = 200;

    private ClassAttendance() { }

    public ClassAttendance(ClassSession session, ClassSignUp signUp) => (SessionId, Session, SignUpId, SignUp, BranchId) = (session.Id, session, signUp.Id, signUp, session.BranchId);

    public int Id { get; private init; }
    public int SessionId { get; private init; }
    public ClassSession Session { get; private init; } = null!;
    public int SignUpId { get; private init; }
    public ClassSignUp SignUp { get; private init; } = null!;
    public int BranchId { get; private init; }
    [Personal] public AttendanceMark Mark { get; private set; }

    /// <summary>What took the place of the session that was missed.</summary>
    [Personal] public string? MadeUpBy { get; private set; }

    /// <exception cref="RuleBrokenException">It was made up, and nobody says by what.</exception>
    public void Note(AttendanceMark mark, string? madeUpBy)
    {
        if (mark is AttendanceMark.MadeUp && string.IsNullOrWhiteSpace(madeUpBy)) throw new RuleBrokenException("Write what made up for the session.") { Field = nameof(MadeUpBy) };

        (Mark, MadeUpBy) = (mark, mark is AttendanceMark.MadeUp ? madeUpBy : null);
    }

    /// <summary>Long afterwards only that its hours were earned need be known.</summary>
    public void ForgetHow() => MadeUpBy = null;
}
