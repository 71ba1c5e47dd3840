using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Study;

/// <summary>
/// Some people of an organisation who read the same from week to week and talk about it. For whoever is neither among them nor the office that keeps it
/// there is no such circle. What is said in it is forgotten a year after its end.
/// </summary>
public sealed class ReadingCircle : IBelongToBranch, IVersioned, IAudited, ISentOnce
{
    public const int TitleMaxLength = 80;
    public const int PurposeMaxLength = 500;
    public const int MostMembers = 60;
    public const int MostWeeks = 60;

    private readonly List<CircleMember> _members = [];
    private readonly List<CircleWeek> _weeks = [];

    private ReadingCircle() { }

    /// <exception cref="RuleBrokenException">It has no title.</exception>
    public ReadingCircle(int branchId, string? title, string? purpose)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new RuleBrokenException("Write a title.") { Field = nameof(Title) };

        (BranchId, Title, Purpose) = (branchId, title, purpose);
    }

    public int Id { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public string Title { get; private init; } = "";
    public string? Purpose { get; private init; }

    /// <summary>From that day on it is read and not written in any more.</summary>
    public DateOnly? EndedOn { get; private set; }

    public Guid? SentKey { get; init; }
    public Guid Version { get; private set; }
    public IReadOnlyList<CircleMember> Members => _members;

    /// <summary>What is read, the first first.</summary>
    public IReadOnlyList<CircleWeek> Weeks => [.. _weeks.OrderBy(w => w.On).ThenBy(w => w.Id)];

    /// <summary>Takes people in.</summary>
    /// <param name="people">With their branches.</param>
    /// <exception cref="RuleBrokenException">It is ended, nobody is chosen, it would be too large, or somebody may not open what is read: each is named.</exception>
    public void Admit(IReadOnlyCollection<Person> people)
    {
        RequireOpen();
        List<Person> others = [.. people.Where(p => !_members.Exists(m => m.PersonId == p.Id))];
        if (others.Count == 0) throw new RuleBrokenException("Choose who is to read along.") { Field = "People" };
        if (_members.Count + others.Count > MostMembers) throw new RuleBrokenException("At most {0} people talk in one circle. Make two of it.", MostMembers) { Field = "People" };
        foreach (var week in _weeks) RefuseShut(others, week.Material, "People");

        _members.AddRange(others.Select(p => new CircleMember(this, p)));
    }

    /// <summary>Says what is read in a week. The members are loaded with their branches.</summary>
    /// <exception cref="RuleBrokenException">It is ended, has as many weeks as it may, reads this already, or somebody of it may not open the material: each is named.</exception>
    public CircleWeek Add(StudyMaterial material, DateOnly on, string? question)
    {
        RequireOpen();
        if (_weeks.Count == MostWeeks) throw new RuleBrokenException("At most {0} weeks are in one circle. Make another one.", MostWeeks);
        if (material.State is not StudyState.Published) throw new RuleBrokenException("This material is not published.") { Field = nameof(CircleWeek.MaterialId) };
        if (_weeks.Exists(w => w.MaterialId == material.Id)) throw new RuleBrokenException("This material is read here already.") { Field = nameof(CircleWeek.MaterialId) };
        RefuseShut(_members.Select(m => m.Person), material, nameof(CircleWeek.MaterialId));

        var week = new CircleWeek(this, material, on, question);
        _weeks.Add(week);
        return week;
    }

    /// <exception cref="RuleBrokenException">It is ended already.</exception>
    public void End(DateOnly today)
    {
        RequireOpen();
        EndedOn = today;
    }

    /// <exception cref="RuleBrokenException">It is ended.</exception>
    public void RequireOpen()
    {
        if (EndedOn is not null) throw new RuleBrokenException("This circle is ended. What was said can be read for a year.");
    }

    private static void RefuseShut(IEnumerable<Person> people, StudyMaterial material, string field)
    {
        var shut = string.Join(" · ", people.Where(p => !Audience.Reaches(material.Addressees, p)).Select(p => p.Name));
        if (shut.Length > 0) throw new RuleBrokenException("They may not open “{0}”: {1}.", material.Title, shut) { Field = field };
    }
}

/// <summary>Somebody of a circle.</summary>
public sealed class CircleMember : IBelongToBranch
{
    private CircleMember() { }

    internal CircleMember(ReadingCircle circle, Person person) => (Circle, BranchId, PersonId, Person, AwaitsWord) = (circle, circle.BranchId, person.Id, person, true);

    public int Id { get; private init; }
    public int CircleId { get; private init; }
    public ReadingCircle Circle { get; private init; } = null!;

    /// <summary>The circle's own.</summary>
    public int BranchId { get; private init; }

    public int PersonId { get; private init; }
    public Person Person { get; private init; } = null!;

    /// <summary>Not told yet that they read along.</summary>
    public bool AwaitsWord { get; private set; }

    public void WasTold() => AwaitsWord = false;
}

/// <summary>What a circle reads in a week.</summary>
public sealed class CircleWeek : IBelongToBranch
{
    public const int QuestionMaxLength = 300;

    private CircleWeek() { }

    internal CircleWeek(ReadingCircle circle, StudyMaterial material, DateOnly on, string? question) =>
        (Circle, BranchId, Material, MaterialId, On, Question) = (circle, circle.BranchId, material, material.Id, on, question);

    public int Id { get; private init; }
    public int CircleId { get; private init; }
    public ReadingCircle Circle { get; private init; } = null!;

    /// <summary>The circle's own.</summary>
    public int BranchId { get; private init; }

    public int MaterialId { get; private init; }
    public StudyMaterial Material { get; private init; } = null!;

    /// <summary>The first day of its week.</summary>
    public DateOnly On { get; private init; }

    /// <summary>What to talk about; null where that is open.</summary>
    public string? Question { get; private init; }
}

/// <summary>What somebody of a circle says about what is read. It knows its day and no hour.</summary>
public sealed class CircleWord : IBelongToBranch, IAnsweredBy, ISentOnce
{
    public const int TextMaxLength = 1000;
    public const int ReasonMaxLength = 300;

    private CircleWord() { }

    /// <exception cref="RuleBrokenException">The circle is ended, or nothing is said.</exception>
    public CircleWord(CircleWeek week, Viewer by, string? text, DateOnly today)
    {
        week.Circle.RequireOpen();
        if (string.IsNullOrWhiteSpace(text)) throw new RuleBrokenException("Write what you have to say.") { Field = nameof(Text) };

        (WeekId, BranchId, AccountId, PersonId, Text, On) = (week.Id, week.BranchId, by.AccountId!, by.PersonId!.Value, text.Trim(), today);
    }

    public int Id { get; private init; }
    public int WeekId { get; private init; }
    public CircleWeek Week { get; private init; } = null!;
    public int BranchId { get; private init; }
    public string AccountId { get; private init; } = "";
    public int PersonId { get; private init; }
    public Person Person { get; private init; } = null!;
    [Personal] public string Text { get; private init; } = "";
    [Personal] public DateOnly On { get; private init; }

    /// <summary>Why the office took it out, which its writer reads; null while it stands.</summary>
    [Personal] public string? RemovedBecause { get; private set; }

    public Guid? SentKey { get; init; }

    public bool IsAnsweredBy(Viewer viewer) => viewer.AccountId == AccountId && RemovedBecause is null;

    /// <exception cref="RuleBrokenException">It is out already, or no reason is given.</exception>
    public void Remove(string? reason)
    {
        if (RemovedBecause is not null) throw new RuleBrokenException("This is taken out already.");
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException("Say why it is taken out.") { Field = "Reason" };

        RemovedBecause = reason;
    }
}
