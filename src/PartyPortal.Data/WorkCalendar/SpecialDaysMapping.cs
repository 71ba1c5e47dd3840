using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Domain.WorkCalendar;

namespace PartyPortal.Data.WorkCalendar;

internal sealed class SpecialDaysMapping : IEntityTypeConfiguration<SpecialDays>
{
    public void Configure(EntityTypeBuilder<SpecialDays> days)
    {
        days.Property(d => d.Name).HasMaxLength(SpecialDays.NameMaxLength);
        days.HasIndex(d => d.From).IsUnique();
    }
}
