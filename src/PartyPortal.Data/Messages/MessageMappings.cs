using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Messages;

namespace PartyPortal.Data.Messages;

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.CausedBy).HasMaxLength(36);
    }
}

internal sealed class InSiteMessageMapping : IEntityTypeConfiguration<InSiteMessage>
{
    public void Configure(EntityTypeBuilder<InSiteMessage> message)
    {
        message.Property(m => m.AccountId).HasMaxLength(36);
        message.Property(m => m.Key).HasMaxLength(InSiteMessage.KeyMaxLength);
        message.Property(m => m.Title).HasMaxLength(InSiteMessage.TitleMaxLength);
        message.Ignore(m => m.AsksToConfirm);
        message.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
        message.HasIndex(m => new { m.AccountId, m.Key }).IsUnique();
        message.HasIndex(m => new { m.AccountId, m.IsRead, m.Id });
    }
}

internal sealed class MailChoiceMapping : IEntityTypeConfiguration<MailChoice>
{
    public void Configure(EntityTypeBuilder<MailChoice> choice)
    {
        choice.HasKey(c => new { c.AccountId, c.Topic });
        choice.Property(c => c.AccountId).HasMaxLength(36);
        choice.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
    }
}

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.Property(d => d.AccountId).HasMaxLength(36);
        delivery.Property(d => d.Key).HasMaxLength(InSiteMessage.KeyMaxLength);
        delivery.Property(d => d.Sealed).HasMaxLength(Delivery.SealedMaxLength);
        delivery.Ignore(d => d.HasEnded);
        delivery.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId);
        delivery.HasIndex(d => new { d.State, d.DueAt });
        delivery.HasIndex(d => new { d.AccountId, d.IsForDigest, d.State });
        delivery.HasIndex(d => new { d.CreatedAt, d.Id });
        delivery.HasIndex(d => d.Key);
    }
}
