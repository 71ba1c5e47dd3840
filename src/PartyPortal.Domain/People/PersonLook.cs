using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.People;

/// <summary>What a record keeps sealed and shows masked.</summary>
public enum SealedField
{
    [Display(Name = "ID number")]
    IdNumber = 1,

    [Display(Name = "Phone")]
    Phone,
}

/// <summary>Somebody has read a sealed field in plain, for a reason. The person concerned reads who and why.</summary>
public sealed class PersonLook : IBelongToBranch
{
    public const int ReasonMinLength = 4;
    public const int ReasonMaxLength = 200;

    private PersonLook() { }

    /// <exception cref="RuleBrokenException">No reason is given.</exception>
    public PersonLook(Person person, SealedField field, string? reason, Viewer by, DateTime at)
    {
        if (reason is null || reason.Trim().Length < ReasonMinLength) throw new RuleBrokenException("Say what you need it for. The person reads your reason.") { Field = nameof(Reason) };

        (Person, BranchId, Field, Reason, At) = (person, person.BranchId, field, reason.Trim(), at);
        (AccountId, Name, Role) = (by.AccountId!, by.Name, by.Acting!.Role);
    }

    public int Id { get; private init; }
    public int PersonId { get; private init; }
    public Person Person { get; private init; } = null!;

    /// <summary>Where the person belonged at that time.</summary>
    public int BranchId { get; private init; }

    public SealedField Field { get; private init; }
    public DateTime At { get; private init; }
    public string Reason { get; private init; } = "";
    public string AccountId { get; private init; } = "";

    /// <summary>As the reader was called at that time.</summary>
    [Personal]
    public string Name { get; private init; } = "";

    public Role Role { get; private init; }
}
