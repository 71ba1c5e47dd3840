using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Domain.Help;

namespace PartyPortal.Data.Help;

internal sealed class PageOpinionMapping : IEntityTypeConfiguration<PageOpinion>
{
    public void Configure(EntityTypeBuilder<PageOpinion> opinion)
    {
        // Given by the domain: SQL Server's own generator makes keys that tell their order.
        opinion.Property(o => o.Id).ValueGeneratedNever();
        opinion.Property(o => o.Page).HasMaxLength(PageOpinion.PageMaxLength);
        opinion.Property(o => o.Text).HasMaxLength(PageOpinion.TextMaxLength);
        opinion.HasIndex(o => o.On);
    }
}

internal sealed class MissedSearchMapping : IEntityTypeConfiguration<MissedSearch>
{
    public void Configure(EntityTypeBuilder<MissedSearch> missed)
    {
        missed.Property(m => m.Words).HasMaxLength(MissedSearch.WordsMaxLength);
        missed.HasIndex(m => new { m.On, m.Words }).IsUnique();
    }
}
