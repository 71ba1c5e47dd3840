using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Problems;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Features.Circles;
using PartyPortal.Web.Features.Messages;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Study;

namespace PartyPortal.Web.Tests.Circles;

/// <summary>What those who read along are told, what they find by themselves, and what they tell the office that keeps the circle.</summary>
public sealed class CircleNewsTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Whoever_is_taken_into_a_circle_is_told_once_and_nobody_else_is()
    {
        var (physics, circle, li, reader) = await PlantAsync();
        var (wang, unknown) = (await portal.PlantPersonAsync(physics, Portal.Unique("Wang Fang")), await portal.PlantPersonAsync(physics, Portal.Unique("Zhao Lei")));
        var newcomer = await portal.As(Actor.Of(wang));
        await DeliverAsync();
        Assert.Equal(1, await MessagesAsync(reader));

        var secretary = await portal.As(Actor.Secretary(physics));
        var form = await secretary.OpenAsync($"/en/desk/circles/{circle}/people");
        Assert.Contains("Whoever has an account is told within a minute.", (await secretary.FollowAsync(await form.SubmitAsync(new { People = (int[])[wang.Id, unknown.Id] }))).Text);
        await DeliverAsync();
        await DeliverAsync();

        var told = await newcomer.OpenAsync("/en/messages");
        Assert.Contains("You read along in a reading circle", told.Text);
        Assert.Contains("Evenings", (await newcomer.OpenAsync(told.Html.QuerySelector("a.list-title[href$='/circles']")!.GetAttribute("href")!)).Text);
        Assert.Equal((1, 1, 0), (await MessagesAsync(newcomer), await MessagesAsync(reader), await MessagesAsync(secretary)));
        Assert.Equal([unknown.Id], await portal.InDbAsync(db => db.CircleMembers.Where(m => m.CircleId == circle && m.AwaitsWord).Select(m => m.PersonId).ToListAsync()));
        Assert.Contains("Reading circles that I am taken into", (await newcomer.OpenAsync("/en/messages/choices")).Text);

        // Out and in again is told again; forgotten letters are not told anew to those who stayed.
        await (await secretary.OpenAsync($"/en/desk/circles/{circle}")).SubmitAsync(new { }, $"form[action$='/people/{wang.Id}/remove']");
        await portal.InDbAsync(db => db.Messages.ExecuteDeleteAsync());
        await (await secretary.OpenAsync($"/en/desk/circles/{circle}/people")).SubmitAsync(new { People = (int[])[wang.Id] });
        await DeliverAsync();
        Assert.Equal((1, 0), (await MessagesAsync(newcomer), await MessagesAsync(reader)));
    }

    [Fact]
    public async Task A_new_week_is_found_on_my_study_by_those_who_read_along_without_a_message()
    {
        var (physics, circle, _, reader) = await PlantAsync();
        var other = await portal.As(Actor.Member(physics));
        var secretary = await portal.As(Actor.Secretary(physics));
        await DeliverAsync();
        var (past, current) = (await portal.PlantMaterialAsync(physics, AudienceKind.Branch, content: c => c with { Title = "Of last week" }), await portal.PlantMaterialAsync(physics, AudienceKind.Branch, content: c => c with { Title = "Of this week" }));

        foreach (var (material, on) in new[] { (past, portal.Today.AddDays(-7)), (current, portal.Today.AddDays(-6)) })
            await (await secretary.OpenAsync($"/en/desk/circles/{circle}/weeks")).SubmitAsync(new { MaterialId = material, On = on });
        await DeliverAsync();

        var news = (await reader.OpenAsync("/en/my/study")).Html.QuerySelector("#due")!;
        Assert.Contains("Of this week", news.TextContent);
        Assert.Contains("Evenings", news.TextContent);
        Assert.DoesNotContain("Of last week", news.TextContent);
        var week = await portal.InDbAsync(db => db.CircleWeeks.Where(w => w.MaterialId == current).Select(w => w.Id).SingleAsync());
        var reading = news.QuerySelectorAll("a").Single(a => a.TextContent.Contains("Of this week", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Equal($"/en/circles/{circle}#week-{week}", (await reader.FollowAsync(await reader.GetAsync(reading))).Url);
        Assert.NotNull((await reader.OpenAsync($"/en/circles/{circle}")).Html.QuerySelector($"#week-{week}"));
        Assert.Equal(1, await MessagesAsync(reader));
        foreach (var browser in (Browser[])[other, secretary]) Assert.DoesNotContain("Of this week", (await browser.OpenAsync("/en/my/study")).Html.QuerySelector("#due")?.TextContent ?? "");

        await (await secretary.OpenAsync($"/en/desk/circles/{circle}/end")).SubmitAsync(new { });
        Assert.DoesNotContain("Of this week", (await reader.OpenAsync("/en/my/study")).Html.QuerySelector("#due")?.TextContent ?? "");
    }

    [Fact]
    public async Task What_is_wrong_in_a_circle_is_reported_to_the_office_that_keeps_it_and_to_none_above()
    {
        var (physics, circle, li, writer) = await PlantAsync();
        var wang = await portal.PlantPersonAsync(physics, Portal.Unique("Wang Fang"));
        var reader = await portal.As(Actor.Of(wang));
        var word = await SayAsync(circle, writer.AccountId!, li, wang);
        Assert.Null((await writer.OpenAsync($"/en/circles/{circle}")).Html.QuerySelector(".panel a[href*='/problems/new']"));

        var link = (await reader.OpenAsync($"/en/circles/{circle}")).Html.QuerySelector($"#word-{word} a[href*='/problems/new']")!;
        Assert.Contains("Something is wrong with this", link.TextContent);
        var form = await reader.OpenAsync(link.GetAttribute("href")!);
        (await form.SubmitAsync(new { Text = "It names somebody" })).IsRefusedWith("Fill in: What is wrong?");
        Assert.Contains("Thank you", (await form.SubmitAsync(new { Kind = ProblemKind.Personal, Text = "It names somebody" })).Text);

        var secretary = await portal.As(Actor.Secretary(physics));
        var desk = await secretary.OpenAsync("/en/desk/problems");
        Assert.Contains("It names somebody", desk.Text);
        var report = await secretary.OpenAsync(desk.Html.QuerySelector("main a.list-title")!.GetAttribute("href")!);
        Assert.NotNull(report.Html.QuerySelector($"a[href='/en/circles/{circle}#word-{word}']"));
        Assert.DoesNotContain(wang.Name, report.Html.QuerySelector("main")!.TextContent);
        foreach (var above in (Actor[])[Actor.GeneralBranchSecretary(await CollegeAsync(physics)), Actor.OrganisationOffice])
        {
            var office = await portal.As(above);
            Assert.DoesNotContain("It names somebody", (await office.OpenAsync("/en/desk/problems")).Text);
            await office.FindsNothingAt(report.Url.Replace("/en/", "/", StringComparison.Ordinal));
        }

        await report.SubmitAsync(new { Outcome = "Taken out" }, "#settle");
        Assert.Contains("Taken out", (await secretary.OpenAsync(report.Url)).Text);
    }

    [Fact]
    public async Task Whoever_does_not_read_along_reports_nothing_about_a_circle()
    {
        var (physics, circle, _, _) = await PlantAsync();
        var stranger = await portal.As(Actor.Member(physics));

        await (await stranger.OpenAsync($"/en/problems/new?about=/circles/{circle}/words/1")).SubmitAsync(new { Kind = ProblemKind.Wrong, Text = "From outside" });

        Assert.Equal(("/circles/…", false), await portal.InDbAsync(async db => await db.ProblemReports.Where(r => r.Text == "From outside").Select(r => new ValueTuple<string, bool>(r.Page, r.StaysInOffice)).SingleAsync()));
    }

    [Fact]
    public async Task With_a_circle_its_reports_go_too()
    {
        var (physics, circle, li, writer) = await PlantAsync();
        await (await writer.OpenAsync($"/en/problems/new?about=/circles/{circle}")).SubmitAsync(new { Kind = ProblemKind.Broken, Text = "Of the circle" });
        await portal.InDbAsync(async db =>
        {
            db.Add(new ProblemReport(await db.Branches.SingleAsync(b => b.Id == physics.Id), $"/circles/{circle}1", ProblemKind.Broken, "Of another one", portal.Today) { StaysInOffice = true });
            (await db.ReadingCircles.SingleAsync(c => c.Id == circle)).End(portal.Today);
            await db.SaveChangesAsync();
        });

        await portal.InDbAsync(db => new ForgetCircles().RunAsync(db, portal.Clock.UtcNow().AddDays(367)));

        Assert.Equal(["Of another one"], await portal.InDbAsync(db => db.ProblemReports.Where(r => r.BranchId == physics.Id).Select(r => r.Text).ToListAsync()));
    }

    private Task<Branch> CollegeAsync(Branch branch) => portal.InDbAsync(db => db.Branches.SingleAsync(b => b.Id == branch.ParentId));

    /// <summary>A circle with one reader.</summary>
    private async Task<(Branch Branch, int Circle, Person Person, Browser Reader)> PlantAsync()
    {
        var physics = await portal.PlantBranchAsync("Physics", await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch));
        var li = await portal.PlantPersonAsync(physics, Portal.Unique("Li Hua"));
        var reader = await portal.As(Actor.Of(li));
        return (physics, await portal.InDbAsync(async db =>
        {
            var circle = new ReadingCircle(physics.Id, "Evenings", null);
            circle.Admit([await db.People.Include(p => p.Branch).SingleAsync(p => p.Id == li.Id)]);
            db.Add(circle);
            await db.SaveChangesAsync();
            return circle.Id;
        }), li, reader);
    }

    /// <summary>Another person reads along, and the first has said something.</summary>
    private async Task<int> SayAsync(int id, string accountId, Person by, Person other)
    {
        var material = await portal.PlantMaterialAsync(await portal.InDbAsync(db => db.ReadingCircles.Where(c => c.Id == id).Select(c => c.Branch).SingleAsync()), AudienceKind.Branch);
        return await portal.InDbAsync(async db =>
        {
            var circle = await db.ReadingCircles.Include(c => c.Members).ThenInclude(m => m.Person.Branch).Include(c => c.Weeks).ThenInclude(w => w.Material).SingleAsync(c => c.Id == id);
            circle.Admit([await db.People.Include(p => p.Branch).SingleAsync(p => p.Id == other.Id)]);
            var week = circle.Add(await db.StudyMaterials.SingleAsync(m => m.Id == material), portal.Today, null);
            await db.SaveChangesAsync();
            var word = new CircleWord(week, new Viewer { AccountId = accountId, PersonId = by.Id }, "Li Ming from next door says so too", portal.Today);
            db.Add(word);
            await db.SaveChangesAsync();
            return word.Id;
        });
    }

    private Task<int> MessagesAsync(Browser browser) => portal.InDbAsync(db => db.Messages.CountAsync(m => m.AccountId == browser.AccountId && m.Kind == MessageKind.CircleJoined));

    private Task DeliverAsync() => portal.InDbAsync(db => portal.Services.GetServices<IPortalJob>().OfType<DeliverMessages>().Single().RunAsync(db, portal.Clock.UtcNow()));
}
