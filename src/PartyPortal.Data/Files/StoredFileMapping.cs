using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Domain.Files;

namespace PartyPortal.Data.Files;

/// <summary>The columns of a file in its owner's table: <c>builder.ComplexProperty(a => a.File, StoredFileMapping.Columns)</c>.</summary>
internal static class StoredFileMapping
{
    public static void Columns(ComplexPropertyBuilder<StoredFile> file)
    {
        file.Property(f => f.StoreName).HasMaxLength(StoredFile.StoreNameLength);
        file.Property(f => f.Name).HasMaxLength(StoredFile.NameMaxLength);
        file.Property(f => f.MediaType).HasMaxLength(StoredFile.MediaTypeMaxLength);
        file.Property(f => f.Sha256).HasMaxLength(StoredFile.Sha256Length);
    }
}
