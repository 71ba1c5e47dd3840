using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Domain.Feedback;

namespace PartyPortal.Data.Feedback;

internal sealed class FeedbackMapping : IEntityTypeConfiguration<FeedbackItem>
{
    public void Configure(EntityTypeBuilder<FeedbackItem> item)
    {
        // Given by the domain: SQL Server's own generator makes keys that tell their order.
        item.Property(f => f.Id).ValueGeneratedNever();
        item.Property(f => f.Text).HasMaxLength(FeedbackItem.TextMaxLength);
        item.Property(f => f.Name).HasMaxLength(FeedbackItem.NameMaxLength);
        item.Property(f => f.Contact).HasMaxLength(FeedbackItem.ContactMaxLength);
        item.Property(f => f.CodeHash).HasMaxLength(ReceiptCode.HashLength);
        item.Ignore(f => f.IsAnswered);
        item.Ignore(f => f.WaitsForAnswer);
        item.Ignore(f => f.IsClosed);
        item.HasOne(f => f.Concerned).WithMany().HasForeignKey(f => f.ConcernedId);
        item.HasOne(f => f.Handling).WithMany().HasForeignKey(f => f.HandlingId);
        item.HasOne(f => f.Topic).WithMany().HasForeignKey(f => f.TopicId);
        item.HasOne(f => f.MergedInto).WithMany(f => f.Merged).HasForeignKey(f => f.MergedIntoId);
        item.HasIndex(f => f.CodeHash).IsUnique();
        item.OwnsMany(f => f.Messages, message =>
        {
            message.ToTable("FeedbackMessages");
            message.WithOwner().HasForeignKey("FeedbackItemId");
            message.HasKey("FeedbackItemId", nameof(FeedbackMessage.Number));
            message.Property(m => m.Number).ValueGeneratedNever();
            message.Ignore(m => m.IsAnswer);
            message.Property(m => m.Text).HasMaxLength(FeedbackItem.TextMaxLength);
        });
    }
}

internal sealed class FeedbackNoteMapping : IEntityTypeConfiguration<FeedbackNote>
{
    public void Configure(EntityTypeBuilder<FeedbackNote> note)
    {
        note.Property(n => n.Id).ValueGeneratedNever();
        note.Property(n => n.Text).HasMaxLength(FeedbackItem.TextMaxLength);
        note.HasOne(n => n.Item).WithMany().HasForeignKey(n => n.ItemId);
    }
}

internal sealed class DeedMapping : IEntityTypeConfiguration<Deed>
{
    public void Configure(EntityTypeBuilder<Deed> deed)
    {
        deed.Property(d => d.Said).HasMaxLength(Deed.SaidMaxLength);
        deed.Property(d => d.Did).HasMaxLength(Deed.DidMaxLength);
        deed.Property(d => d.EditedBy).HasMaxLength(36);
        deed.Property(d => d.PublishedBy).HasMaxLength(36);
        deed.Property(d => d.ApprovedBy).HasMaxLength(36);
        deed.HasOne(d => d.Branch).WithMany().HasForeignKey(d => d.BranchId);
        deed.HasIndex(d => new { d.State, d.DoneOn, d.Id });
    }
}

internal sealed class FeedbackTopicMapping : IEntityTypeConfiguration<FeedbackTopic>
{
    public void Configure(EntityTypeBuilder<FeedbackTopic> topic)
    {
        topic.Property(t => t.Name).HasMaxLength(FeedbackTopic.NameMaxLength);
        topic.Property(t => t.NameInEnglish).HasMaxLength(FeedbackTopic.NameMaxLength);
        topic.HasOne(t => t.Office).WithMany().HasForeignKey(t => t.OfficeId);
        topic.HasIndex(t => t.Name).IsUnique();
    }
}

internal sealed class FeedbackPictureMapping : IEntityTypeConfiguration<FeedbackPicture>
{
    public void Configure(EntityTypeBuilder<FeedbackPicture> picture)
    {
        // Given by the domain, as that of its message.
        picture.Property(p => p.Id).ValueGeneratedNever();
        picture.HasOne(p => p.Item).WithMany().HasForeignKey(p => p.ItemId);
    }
}
