using PartyPortal.Data;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Demo;

/// <summary>One kind of things that the demo shows: notices, materials, guides, feedback, collections.</summary>
internal interface IDemoContents
{
    Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people);
}

internal static class DemoContents
{
    /// <summary>In the order in which they are planted.</summary>
    public static IEnumerable<IDemoContents> All(DataFolder folder, FileIntake intake, TimeProvider clock)
    {
        var files = new DemoFiles(folder, clock);
        return
        [
            new DemoNotices(files, clock),
            new DemoCollections(files, clock),
            new DemoGuides(files, clock),
            new DemoStudy(intake, clock), new DemoCourses(clock), new DemoQuestions(clock), new DemoQuizzes(clock), new DemoAssignments(clock), new DemoClasses(clock), new DemoHours(clock), new DemoTrainings(clock),
            new DemoStarters(clock), new DemoCircles(clock),
            new DemoCalendar(clock),
            new DemoFeedback(clock), new DemoTasks(clock),
            new DemoTickets(clock),
            new DemoPostings(clock),
            new DemoConsents(clock),
            new DemoMaintenance(clock),
            new DemoProblems(clock),
        ];
    }
}
