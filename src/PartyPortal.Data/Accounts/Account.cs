using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using PartyPortal.Domain.Access;

namespace PartyPortal.Data.Accounts;

/// <summary>Whether an account may be used.</summary>
public enum AccountState
{
    /// <summary>Made, but its owner has not chosen a password yet.</summary>
    [Display(Name = "Invited")]
    Invited = 1,

    [Display(Name = "Active")]
    Active,

    [Display(Name = "Withdrawn")]
    Withdrawn,
}

/// <summary>A way into the portal. It may have a person behind it, or none.</summary>
public sealed class Account : IdentityUser, IAudited
{
    public const int DisplayNameMaxLength = 60;

    [Personal]
    public string DisplayName { get; set; } = "";

    public AccountState State { get; set; } = AccountState.Invited;

    public DateTime CreatedAt { get; set; }

    /// <summary>The last step of the one-time code that was accepted: the framework does not refuse a replay by itself.</summary>
    public long LastCodeStep { get; set; }
}
