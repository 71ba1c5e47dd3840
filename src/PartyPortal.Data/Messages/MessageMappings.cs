using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.Notices;

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
        message.Property(m => m.Title).HasMaxLength(Notice.TitleMaxLength);
        message.Ignore(m => m.AsksToConfirm);
        message.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
        message.HasIndex(m => new { m.AccountId, m.Key }).IsUnique();
        message.HasIndex(m => new { m.AccountId, m.IsRead, m.Id });
    }
}
