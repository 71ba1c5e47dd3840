using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Help;

namespace PartyPortal.Data.Help;

internal sealed class TicketMapping : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> ticket)
    {
        ticket.Property(t => t.AccountId).HasMaxLength(36);
        ticket.Property(t => t.TakenBy).HasMaxLength(36);
        ticket.Property(t => t.Page).HasMaxLength(Ticket.PageMaxLength);
        ticket.Property(t => t.ErrorId).HasMaxLength(Ticket.ErrorIdMaxLength);
        ticket.Ignore(t => t.IsClosed);
        ticket.Ignore(t => t.WaitsForAnswer);
        ticket.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId);
        ticket.HasIndex(t => new { t.AccountId, t.Id });
        ticket.HasIndex(t => new { t.State, t.AskedOn, t.Id });
        ticket.OwnsMany(t => t.Words, word =>
        {
            word.ToTable("TicketWords");
            word.WithOwner().HasForeignKey("TicketId");
            word.HasKey("TicketId", nameof(TicketWord.Number));
            word.Property(w => w.Number).ValueGeneratedNever();
            word.Property(w => w.AccountId).HasMaxLength(36);
            word.Property(w => w.Text).HasMaxLength(Ticket.TextMaxLength);
        });
    }
}
