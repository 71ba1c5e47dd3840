using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.Todos;

namespace PartyPortal.Data.Todos;

internal sealed class LadderStepMapping : IEntityTypeConfiguration<LadderStep>
{
    public void Configure(EntityTypeBuilder<LadderStep> step)
    {
        step.Property(s => s.Thing).HasMaxLength(LadderStep.ThingMaxLength);
        step.Property(s => s.Title).HasMaxLength(Notice.TitleMaxLength);
        step.Ignore(s => s.LetterKey);
        step.HasOne(s => s.Branch).WithMany().HasForeignKey(s => s.BranchId);
        step.HasOne(s => s.To).WithMany().HasForeignKey(s => s.ToId);
        step.HasOne<Branch>().WithMany().HasForeignKey(s => s.AboutBranchId);
        step.HasIndex(s => new { s.Thing, s.Rung }).IsUnique();
        step.HasIndex(s => new { s.On, s.Id });
    }
}
