using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Accounts;
using PartyPortal.Data.Files;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

internal sealed class StudyMaterialMapping : IEntityTypeConfiguration<StudyMaterial>
{
    private const int WordsMaxLength = StudyMaterial.TitleMaxLength + StudyMaterial.SummaryMaxLength + StudyMaterial.SourceMaxLength + StudyMaterial.RegulationMaxLength
        + (StudyMaterial.MostTags * (StudyTag.NameMaxLength + 1)) + 10;

    public void Configure(EntityTypeBuilder<StudyMaterial> material)
    {
        material.Property(m => m.Title).HasMaxLength(StudyMaterial.TitleMaxLength);
        material.Property(m => m.Summary).HasMaxLength(StudyMaterial.SummaryMaxLength);
        material.Property(m => m.Body).HasMaxLength(StudyMaterial.BodyMaxLength);
        material.Property(m => m.Link).HasMaxLength(StudyMaterial.LinkMaxLength);
        material.Property(m => m.Source).HasMaxLength(StudyMaterial.SourceMaxLength);
        material.Property(m => m.Regulation).HasMaxLength(StudyMaterial.RegulationMaxLength);
        material.Property(m => m.Captions).HasMaxLength(StudyMaterial.CaptionsMaxLength);
        material.Property(m => m.Transcript).HasMaxLength(StudyMaterial.CaptionsMaxLength);
        material.Property(m => m.Chapters).HasMaxLength(StudyMaterial.ChaptersMaxLength);
        material.Property(m => m.ExemptBecause).HasMaxLength(StudyMaterial.ReasonMaxLength);
        material.Property(m => m.AudienceKey).HasMaxLength(Audience.KeyMaxLength);
        material.Ignore(m => m.Addressees);
        material.Property(m => m.EditedBy).HasMaxLength(36);
        material.Property(m => m.PublishedBy).HasMaxLength(36);
        material.Property(m => m.ApprovedBy).HasMaxLength(36);
        material.Property(m => m.WithdrawnBecause).HasMaxLength(StudyMaterial.ReasonMaxLength);
        material.Property(m => m.SentBackBecause).HasMaxLength(StudyMaterial.ReasonMaxLength);
        material.Property(m => m.WordsKey).HasMaxLength(WordsMaxLength);
        material.ComplexProperty(m => m.File, StoredFileMapping.Columns!);
        material.HasOne(m => m.Branch).WithMany().HasForeignKey(m => m.BranchId);
        material.HasIndex(m => new { m.PublishedAt, m.Id });
        material.HasIndex(m => new { m.State, m.PublishedAt });
        material.OwnsMany(m => m.Tags, tag =>
        {
            tag.ToTable("StudyTags");
            tag.WithOwner().HasForeignKey(t => t.MaterialId);
            tag.HasKey(t => new { t.MaterialId, t.Name });
            tag.Property(t => t.Name).HasMaxLength(StudyTag.NameMaxLength);
            tag.HasIndex(t => t.Name);
        });
    }
}

internal sealed class StudyVersionMapping : IEntityTypeConfiguration<StudyVersion>
{
    public void Configure(EntityTypeBuilder<StudyVersion> version)
    {
        version.Property(v => v.Title).HasMaxLength(StudyMaterial.TitleMaxLength);
        version.Property(v => v.Summary).HasMaxLength(StudyMaterial.SummaryMaxLength);
        version.Property(v => v.Body).HasMaxLength(StudyMaterial.BodyMaxLength);
        version.Property(v => v.Transcript).HasMaxLength(StudyMaterial.CaptionsMaxLength);
        version.Property(v => v.Source).HasMaxLength(StudyMaterial.SourceMaxLength);
        version.Property(v => v.Regulation).HasMaxLength(StudyMaterial.RegulationMaxLength);
        version.HasOne(v => v.Material).WithMany(m => m.Versions).HasForeignKey(v => v.MaterialId);
        version.HasOne<Branch>().WithMany().HasForeignKey(v => v.BranchId);
        version.HasIndex(v => new { v.MaterialId, v.Number }).IsUnique();
    }
}

internal sealed class StudyRenditionMapping : IEntityTypeConfiguration<StudyRendition>
{
    public void Configure(EntityTypeBuilder<StudyRendition> rendition)
    {
        rendition.ToTable("StudyRenditions");
        rendition.HasKey(r => r.MaterialId);
        rendition.Property(r => r.Sha256).HasMaxLength(StoredFile.Sha256Length);
        rendition.ComplexProperty(r => r.Pages, StoredFileMapping.Columns!);
        rendition.ComplexProperty(r => r.Still, StoredFileMapping.Columns!);
        rendition.HasOne(r => r.Material).WithOne(m => m.Rendition).HasForeignKey<StudyRendition>(r => r.MaterialId);
        rendition.HasOne<Branch>().WithMany().HasForeignKey(r => r.BranchId);
    }
}

internal sealed class StudyProgressMapping : IEntityTypeConfiguration<StudyProgress>
{
    public void Configure(EntityTypeBuilder<StudyProgress> progress)
    {
        progress.Property(p => p.AccountId).HasMaxLength(36);
        progress.Property(p => p.Takeaway).HasMaxLength(StudyProgress.TakeawayMaxLength);
        progress.HasOne(p => p.Material).WithMany().HasForeignKey(p => p.MaterialId);
        progress.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
        progress.HasIndex(p => new { p.AccountId, p.MaterialId }).IsUnique();
    }
}

internal sealed class StudyNoteMapping : IEntityTypeConfiguration<StudyNote>
{
    public void Configure(EntityTypeBuilder<StudyNote> note)
    {
        note.Property(n => n.AccountId).HasMaxLength(36);
        note.Property(n => n.Title).HasMaxLength(StudyMaterial.TitleMaxLength);
        note.Property(n => n.Quote).HasMaxLength(StudyNote.QuoteMaxLength);
        note.Property(n => n.Text).HasMaxLength(StudyNote.TextMaxLength);
        note.HasOne(n => n.Material).WithMany().HasForeignKey(n => n.MaterialId);
        note.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId);
        note.HasMany(n => n.Readers).WithOne(r => r.Note).HasForeignKey(r => r.NoteId);
        note.Navigation(n => n.Readers).HasField("_readers").UsePropertyAccessMode(PropertyAccessMode.Field);
        note.HasIndex(n => new { n.AccountId, n.MaterialId });
    }
}

internal sealed class NoteReaderMapping : IEntityTypeConfiguration<NoteReader>
{
    public void Configure(EntityTypeBuilder<NoteReader> reader)
    {
        reader.Property(r => r.AccountId).HasMaxLength(36);
        reader.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
        reader.HasOne(r => r.Person).WithMany().HasForeignKey(r => r.PersonId);
        reader.HasIndex(r => new { r.NoteId, r.PersonId }).IsUnique();
    }
}
