using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Classes;

namespace PartyPortal.Data.Classes;

internal sealed class TrainingClassMapping : IEntityTypeConfiguration<TrainingClass>
{
    public void Configure(EntityTypeBuilder<TrainingClass> trainingClass)
    {
        trainingClass.Property(c => c.Title).HasMaxLength(TrainingClass.TitleMaxLength);
        trainingClass.Property(c => c.Purpose).HasMaxLength(TrainingClass.PurposeMaxLength);
        trainingClass.Property(c => c.Responsible).HasMaxLength(TrainingClass.ResponsibleMaxLength);
        trainingClass.Property(c => c.AudienceKey).HasMaxLength(Audience.KeyMaxLength);
        trainingClass.Property(c => c.StageNames).HasMaxLength(TrainingClass.StagesMaxLength);
        trainingClass.Property(c => c.CancelledBecause).HasMaxLength(TrainingClass.ReasonMaxLength);
        trainingClass.Ignore(c => c.Stages);
        trainingClass.Ignore(c => c.Hours);
        trainingClass.Ignore(c => c.Days);
        trainingClass.HasOne(c => c.Branch).WithMany().HasForeignKey(c => c.BranchId);
        trainingClass.HasMany(c => c.Sessions).WithOne(s => s.Class).HasForeignKey(s => s.ClassId);
        trainingClass.Navigation(c => c.Sessions).HasField("_sessions").UsePropertyAccessMode(PropertyAccessMode.Field);
        trainingClass.HasMany(c => c.SignUps).WithOne(s => s.Class).HasForeignKey(s => s.ClassId);
        trainingClass.HasIndex(c => new { c.BranchId, c.MadeAt, c.Id });
        trainingClass.HasIndex(c => new { c.State, c.LastSignUpOn, c.Id });
    }
}

internal sealed class ClassSessionMapping : IEntityTypeConfiguration<ClassSession>
{
    public void Configure(EntityTypeBuilder<ClassSession> session)
    {
        session.Property(s => s.Where).HasMaxLength(ClassSession.WhereMaxLength);
        session.Property(s => s.Topic).HasMaxLength(ClassSession.TopicMaxLength);
        session.Property(s => s.Hours).HasPrecision(4, 1);
        session.HasMany(s => s.Attendance).WithOne(a => a.Session).HasForeignKey(a => a.SessionId);
        session.HasIndex(s => new { s.ClassId, s.On });
        session.HasIndex(s => new { s.BranchId, s.On });
    }
}

internal sealed class ClassSignUpMapping : IEntityTypeConfiguration<ClassSignUp>
{
    public void Configure(EntityTypeBuilder<ClassSignUp> signUp)
    {
        signUp.Property(s => s.AccountId).HasMaxLength(36);
        signUp.Property(s => s.Name).HasMaxLength(ClassSignUp.NameMaxLength);
        signUp.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        signUp.HasOne(s => s.Branch).WithMany().HasForeignKey(s => s.BranchId);
        signUp.HasOne(s => s.OfBranch).WithMany().HasForeignKey(s => s.OfBranchId);
        // Two who sign up in the same moment would get the same number: one of them tries again behind the other.
        signUp.HasIndex(s => new { s.ClassId, s.Number }).IsUnique();
        signUp.HasIndex(s => new { s.AccountId, s.ClassId }).IsUnique();
    }
}

internal sealed class ClassAttendanceMapping : IEntityTypeConfiguration<ClassAttendance>
{
    public void Configure(EntityTypeBuilder<ClassAttendance> attendance)
    {
        attendance.Property(a => a.MadeUpBy).HasMaxLength(ClassAttendance.MadeUpByMaxLength);
        attendance.HasOne(a => a.SignUp).WithMany().HasForeignKey(a => a.SignUpId);
        attendance.HasIndex(a => new { a.SessionId, a.SignUpId }).IsUnique();
    }
}

internal sealed class ClassCertificateMapping : IEntityTypeConfiguration<ClassCertificate>
{
    public void Configure(EntityTypeBuilder<ClassCertificate> certificate)
    {
        certificate.Property(c => c.AccountId).HasMaxLength(36);
        certificate.Property(c => c.Title).HasMaxLength(TrainingClass.TitleMaxLength);
        certificate.Property(c => c.Hours).HasPrecision(5, 1);
        certificate.Property(c => c.Code).HasMaxLength(ClassCertificate.CodeLength);
        certificate.HasOne(c => c.Branch).WithMany().HasForeignKey(c => c.BranchId);
        certificate.HasOne(c => c.Class).WithMany().HasForeignKey(c => c.ClassId);
        certificate.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        certificate.HasIndex(c => new { c.AccountId, c.ClassId }).IsUnique();
        certificate.HasIndex(c => new { c.IsInCourses, c.Id });
        certificate.HasIndex(c => c.Code).IsUnique();
    }
}
