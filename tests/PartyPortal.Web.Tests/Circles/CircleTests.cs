using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Features.Circles;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Study;

namespace PartyPortal.Web.Tests.Circles;

/// <summary>A reading circle is there for its people and the office that keeps it, and for nobody else.</summary>
public sealed class CircleTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task A_secretary_begins_a_circle_and_those_who_read_along_talk_about_the_week()
    {
        var (_, physics) = await PlantBranchesAsync();
        var (li, wang) = (await portal.PlantPersonAsync(physics, Portal.Unique("Li Hua")), await portal.PlantPersonAsync(physics, Portal.Unique("Wang Fang")));
        var material = await portal.PlantMaterialAsync(physics, AudienceKind.Branch, content: c => c with { Title = Portal.Unique("The text") });
        var secretary = await portal.As(Actor.Secretary(physics));

        var made = await (await secretary.OpenAsync("/en/desk/circles/new")).SubmitAsync(new { Title = "Evenings", Purpose = "To read together" });
        var id = int.Parse(made.Location!.Split('/')[^1], null);
        await (await secretary.OpenAsync($"/en/desk/circles/{id}/people")).SubmitAsync(new { People = (int[])[li.Id, wang.Id] });
        await (await secretary.OpenAsync($"/en/desk/circles/{id}/weeks")).SubmitAsync(new { MaterialId = material, On = portal.Today, Question = "What is new in it?" });

        var (first, second) = (await portal.As(Actor.Of(li)), await portal.As(Actor.Of(wang)));
        Assert.Contains("Evenings", (await first.OpenAsync("/en/circles")).Text);
        var page = await first.OpenAsync(await WeekAsync(id));
        (await page.SubmitAsync(new { Text = " " })).IsRefusedWith("Fill in: What you have to say.");
        await page.SubmitAsync(new { Text = "The third part." });
        await page.SubmitAsync(new { Text = "The third part." });

        var read = await second.OpenAsync($"/en/circles/{id}");
        Assert.Contains(li.Name, read.Html.QuerySelector(".panel")!.TextContent);
        Assert.Single(read.Html.QuerySelectorAll(".panel li"));
        Assert.Contains("What is new in it?", read.Text);
        Assert.Contains("The third part.", (await secretary.OpenAsync($"/en/circles/{id}")).Text);
    }

    [Fact]
    public async Task Whoever_is_not_one_of_it_finds_nothing_not_even_the_office_above()
    {
        var (college, physics) = await PlantBranchesAsync();
        var (id, _) = await PlantAsync(physics, await portal.PlantPersonAsync(physics, Portal.Unique("Li Hua")), "Only among us");
        var others = (Actor[])[Actor.Member(physics), Actor.Secretary(await portal.PlantBranchAsync("History", college)), Actor.GeneralBranchSecretary(college), Actor.OrganisationOffice, Actor.Auditor, Actor.SystemAdministrator];

        foreach (var actor in others)
        {
            var other = await portal.As(actor);
            await other.FindsNothingAt($"/circles/{id}");
            await other.FindsNothingAt(await WeekAsync(id, ""));
            Assert.DoesNotContain("Evenings", (await other.GetAsync("/en/circles")).Text);
            Assert.DoesNotContain("Evenings", (await other.GetAsync("/en/desk/circles")).Text);
            Assert.DoesNotContain("Only among us", (await other.GetAsync($"/en/desk/circles/{id}")).Text);
        }

        // The secretary keeps it and does not speak in it.
        await (await portal.As(Actor.Secretary(physics))).FindsNothingAt(await WeekAsync(id, ""));
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_beside_its_field()
    {
        var (_, physics) = await PlantBranchesAsync();
        var (member, applicant) = (await portal.PlantPersonAsync(physics, Portal.Unique("Li Hua")), await portal.PlantPersonAsync(physics, Portal.Unique("Zhao Lei"), Stage.Applicant));
        var (id, read) = await PlantAsync(physics, member);
        var forMembers = await portal.PlantMaterialAsync(physics, AudienceKind.Members, content: c => c with { Title = "For members alone" });
        var secretary = await portal.As(Actor.Secretary(physics));

        (await (await secretary.OpenAsync("/en/desk/circles/new")).SubmitAsync(new { Title = "" })).IsRefusedWith("Fill in: Title.");
        var people = await secretary.OpenAsync($"/en/desk/circles/{id}/people");
        (await people.SubmitAsync(new { })).IsRefusedWith("Choose who is to read along.");
        await people.SubmitAsync(new { People = (int[])[applicant.Id] });
        var weeks = await secretary.OpenAsync($"/en/desk/circles/{id}/weeks");
        (await weeks.SubmitAsync(new { MaterialId = read, On = portal.Today })).IsRefusedWith("This material is read here already.");
        (await weeks.SubmitAsync(new { MaterialId = forMembers, On = portal.Today })).IsRefusedWith($"They may not open “For members alone”: {applicant.Name}.");

        var writer = await portal.As(Actor.Of(member));
        var page = await writer.OpenAsync(await WeekAsync(id));
        await (await secretary.OpenAsync($"/en/desk/circles/{id}/end")).SubmitAsync(new { });
        (await page.SubmitAsync(new { Text = "Too late" })).IsRefusedWith("This circle is ended.");
    }

    [Fact]
    public async Task Words_are_taken_back_by_their_writer_and_taken_out_by_the_office_with_a_reason()
    {
        var (_, physics) = await PlantBranchesAsync();
        var (li, wang) = (await portal.PlantPersonAsync(physics, Portal.Unique("Li Hua")), await portal.PlantPersonAsync(physics, Portal.Unique("Wang Fang")));
        var (writer, reader, secretary) = (await portal.As(Actor.Of(li)), await portal.As(Actor.Of(wang)), await portal.As(Actor.Secretary(physics)));
        var (id, _) = await PlantAsync(physics, li, "Not for here", writer.AccountId);
        await portal.InDbAsync(async db =>
        {
            var circle = await db.ReadingCircles.Include(c => c.Members).Include(c => c.Weeks).ThenInclude(w => w.Material).SingleAsync(c => c.Id == id);
            circle.Admit([await db.People.Include(p => p.Branch).SingleAsync(p => p.Id == wang.Id)]);
            await db.SaveChangesAsync();
        });
        var word = await portal.InDbAsync(db => db.CircleWords.Where(w => w.Week.CircleId == id).Select(w => w.Id).SingleAsync());
        Assert.Null((await reader.OpenAsync($"/en/circles/{id}")).Html.QuerySelector($"form[action$='/words/{word}/remove']"));

        var remove = await secretary.OpenAsync($"/en/desk/circles/{id}/words/{word}/remove");
        (await remove.SubmitAsync(new { Reason = "" })).IsRefusedWith("Fill in: Reason.");
        await remove.SubmitAsync(new { Reason = "It names somebody." });

        var seen = await reader.OpenAsync($"/en/circles/{id}");
        Assert.Contains("Taken out by the office.", seen.Text);
        Assert.DoesNotContain("Not for here", seen.Text);
        Assert.DoesNotContain("It names somebody.", seen.Text);
        Assert.Contains("Taken out, because: It names somebody.", (await writer.OpenAsync($"/en/circles/{id}")).Text);

        var page = await writer.OpenAsync(await WeekAsync(id));
        await page.SubmitAsync(new { Text = "A second thought" });
        var own = await portal.InDbAsync(db => db.CircleWords.Where(w => w.Text == "A second thought").Select(w => w.Id).SingleAsync());
        await (await writer.OpenAsync($"/en/circles/{id}")).SubmitAsync(new { }, $"form[action$='/words/{own}/remove']");
        Assert.False(await portal.InDbAsync(db => db.CircleWords.AnyAsync(w => w.Id == own)));
    }

    [Fact]
    public async Task Whoever_was_taken_out_of_a_circle_sees_it_no_more_and_still_takes_back_their_words()
    {
        var (_, physics) = await PlantBranchesAsync();
        var li = await portal.PlantPersonAsync(physics, Portal.Unique("Li Hua"));
        var (writer, other, secretary) = (await portal.As(Actor.Of(li)), await portal.As(Actor.Member(physics)), await portal.As(Actor.Secretary(physics)));
        var (id, _) = await PlantAsync(physics, li, "Said before I left", writer.AccountId);
        Assert.Null((await writer.OpenAsync("/en/circles")).Html.QuerySelector("#left-behind"));

        await (await secretary.OpenAsync($"/en/desk/circles/{id}")).SubmitAsync(new { }, $"form[action$='/people/{li.Id}/remove']");

        await writer.FindsNothingAt($"/circles/{id}");
        Assert.Null((await other.OpenAsync("/en/circles")).Html.QuerySelector("#left-behind"));
        Assert.Contains("Your words are gone.", (await writer.FollowAsync(await (await writer.OpenAsync("/en/circles")).SubmitAsync(new { }, "#left-behind form"))).Text);
        Assert.False(await portal.InDbAsync(db => db.CircleWords.AnyAsync(w => w.Text == "Said before I left")));
    }

    [Fact]
    public async Task A_year_after_its_end_nothing_is_left_of_a_circle()
    {
        var (_, physics) = await PlantBranchesAsync();
        var (id, _) = await PlantAsync(physics, await portal.PlantPersonAsync(physics, Portal.Unique("Li Hua")), "Once said");
        await portal.InDbAsync(async db =>
        {
            (await db.ReadingCircles.SingleAsync(c => c.Id == id)).End(portal.Today);
            await db.SaveChangesAsync();
        });

        await portal.InDbAsync(db => new ForgetCircles().RunAsync(db, portal.Clock.UtcNow().AddDays(364)));
        Assert.True(await portal.InDbAsync(db => db.ReadingCircles.AnyAsync(c => c.Id == id)));
        await portal.InDbAsync(db => new ForgetCircles().RunAsync(db, portal.Clock.UtcNow().AddDays(367)));
        Assert.False(await portal.InDbAsync(db => db.ReadingCircles.AnyAsync(c => c.Id == id)));
        Assert.False(await portal.InDbAsync(db => db.CircleWords.AnyAsync(w => w.Text == "Once said")));
    }

    private async Task<(Branch College, Branch Physics)> PlantBranchesAsync()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        return (college, await portal.PlantBranchAsync("Physics", college));
    }

    /// <summary>With one person and one week, in which that person has said something where that is given.</summary>
    private async Task<(int Circle, int Material)> PlantAsync(Branch branch, Person person, string? said = null, string? accountId = null)
    {
        var material = await portal.PlantMaterialAsync(branch, AudienceKind.Branch);
        accountId ??= said is null ? null : (await portal.As(Actor.Of(person))).AccountId;
        var id = await portal.InDbAsync(async db =>
        {
            var reader = await db.People.Include(p => p.Branch).SingleAsync(p => p.Id == person.Id);
            var circle = new ReadingCircle(branch.Id, "Evenings", null);
            circle.Admit([reader]);
            var week = circle.Add(await db.StudyMaterials.SingleAsync(m => m.Id == material), portal.Today, null);
            db.Add(circle);
            await db.SaveChangesAsync();
            if (said is not null) db.Add(new CircleWord(week, new Viewer { AccountId = accountId, PersonId = reader.Id }, said, portal.Today));
            await db.SaveChangesAsync();
            return circle.Id;
        });
        return (id, material);
    }

    private Task<string> WeekAsync(int circle, string language = "/en") => portal.InDbAsync(async db => $"{language}/circles/{circle}/weeks/{await db.CircleWeeks.Where(w => w.CircleId == circle).Select(w => w.Id).SingleAsync()}");
}
