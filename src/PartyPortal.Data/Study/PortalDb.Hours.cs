using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data;

public abstract partial class PortalDb
{
    public DbSet<HourEvent> HourEvents => Set<HourEvent>();
    public DbSet<HourAttendance> HourAttendances => Set<HourAttendance>();
    public DbSet<MakeUpStudy> MakeUpStudies => Set<MakeUpStudy>();
    public DbSet<StudyHelper> StudyHelpers => Set<StudyHelper>();
    public DbSet<SelfStudy> SelfStudies => Set<SelfStudy>();
    public DbSet<StudyFigure> StudyFigures => Set<StudyFigure>();
}
