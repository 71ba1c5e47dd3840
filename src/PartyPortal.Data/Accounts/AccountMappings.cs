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
        account.Property(a => a.PhoneNumber).HasMaxLength(40);
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
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
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
