using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Help;

/// <summary>Somebody does not want the first steps of an office on the desk any more. Which of them they took is not kept.</summary>
public sealed class HiddenSteps : IBelongToAccount
{
    /// <summary>What one does without an office.</summary>
    public const Role Own = 0;

    private HiddenSteps() { }

    public HiddenSteps(string accountId, Role role) => (AccountId, Role) = (accountId, role);

    public string AccountId { get; private init; } = "";
    public Role Role { get; private init; }
}
