using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Help;

namespace PartyPortal.Data.Help;

internal sealed class HiddenStepsMapping : IEntityTypeConfiguration<HiddenSteps>
{
    public void Configure(EntityTypeBuilder<HiddenSteps> hidden)
    {
        hidden.HasKey(h => new { h.AccountId, h.Role });
        hidden.Property(h => h.AccountId).HasMaxLength(36);
        hidden.HasOne<Account>().WithMany().HasForeignKey(h => h.AccountId);
    }
}
