using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;

namespace PartyPortal.Data.Access;

internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> absence)
    {
        absence.Property(a => a.AccountId).HasMaxLength(36);
        absence.Property(a => a.StandInId).HasMaxLength(36);
        absence.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId);
        absence.HasOne<Account>().WithMany().HasForeignKey(a => a.StandInId);
        absence.HasOne(a => a.Grant).WithMany().HasForeignKey(a => a.GrantId);
    }
}
