using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Classes;

namespace PartyPortal.Data;

public abstract partial class PortalDb
{
    public DbSet<TrainingClass> TrainingClasses => Set<TrainingClass>();
    public DbSet<ClassSession> ClassSessions => Set<ClassSession>();
    public DbSet<ClassSignUp> ClassSignUps => Set<ClassSignUp>();
    public DbSet<ClassAttendance> ClassAttendances => Set<ClassAttendance>();
    public DbSet<ClassCertificate> ClassCertificates => Set<ClassCertificate>();
}
