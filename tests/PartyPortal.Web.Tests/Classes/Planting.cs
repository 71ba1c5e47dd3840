using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Classes;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Classes;

internal static class Planting
{
    /// <summary>An announced class past all pages: sessions from nine to twelve, so many days ahead.</summary>
    public static Task<(int Class, IReadOnlyList<int> Sessions)> PlantClassAsync(this Portal portal, Branch branch, int quota = 2, int[]? days = null, Func<ClassContent, ClassContent>? content = null) => portal.InDbAsync(async db =>
    {
        var plain = new ClassContent(Portal.Unique("Class"), "To learn", AudienceKind.Branch, quota, portal.Today, "The office");
        var made = new TrainingClass(branch.Id, content?.Invoke(plain) ?? plain, Viewer.System, portal.Today, portal.Clock.UtcNow());
        foreach (var day in days ?? [7]) made.Add(new SessionContent(portal.Today.AddDays(day), new TimeOnly(day == 0 ? 19 : 9, 0), new TimeOnly(day == 0 ? 22 : 12, 0), "Room 1", 3), portal.Today);
        made.Announce(portal.Today, portal.Clock.UtcNow());
        db.Add(made);
        await db.SaveChangesAsync();
        return (made.Id, (IReadOnlyList<int>)[.. made.Sessions.Select(s => s.Id)]);
    });

    public static async Task<Browser> SignsUpAsync(this Portal portal, Branch branch, int trainingClass)
    {
        var person = await portal.As(Actor.Member(branch));
        await (await person.OpenAsync($"/en/classes/{trainingClass}")).SubmitAsync(new { }, "#sign-up");
        return person;
    }
}
