using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Domain.Settings;

namespace PartyPortal.Data.Settings;

internal sealed class SettingMapping : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> setting)
    {
        setting.HasKey(s => s.Key);
        setting.Property(s => s.Key).HasMaxLength(Setting.KeyMaxLength);
        setting.Property(s => s.Value).HasMaxLength(PortalSettings.TextMaxLength);
    }
}
