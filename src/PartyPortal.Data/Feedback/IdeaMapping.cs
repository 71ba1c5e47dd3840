using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Feedback;

namespace PartyPortal.Data.Feedback;

internal sealed class IdeaMapping : IEntityTypeConfiguration<Idea>
{
    public void Configure(EntityTypeBuilder<Idea> idea)
    {
        idea.Property(i => i.Text).HasMaxLength(Idea.TextMaxLength);
        idea.Property(i => i.Mark).HasMaxLength(IdeaSupport.MarkLength);
        idea.Columns();
        idea.HasOne(i => i.Branch).WithMany().HasForeignKey(i => i.BranchId);
        idea.HasIndex(i => new { i.On, i.Id });
        idea.HasIndex(i => i.Mark);
        idea.OwnsMany(i => i.Steps, step =>
        {
            step.ToTable("IdeaSteps");
            step.WithOwner().HasForeignKey("IdeaId");
            step.HasKey("IdeaId", nameof(IdeaStep.Number));
            step.Property(s => s.Number).ValueGeneratedNever();
            step.Property(s => s.Reason).HasMaxLength(Idea.ReasonMaxLength);
        });
    }
}

internal sealed class IdeaSupportMapping : IEntityTypeConfiguration<IdeaSupport>
{
    public void Configure(EntityTypeBuilder<IdeaSupport> support)
    {
        support.Property(s => s.Id).ValueGeneratedNever();
        support.Property(s => s.Mark).HasMaxLength(IdeaSupport.MarkLength);
        support.HasOne<Idea>().WithMany().HasForeignKey(s => s.IdeaId);
        support.HasIndex(s => new { s.IdeaId, s.Mark }).IsUnique();
    }
}
