using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Study;

/// <summary>Somebody whom a member has named to write down study for them; taken back at any time.</summary>
public sealed class StudyHelper : IAnsweredBy, IAudited
{
    private StudyHelper() { }

    /// <exception cref="RuleBrokenException">They are the same.</exception>
    public StudyHelper(int personId, int helperId)
    {
        if (personId == helperId) throw new RuleBrokenException("Name somebody else than yourself.") { Field = "Number" };

        (PersonId, HelperId) = (personId, helperId);
    }

    public int Id { get; private init; }
    public int PersonId { get; private init; }
    public Person Person { get; private init; } = null!;
    public int HelperId { get; private init; }
    public Person Helper { get; private init; } = null!;

    public bool IsAnsweredBy(Viewer viewer) => viewer.PersonId == PersonId;
}
