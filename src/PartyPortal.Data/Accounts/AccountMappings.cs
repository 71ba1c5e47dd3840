using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Domain.Access;

namespace PartyPortal.Data.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.Property(a => a.DisplayName).HasMaxLength(Account.DisplayNameMaxLength);
        account.Property(a => a.PasswordHash).HasMaxLength(400);
        account.Property(a => a.SecurityStamp).HasMaxLength(64);
        account.Property(a => a.ConcurrencyStamp).HasMaxLength(64);
        account.Property(a => a.CodeKey).HasMaxLength(400);
        account.Property(a => a.PhoneNumber).HasMaxLength(40);
    }
}

/// <summary>As Identity's newest schema has it. Identity maps passkeys only where the host's options ask for them, and migrations are made without a host.</summary>
internal sealed class PasskeyMapping : IEntityTypeConfiguration<IdentityUserPasskey<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<string>> passkey)
    {
        passkey.ToTable("AspNetUserPasskeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(1023);
        passkey.Property(p => p.UserId).HasMaxLength(36).IsRequired();
        passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId);
        passkey.OwnsOne(p => p.Data).ToJson();
    }
}

internal sealed class SignInNameMapping : IEntityTypeConfiguration<SignInName>
{
    public void Configure(EntityTypeBuilder<SignInName> name)
    {
        name.Property(n => n.Normalized).HasMaxLength(SignInName.MaxLength);
        name.Property(n => n.AccountId).HasMaxLength(36);
        name.HasIndex(n => n.Normalized).IsUnique();
        name.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId);
    }
}

internal sealed class SignInSessionMapping : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> session)
    {
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.AccountId).HasMaxLength(36);
        session.Property(s => s.Grants).HasMaxLength(SignInSession.GrantsMaxLength);
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
    }
}

internal sealed class SlipMapping : IEntityTypeConfiguration<Slip>
{
    public void Configure(EntityTypeBuilder<Slip> slip)
    {
        slip.Property(s => s.AccountId).HasMaxLength(36);
        slip.Property(s => s.CodeHash).HasMaxLength(Slip.HashLength);
        slip.HasIndex(s => s.CodeHash).IsUnique();
        slip.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
    }
}

internal sealed class RecoveryCodeMapping : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.Property(c => c.AccountId).HasMaxLength(36);
        code.Property(c => c.Hash).HasMaxLength(400);
        code.HasIndex(c => new { c.AccountId, c.Place }).IsUnique();
        code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
    }
}

internal sealed class RoleGrantMapping : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> grant)
    {
        grant.Property(g => g.AccountId).HasMaxLength(36);
        grant.Property(g => g.GrantedBy).HasMaxLength(36);
        grant.HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId);
        grant.HasOne(g => g.Branch).WithMany().HasForeignKey(g => g.BranchId);
        grant.HasIndex(g => g.AccountId);
    }
}
