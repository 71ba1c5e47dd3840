using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Domain.Problems;

namespace PartyPortal.Data.Problems;

internal sealed class ProblemReportMapping : IEntityTypeConfiguration<ProblemReport>
{
    public void Configure(EntityTypeBuilder<ProblemReport> report)
    {
        report.Property(r => r.Page).HasMaxLength(PagePath.MaxLength);
        report.Property(r => r.Text).HasMaxLength(ProblemReport.TextMaxLength);
        report.Property(r => r.Outcome).HasMaxLength(ProblemReport.WordMaxLength);
        report.HasOne(r => r.Branch).WithMany().HasForeignKey(r => r.BranchId);
        report.HasIndex(r => new { r.SettledOn, r.Id });
        report.HasIndex(r => new { r.BranchId, r.SettledOn });
    }
}
