using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Study;

internal sealed class HourEventMapping : IEntityTypeConfiguration<HourEvent>
{
    public void Configure(EntityTypeBuilder<HourEvent> @event)
    {
        @event.Property(e => e.Title).HasMaxLength(HourEvent.TitleMaxLength);
        @event.Property(e => e.TitleKey).HasMaxLength(HourEvent.TitleMaxLength * 2);
        @event.Property(e => e.Hours).HasPrecision(3, 1);
        @event.Ignore(e => e.Key);
        @event.HasOne(e => e.Branch).WithMany().HasForeignKey(e => e.BranchId);
        @event.HasOne<Course>().WithMany().HasForeignKey(e => e.CourseId);
        @event.HasMany(e => e.Attendances).WithOne(a => a.Event).HasForeignKey(a => a.EventId);
        @event.Navigation(e => e.Attendances).HasField("_attendances").UsePropertyAccessMode(PropertyAccessMode.Field);
        @event.HasIndex(e => new { e.BranchId, e.On, e.TitleKey }).IsUnique();
        @event.HasIndex(e => new { e.On, e.Id });
    }
}

internal sealed class HourAttendanceMapping : IEntityTypeConfiguration<HourAttendance>
{
    public void Configure(EntityTypeBuilder<HourAttendance> attendance)
    {
        attendance.HasOne(a => a.Branch).WithMany().HasForeignKey(a => a.BranchId);
        attendance.HasOne(a => a.Person).WithMany().HasForeignKey(a => a.PersonId);
        attendance.HasIndex(a => new { a.EventId, a.PersonId }).IsUnique();
    }
}

internal sealed class MakeUpStudyMapping : IEntityTypeConfiguration<MakeUpStudy>
{
    public void Configure(EntityTypeBuilder<MakeUpStudy> study)
    {
        study.HasOne(s => s.Event).WithMany().HasForeignKey(s => s.EventId);
        study.HasOne(s => s.Branch).WithMany().HasForeignKey(s => s.BranchId);
        study.HasOne(s => s.Person).WithMany().HasForeignKey(s => s.PersonId);
        study.HasOne(s => s.Material).WithMany().HasForeignKey(s => s.MaterialId);
        study.HasIndex(s => new { s.EventId, s.PersonId }).IsUnique();
    }
}

internal sealed class StudyHelperMapping : IEntityTypeConfiguration<StudyHelper>
{
    public void Configure(EntityTypeBuilder<StudyHelper> helper)
    {
        helper.HasOne(h => h.Person).WithMany().HasForeignKey(h => h.PersonId);
        helper.HasOne(h => h.Helper).WithMany().HasForeignKey(h => h.HelperId);
        helper.HasIndex(h => new { h.PersonId, h.HelperId }).IsUnique();
    }
}

internal sealed class SelfStudyMapping : IEntityTypeConfiguration<SelfStudy>
{
    public void Configure(EntityTypeBuilder<SelfStudy> study)
    {
        study.Property(s => s.Title).HasMaxLength(SelfStudy.TitleMaxLength);
        study.Property(s => s.TitleKey).HasMaxLength(SelfStudy.TitleMaxLength * 2);
        study.Property(s => s.Hours).HasPrecision(3, 1);
        study.Property(s => s.Note).HasMaxLength(SelfStudy.NoteMaxLength);
        study.Property(s => s.Reason).HasMaxLength(SelfStudy.ReasonMaxLength);
        study.Property(s => s.RecordedBy).HasMaxLength(36);
        study.Property(s => s.HelperName).HasMaxLength(Account.DisplayNameMaxLength);
        study.Ignore(s => s.Key);
        study.HasOne<Account>().WithMany().HasForeignKey(s => s.RecordedBy);
        study.HasOne<Course>().WithMany().HasForeignKey(s => s.CourseId);
        study.HasOne(s => s.Person).WithMany().HasForeignKey(s => s.PersonId);
        study.HasIndex(s => new { s.PersonId, s.On, s.TitleKey }).IsUnique();
        study.HasIndex(s => new { s.State, s.On });
    }
}

internal sealed class StudyFigureMapping : IEntityTypeConfiguration<StudyFigure>
{
    public void Configure(EntityTypeBuilder<StudyFigure> figure)
    {
        figure.Ignore(f => f.Counts);
        figure.HasOne(f => f.Branch).WithMany().HasForeignKey(f => f.BranchId);
        figure.HasIndex(f => new { f.BranchId, f.Day }).IsUnique();
    }
}
