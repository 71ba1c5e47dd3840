using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Files;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Guides;

namespace PartyPortal.Data.Guides;

internal sealed class GuideMapping : IEntityTypeConfiguration<Guide>
{
    public void Configure(EntityTypeBuilder<Guide> guide)
    {
        guide.Property(g => g.Title).HasMaxLength(Guide.TitleMaxLength);
        guide.Property(g => g.Summary).HasMaxLength(Guide.SummaryMaxLength);
        guide.Property(g => g.Steps).HasMaxLength(Guide.StepsMaxLength);
        guide.Property(g => g.Notes).HasMaxLength(Guide.NotesMaxLength);
        guide.Property(g => g.Keywords).HasMaxLength(Guide.LineMaxLength);
        guide.Property(g => g.Office).HasMaxLength(Guide.LineMaxLength);
        guide.Property(g => g.Hours).HasMaxLength(Guide.LineMaxLength);
        guide.Property(g => g.Telephone).HasMaxLength(Guide.LineMaxLength);
        guide.Property(g => g.SearchKey).HasMaxLength(Guide.SearchKeyMaxLength);
        guide.Property(g => g.EditedBy).HasMaxLength(36);
        guide.Property(g => g.PublishedBy).HasMaxLength(36);
        guide.Property(g => g.ApprovedBy).HasMaxLength(36);
        guide.Property(g => g.SentBackBecause).HasMaxLength(Guide.ReasonMaxLength);
        guide.HasOne(g => g.Branch).WithMany().HasForeignKey(g => g.BranchId);
        guide.HasIndex(g => new { g.PublishedAt, g.Id });
        guide.HasIndex(g => new { g.State, g.PublishedAt });
    }
}

internal sealed class GuideDownloadMapping : IEntityTypeConfiguration<GuideDownload>
{
    public void Configure(EntityTypeBuilder<GuideDownload> download)
    {
        download.ComplexProperty(d => d.File, StoredFileMapping.Columns);
        download.HasOne(d => d.Guide).WithMany(g => g.Downloads).HasForeignKey(d => d.GuideId);
        download.HasOne<Branch>().WithMany().HasForeignKey(d => d.BranchId);
    }
}
