using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Todos;

namespace PartyPortal.Data.Todos;

internal sealed class CalendarFeedMapping : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.Property(f => f.AccountId).HasMaxLength(36);
        feed.Property(f => f.TokenHash).HasMaxLength(CalendarFeed.HashLength);
        feed.HasIndex(f => f.AccountId).IsUnique();
        feed.HasIndex(f => f.TokenHash).IsUnique();
        feed.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId);
    }
}
