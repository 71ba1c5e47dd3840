using PartyPortal.Domain.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Access;

/// <summary>Who must sign in in two steps, where the organisation's settings ask for it: secretaries, and whoever keeps accounts, roles or the audit.</summary>
internal sealed class SecondFactorDuty(CurrentSettings settings, IConfiguration configuration, StartMode mode)
{
    private static readonly Role[] Free = [Role.GroupLeader, Role.StudentAssistant, Role.CommitteeMember, Role.Organiser];

    // The demo's accounts sign in by the passwords that it prints; the operator may lift the duty when codes cannot be used at all.
    private readonly bool _isLifted = mode.IsDemo || configuration["Portal:SecondFactor"] == "off";

    public bool Binds(IEnumerable<ActingRole> roles) => !_isLifted && settings.Now.OfficesNeedSecondFactor && roles.Any(held => !Free.Contains(held.Role));
}

/// <summary>Reached by those who still owe the second factor; everything else behind the sign-in leads them to its set-up.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class BeforeSecondFactorAttribute : Attribute;
