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
        item.HasOne(f => f.Concerned).WithMany().HasForeignKey(f => f.ConcernedId);
        item.HasOne(f => f.Handling).WithMany().HasForeignKey(f => f.HandlingId);
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
