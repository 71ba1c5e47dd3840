using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data;

public abstract partial class PortalDb
{
    public DbSet<StudyMaterial> StudyMaterials => Set<StudyMaterial>();
    public DbSet<StudyVersion> StudyVersions => Set<StudyVersion>();
    public DbSet<StudyRendition> StudyRenditions => Set<StudyRendition>();
    public DbSet<StudyNote> StudyNotes => Set<StudyNote>();
    public DbSet<NoteReader> NoteReaders => Set<NoteReader>();
    public DbSet<StudyProgress> StudyProgress => Set<StudyProgress>();
    public DbSet<Course> Courses => Set<Course>();
    public DbSet<Lesson> Lessons => Set<Lesson>();
    public DbSet<EarlierClass> EarlierClasses => Set<EarlierClass>();
    public DbSet<CourseNeed> CourseNeeds => Set<CourseNeed>();
    public DbSet<CourseAssignment> CourseAssignments => Set<CourseAssignment>();
    public DbSet<CourseCompletion> CourseCompletions => Set<CourseCompletion>();
    public DbSet<WithdrawnCertificate> WithdrawnCertificates => Set<WithdrawnCertificate>();
}
