using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Features.Hours;

internal static class Recording
{
    /// <summary>Writes down what somebody else studied.</summary>
    /// <param name="db">Whose viewer helps.</param>
    /// <param name="form">What it was.</param>
    /// <param name="person">Whom the viewer may help, with the branch.</param>
    /// <param name="clock">The days that are open.</param>
    public static async Task RecordAsync(this PortalDb db, HelpedStudyForm form, Person person, HourClock clock)
    {
        var content = form.Content();
        await db.RequireCourseAsync(content.CourseId);
        var earlier = await db.EarlierStudyAsync(person.Id, content.Title, content.On, db.Viewer.AccountId);
        var study = earlier ?? new SelfStudy(person, content.Title, content.On, db.Viewer.AccountId);
        study.Record(content, clock, db.Viewer);
        if (earlier is null) db.Add(study);
        await db.SaveChangesAsync();
    }
}
