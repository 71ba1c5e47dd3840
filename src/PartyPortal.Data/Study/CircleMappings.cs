using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

internal sealed class ReadingCircleMapping : IEntityTypeConfiguration<ReadingCircle>
{
    public void Configure(EntityTypeBuilder<ReadingCircle> circle)
    {
        circle.Property(c => c.Title).HasMaxLength(ReadingCircle.TitleMaxLength);
        circle.Property(c => c.Purpose).HasMaxLength(ReadingCircle.PurposeMaxLength);
        circle.HasOne(c => c.Branch).WithMany().HasForeignKey(c => c.BranchId);
        circle.HasMany(c => c.Members).WithOne(m => m.Circle).HasForeignKey(m => m.CircleId);
        circle.Navigation(c => c.Members).HasField("_members").UsePropertyAccessMode(PropertyAccessMode.Field);
        circle.HasMany(c => c.Weeks).WithOne(w => w.Circle).HasForeignKey(w => w.CircleId);
        circle.Navigation(c => c.Weeks).HasField("_weeks").UsePropertyAccessMode(PropertyAccessMode.Field);
        circle.HasIndex(c => c.EndedOn);
    }
}

internal sealed class CircleMemberMapping : IEntityTypeConfiguration<CircleMember>
{
    public void Configure(EntityTypeBuilder<CircleMember> member)
    {
        member.HasOne<Branch>().WithMany().HasForeignKey(m => m.BranchId);
        member.HasOne(m => m.Person).WithMany().HasForeignKey(m => m.PersonId);
        member.HasIndex(m => new { m.CircleId, m.PersonId }).IsUnique();
    }
}

internal sealed class CircleWeekMapping : IEntityTypeConfiguration<CircleWeek>
{
    public void Configure(EntityTypeBuilder<CircleWeek> week)
    {
        week.Property(w => w.Question).HasMaxLength(CircleWeek.QuestionMaxLength);
        week.HasOne<Branch>().WithMany().HasForeignKey(w => w.BranchId);
        week.HasOne(w => w.Material).WithMany().HasForeignKey(w => w.MaterialId);
        week.HasIndex(w => new { w.CircleId, w.MaterialId }).IsUnique();
    }
}

internal sealed class CircleWordMapping : IEntityTypeConfiguration<CircleWord>
{
    public void Configure(EntityTypeBuilder<CircleWord> word)
    {
        word.Property(w => w.AccountId).HasMaxLength(36);
        word.Property(w => w.Text).HasMaxLength(CircleWord.TextMaxLength);
        word.Property(w => w.RemovedBecause).HasMaxLength(CircleWord.ReasonMaxLength);
        word.HasOne<Branch>().WithMany().HasForeignKey(w => w.BranchId);
        word.HasOne(w => w.Week).WithMany().HasForeignKey(w => w.WeekId);
        word.HasOne<Account>().WithMany().HasForeignKey(w => w.AccountId);
        word.HasOne(w => w.Person).WithMany().HasForeignKey(w => w.PersonId);
    }
}
