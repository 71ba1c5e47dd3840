using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Data.Branches;

internal sealed class BranchMapping : IEntityTypeConfiguration<Branch>
{
    public void Configure(EntityTypeBuilder<Branch> branch)
    {
        branch.Property(b => b.Code).HasMaxLength(Branch.CodeMaxLength);
        branch.Property(b => b.CodeKey).HasMaxLength(Branch.CodeMaxLength);
        branch.Property(b => b.Name).HasMaxLength(Branch.NameMaxLength);
        branch.Property(b => b.Path).HasMaxLength(Branch.PathMaxLength);
        branch.Property(b => b.Introduction).HasMaxLength(Branch.TextMaxLength);
        branch.Property(b => b.Office).HasMaxLength(Branch.NameMaxLength);
        branch.Property(b => b.ContactHours).HasMaxLength(Branch.NameMaxLength);
        branch.Property(b => b.Telephone).HasMaxLength(Branch.TelephoneMaxLength);
        branch.Ignore(b => b.PathIds);
        branch.HasOne(b => b.Parent).WithMany(b => b.Children).HasForeignKey(b => b.ParentId);
        branch.HasIndex(b => b.Path);
        branch.HasIndex(b => new { b.CodeKey, b.Gone }).IsUnique();
    }
}

internal sealed class BranchGroupMapping : IEntityTypeConfiguration<BranchGroup>
{
    public void Configure(EntityTypeBuilder<BranchGroup> group)
    {
        group.Property(g => g.Name).HasMaxLength(BranchGroup.NameMaxLength);
        group.HasOne(g => g.Branch).WithMany().HasForeignKey(g => g.BranchId);
        group.HasIndex(g => new { g.BranchId, g.Name, g.Gone }).IsUnique();
    }
}

internal sealed class BranchPeriodMapping : IEntityTypeConfiguration<BranchPeriod>
{
    public void Configure(EntityTypeBuilder<BranchPeriod> period)
    {
        period.Property(p => p.Name).HasMaxLength(Branch.NameMaxLength);
        period.HasOne(p => p.Branch).WithMany(b => b.Periods).HasForeignKey(p => p.BranchId);
        period.HasOne(p => p.Parent).WithMany().HasForeignKey(p => p.ParentId);
    }
}
