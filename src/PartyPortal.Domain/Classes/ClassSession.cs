using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Classes;

/// <summary>What an organiser writes of a session.</summary>
public sealed record SessionContent(DateOnly On, TimeOnly From, TimeOnly Until, string Where, decimal Hours)
{
    public string? Topic { get; init; }
}

/// <summary>A session of a class. Its hours are class hours: they are given, and not measured.</summary>
public sealed class ClassSession : IBelongToBranch, IAudited
{
    public const int WhereMaxLength = 100;
    public const int TopicMaxLength = 120;
    public const decimal MostHours = 8m;

    private readonly List<ClassAttendance> _attendance = [];

    private ClassSession() { }

    internal ClassSession(TrainingClass of, SessionContent content, DateOnly today)
    {
        (Class, BranchId) = (of, of.BranchId);
        Write(content, today);
    }

    public int Id { get; private init; }
    public int ClassId { get; private init; }
    public TrainingClass Class { get; private init; } = null!;
    public int BranchId { get; private init; }
    public DateOnly On { get; private set; }
    public TimeOnly From { get; private set; }
    public TimeOnly Until { get; private set; }
    public string Where { get; private set; } = "";
    public string? Topic { get; private set; }
    public decimal Hours { get; private set; }

    public IReadOnlyList<ClassAttendance> Attendance => _attendance;

    /// <summary>Whether somebody would have to be at two places at once.</summary>
    public bool Overlaps(ClassSession other) => On == other.On && From < other.Until && other.From < Until;

    /// <summary>Its attendance is loaded.</summary>
    /// <exception cref="RuleBrokenException">It was held, or who came is noted already.</exception>
    public void RequireMayChange(DateOnly today) => Refuse(On < today || _attendance.Count > 0, Key("This session was held; it stays as it was."), nameof(On));

    /// <exception cref="RuleBrokenException">It is still ahead.</exception>
    public void RequireHeld(DateOnly today) => Refuse(On > today, Key("This session is still ahead."));

    internal void Revise(SessionContent content, DateOnly today)
    {
        RequireMayChange(today);
        Write(content, today);
    }

    private void Write(SessionContent content, DateOnly today)
    {
        Refuse(content.On < today, Key("The day of a session lies ahead."), nameof(On));
        Refuse(content.Until <= content.From, Key("The session ends before it begins."), nameof(Until));
        Refuse(string.IsNullOrWhiteSpace(content.Where), Key("Say where it is held."), nameof(Where));
        if (content.Hours is <= 0 or > MostHours) throw new RuleBrokenException("A session gives more than 0 and at most {0} class hours.", MostHours) { Field = nameof(Hours) };
        Refuse(content.Hours != decimal.Round(content.Hours, 1), Key("Class hours have one place behind the point, such as 1.5."), nameof(Hours));

        (On, From, Until, Where, Topic, Hours) = (content.On, content.From, content.Until, content.Where, content.Topic, content.Hours);
    }

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;

    private static void Refuse(bool isBroken, string sentence, string? field = null)
    {
        if (isBroken) throw new RuleBrokenException(sentence) { Field = field };
    }
}
