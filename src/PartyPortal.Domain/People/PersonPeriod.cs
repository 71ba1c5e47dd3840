using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.People;

/// <summary>In which branch and stage a person was for a time: From inclusive, Until exclusive, days of Asia/Shanghai.</summary>
public sealed class PersonPeriod : IBelongToBranch
{
    public const int TrainedElsewhereMaxLength = 200;

    private PersonPeriod() { }

    internal PersonPeriod(Person person, DateOnly from)
    {
        Person = person;
        Branch = person.Branch;
        BranchId = person.BranchId;
        Stage = person.Stage;
        From = from;
    }

    public int Id { get; private init; }
    public int PersonId { get; private init; }
    public Person Person { get; private init; } = null!;
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public Stage Stage { get; private init; }
    public DateOnly From { get; private init; }
    public DateOnly? Until { get; private set; }

    /// <summary>The training before an admission that is not in the portal: where, when and what proves it.</summary>
    [Personal]
    public string? TrainedElsewhere { get; internal init; }

    internal void EndOn(DateOnly day) => Until = day;
}
