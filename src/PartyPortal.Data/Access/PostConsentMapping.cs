using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;

namespace PartyPortal.Data.Access;

internal sealed class PostConsentMapping : IEntityTypeConfiguration<PostConsent>
{
    public void Configure(EntityTypeBuilder<PostConsent> consent)
    {
        consent.Property(c => c.AccountId).HasMaxLength(36);
        consent.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        consent.HasOne(c => c.Grant).WithMany().HasForeignKey(c => c.GrantId);
        consent.HasIndex(c => c.GrantId).IsUnique();
    }
}
