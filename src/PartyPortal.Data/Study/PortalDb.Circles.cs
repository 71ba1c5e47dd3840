using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data;

public abstract partial class PortalDb
{
    public DbSet<ReadingCircle> ReadingCircles => Set<ReadingCircle>();
    public DbSet<CircleMember> CircleMembers => Set<CircleMember>();
    public DbSet<CircleWeek> CircleWeeks => Set<CircleWeek>();
    public DbSet<CircleWord> CircleWords => Set<CircleWord>();
}
