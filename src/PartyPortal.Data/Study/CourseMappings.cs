using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

internal sealed class CourseMapping : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> course)
    {
        course.Property(c => c.Title).HasMaxLength(Course.TitleMaxLength);
        course.Property(c => c.Summary).HasMaxLength(Course.SummaryMaxLength);
        course.Property(c => c.Outline).HasMaxLength(Course.OutlineMaxLength);
        course.Property(c => c.Responsible).HasMaxLength(Course.ResponsibleMaxLength);
        course.Property(c => c.Hours).HasPrecision(3, 1);
        course.Property(c => c.AudienceKey).HasMaxLength(Audience.KeyMaxLength);
        course.Ignore(c => c.Addressees);
        course.Property(c => c.EditedBy).HasMaxLength(36);
        course.Property(c => c.PublishedBy).HasMaxLength(36);
        course.Property(c => c.ApprovedBy).HasMaxLength(36);
        course.Property(c => c.WithdrawnBecause).HasMaxLength(Course.ReasonMaxLength);
        course.Property(c => c.SentBackBecause).HasMaxLength(Course.ReasonMaxLength);
        course.Property(c => c.StarterName).HasMaxLength(Course.StarterNameMaxLength);
        course.HasOne(c => c.Branch).WithMany().HasForeignKey(c => c.BranchId);
        course.HasMany(c => c.Lessons).WithOne(l => l.Course).HasForeignKey(l => l.CourseId);
        course.Navigation(c => c.Lessons).HasField("_lessons").UsePropertyAccessMode(PropertyAccessMode.Field);
        course.HasMany(c => c.Needs).WithOne(n => n.Course).HasForeignKey(n => n.CourseId);
        course.HasIndex(c => new { c.BranchId, c.StarterName }).IsUnique();
        course.HasIndex(c => new { c.State, c.PublishedAt });
        course.HasIndex(c => new { c.PublishedAt, c.Id });
    }
}

internal sealed class LessonMapping : IEntityTypeConfiguration<Lesson>
{
    public void Configure(EntityTypeBuilder<Lesson> lesson)
    {
        lesson.HasOne(l => l.Material).WithMany().HasForeignKey(l => l.MaterialId);
        lesson.HasOne(l => l.Quiz).WithMany().HasForeignKey(l => l.QuizId);
        lesson.HasOne(l => l.Class).WithMany().HasForeignKey(l => l.ClassId);
        lesson.HasMany(l => l.EarlierClasses).WithOne(e => e.Lesson).HasForeignKey(e => e.LessonId);
        lesson.Navigation(l => l.EarlierClasses).HasField("_earlierClasses").UsePropertyAccessMode(PropertyAccessMode.Field);
        lesson.Ignore(l => l.Title);
        lesson.Ignore(l => l.IsPublished);
        lesson.HasIndex(l => new { l.CourseId, l.MaterialId }).IsUnique();
        lesson.HasIndex(l => new { l.CourseId, l.QuizId }).IsUnique();
        lesson.HasIndex(l => new { l.CourseId, l.ClassId }).IsUnique();
    }
}

internal sealed class EarlierClassMapping : IEntityTypeConfiguration<EarlierClass>
{
    public void Configure(EntityTypeBuilder<EarlierClass> earlier)
    {
        earlier.HasKey(e => new { e.LessonId, e.ClassId });
        earlier.HasOne(e => e.Class).WithMany().HasForeignKey(e => e.ClassId);
    }
}

internal sealed class CourseNeedMapping : IEntityTypeConfiguration<CourseNeed>
{
    public void Configure(EntityTypeBuilder<CourseNeed> need)
    {
        need.HasKey(n => new { n.CourseId, n.NeededId });
        need.HasOne(n => n.Needed).WithMany().HasForeignKey(n => n.NeededId);
    }
}

internal sealed class CourseAssignmentMapping : IEntityTypeConfiguration<CourseAssignment>
{
    public void Configure(EntityTypeBuilder<CourseAssignment> assignment)
    {
        assignment.Property(a => a.Title).HasMaxLength(Course.TitleMaxLength);
        assignment.Property(a => a.AudienceKey).HasMaxLength(Audience.KeyMaxLength);
        assignment.Ignore(a => a.Stages);
        assignment.HasOne(a => a.Course).WithMany().HasForeignKey(a => a.CourseId);
        assignment.HasOne(a => a.Branch).WithMany().HasForeignKey(a => a.BranchId);
        assignment.HasIndex(a => new { a.AudienceKey, a.EndedOn });
        assignment.HasIndex(a => new { a.DueOn, a.Id });
    }
}

internal sealed class CourseCompletionMapping : IEntityTypeConfiguration<CourseCompletion>
{
    public void Configure(EntityTypeBuilder<CourseCompletion> completion)
    {
        completion.Property(c => c.AccountId).HasMaxLength(36);
        completion.Property(c => c.Title).HasMaxLength(Course.TitleMaxLength);
        completion.Property(c => c.Hours).HasPrecision(3, 1);
        completion.Property(c => c.Code).HasMaxLength(CourseCompletion.CodeLength);
        completion.HasOne(c => c.Course).WithMany().HasForeignKey(c => c.CourseId);
        completion.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        completion.HasIndex(c => new { c.AccountId, c.CourseId }).IsUnique();
        completion.HasIndex(c => c.Code).IsUnique();
    }
}

internal sealed class WithdrawnCertificateMapping : IEntityTypeConfiguration<WithdrawnCertificate>
{
    public void Configure(EntityTypeBuilder<WithdrawnCertificate> withdrawn)
    {
        withdrawn.HasKey(w => w.Code);
        withdrawn.Property(w => w.Code).HasMaxLength(CourseCompletion.CodeLength);
        withdrawn.Property(w => w.Title).HasMaxLength(Course.TitleMaxLength);
        withdrawn.HasOne<Branch>().WithMany().HasForeignKey(w => w.BranchId);
    }
}
