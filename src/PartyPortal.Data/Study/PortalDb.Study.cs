using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data;

public abstract partial class PortalDb
{
    public DbSet<Course> Courses => Set<Course>();
    public DbSet<Lesson> Lessons => Set<Lesson>();
    public DbSet<CourseNeed> CourseNeeds => Set<CourseNeed>();
    public DbSet<CourseAssignment> CourseAssignments => Set<CourseAssignment>();
    public DbSet<CourseCompletion> CourseCompletions => Set<CourseCompletion>();
}
