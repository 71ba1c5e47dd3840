using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Domain.Maintaining;

namespace PartyPortal.Data.Maintaining;

internal sealed class MaintenanceWindowMapping : IEntityTypeConfiguration<MaintenanceWindow>
{
    public void Configure(EntityTypeBuilder<MaintenanceWindow> maintenance)
    {
        maintenance.Property(m => m.Affects).HasMaxLength(MaintenanceWindow.AffectsMaxLength);
        maintenance.Property(m => m.AffectsInEnglish).HasMaxLength(MaintenanceWindow.AffectsMaxLength);
        maintenance.Ignore(m => m.IsStillToCome);
        maintenance.Ignore(m => m.IsOnEachPage);
        maintenance.HasIndex(m => new { m.From, m.Id });
    }
}
