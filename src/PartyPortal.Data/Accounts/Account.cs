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
    public long LastCodeStep { get; private set; }

    /// <summary>The key shared with the authenticator app, sealed; null while there is no second step.</summary>
    [Personal]
    public string? CodeKey { get; set; }

    /// <summary>Wrong codes since the last right one: apart from wrong passwords, which a right password forgives.</summary>
    public int CodeFailures { get; set; }

    public DateTime? CodeLockedUntil { get; set; }

    /// <summary>Whether e-mail to its owner is written in English instead of Chinese.</summary>
    public bool PrefersEnglish { get; set; }

    /// <summary>The day on which the mail server refused the address for good: nothing more is sent to it until it is named or confirmed anew.</summary>
    public DateOnly? EmailRefusedOn { get; private set; }

    /// <summary>An address that its owner named: it counts for nothing until it is confirmed.</summary>
    public void ProposeEmail(string email) => (Email, NormalizedEmail, EmailConfirmed, EmailRefusedOn) = (email, SignInName.Normalize(email), false, null);

    public void ConfirmEmail() => (EmailConfirmed, EmailRefusedOn) = (true, null);

    public void RefuseEmail(DateOnly on) => EmailRefusedOn = on;

    /// <summary>Notes the half minute of a code; false where it, or a later one, was used already.</summary>
    public bool TryAcceptStep(long step)
    {
        if (step <= LastCodeStep) return false;

        // The stamp tells two savers apart: the same code sent twice at once is accepted once.
        (LastCodeStep, ConcurrencyStamp) = (step, Guid.NewGuid().ToString());
        return true;
    }

    public void ForgetSecondFactor() => (TwoFactorEnabled, CodeKey, CodeFailures, CodeLockedUntil) = (false, null, 0, null);

    /// <summary>A password was chosen: the account may be used, whatever stood in its way, and what hung on the old one is void.</summary>
    public void Open(string passwordHash)
    {
        (PasswordHash, State) = (passwordHash, AccountState.Active);
        (AccessFailedCount, LockoutEnd) = (0, null);
        (SecurityStamp, ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
    }
}
