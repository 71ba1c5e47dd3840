using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Domain.Jobs;

namespace PartyPortal.Data.Jobs;

internal sealed class JobMapping : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> job)
    {
        job.Property(j => j.Kind).HasMaxLength(Job.KindMaxLength);
        job.Property(j => j.LastError).HasMaxLength(Job.ErrorMaxLength);
        job.HasIndex(j => j.Kind).IsUnique();
    }
}
