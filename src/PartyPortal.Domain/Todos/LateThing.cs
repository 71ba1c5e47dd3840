using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Todos;

/// <summary>What an organisation's offices have to do and whose last day is past. Work of offices alone: never what a member does as themselves.</summary>
/// <param name="Step">What is waited for.</param>
/// <param name="Id">The row that waits.</param>
/// <param name="BranchId">The organisation for which it waits.</param>
/// <param name="Due">The last day; another one begins the ladder anew.</param>
/// <param name="Doers">The roles in which it can be done.</param>
public sealed record LateThing(Step Step, string Id, int BranchId, DateOnly Due, IReadOnlyList<Role> Doers)
{
    public string Key => $"{(int)Step}:{Id}:{Due:yyyyMMdd}";

    /// <summary>Null where no word of it may be repeated: feedback.</summary>
    public string? Title { get; init; }

    /// <summary>The organisation of the office holder whom feedback is about: nobody who holds an office there hears of it.</summary>
    public int? AboutBranchId { get; init; }

    /// <summary>Accounts that may not do it, as the writer of a notice its review.</summary>
    public IReadOnlyList<string?> NotBy { get; init; } = [];

    /// <summary>Done by the first organisation upwards that can, as a review.</summary>
    public bool GoesUp { get; init; }
}
