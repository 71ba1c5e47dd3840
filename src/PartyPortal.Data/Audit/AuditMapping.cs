using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Domain.Audit;

namespace PartyPortal.Data.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.Property(a => a.AccountId).HasMaxLength(36);
        entry.Property(a => a.Role).HasMaxLength(AuditEntry.WordMaxLength);
        entry.Property(a => a.Action).HasMaxLength(AuditEntry.WordMaxLength);
        entry.Property(a => a.Subject).HasMaxLength(AuditEntry.WordMaxLength);
        entry.Property(a => a.Detail).HasMaxLength(AuditEntry.DetailMaxLength);
        entry.HasIndex(a => new { a.At, a.Id });
        entry.HasIndex(a => new { a.AccountId, a.Id });
    }
}

internal sealed class AuditSealMapping : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> seal)
    {
        seal.HasKey(s => s.Seq);
        seal.Property(s => s.Seq).ValueGeneratedNever();
        seal.Property(s => s.Hash).HasMaxLength(AuditSeal.HashLength);
        seal.HasOne<AuditEntry>().WithOne().HasForeignKey<AuditSeal>(s => s.EntryId);
    }
}
