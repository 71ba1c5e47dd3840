using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Files;

namespace PartyPortal.Data.Files;

internal sealed class UploadMapping : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> upload)
    {
        upload.Property(u => u.Id).ValueGeneratedNever();
        upload.Property(u => u.AccountId).HasMaxLength(36);
        upload.Property(u => u.Name).HasMaxLength(StoredFile.NameMaxLength);
        upload.ComplexProperty(u => u.File, StoredFileMapping.Columns!);
        upload.HasOne<Account>().WithMany().HasForeignKey(u => u.AccountId);
        upload.HasIndex(u => u.ExpiresAt);
    }
}
