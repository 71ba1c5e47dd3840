using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Features.Messages;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Study;

/// <summary>A learner shows one note to people: each is ticked by name, and nobody else reads it.</summary>
public sealed class ShownNoteTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private const string Words = "Mine, and for those I name";

    [Fact]
    public async Task A_note_is_read_by_exactly_those_whom_its_writer_ticked_until_it_is_taken_back()
    {
        var (physics, material, people) = await PlantAsync();
        var (writer, wang, zhao) = (await portal.As(Actor.Of(people[0])), await portal.As(Actor.Of(people[1])), await portal.As(Actor.Of(people[2])));
        var note = await WriteAsync(writer, material);

        var form = await writer.OpenAsync((await writer.OpenAsync("/en/my/notes")).Html.QuerySelector($".notes a[href*='/{note}/readers']")!.GetAttribute("href")!);
        Assert.Equal(people.Skip(1).Select(p => p.Name).Order(), form.Html.QuerySelectorAll("main label:has(input[name=Readers])").Select(l => l.TextContent.Trim()).Order());
        Assert.Empty(form.Html.QuerySelectorAll("main input[checked]"));
        var kept = await writer.FollowAsync(await form.SubmitAsync(new { Readers = (int[])[people[1].Id] }));
        Assert.Contains("Those whom you ticked read this note, and nobody else.", kept.Text);
        Assert.Contains($"Read by: {people[1].Name}.", kept.Text);

        await DeliverAsync();
        await DeliverAsync();
        Assert.Equal((1, 0), (await ToldAsync(people[1]), await ToldAsync(people[2])));
        var letter = (await wang.OpenAsync("/en/messages")).Html.QuerySelector("a.list-title[href*='/my/notes']")!.GetAttribute("href")!;
        foreach (var page in (string[])[letter, $"/en/study/{material}"])
        {
            var shown = await wang.OpenAsync(page);
            Assert.Contains(Words, shown.Text);
            Assert.Contains($"{people[0].Name} shows you this note.", shown.Text);
            Assert.Null(shown.Html.QuerySelector($"a[href*='/my/notes/{note}/']"));
        }

        foreach (var other in (Browser[])[zhao, await portal.As(Actor.Secretary(physics)), await portal.As(Actor.OrganisationOffice), await portal.As(Actor.Auditor)])
            foreach (var page in (string[])["/en/my/notes", $"/en/study/{material}"])
                Assert.DoesNotContain(Words, (await other.GetAsync(page)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, (await wang.GetAsync("/my/notes/export")).Body, StringComparison.Ordinal);

        var changed = await writer.FollowAsync(await (await writer.OpenAsync($"/en/my/notes/{note}/edit")).SubmitAsync(new { Text = "Thought again" }));
        Assert.Contains("Those to whom you show it read it as it is now.", changed.Text);
        Assert.Contains("Thought again", (await wang.OpenAsync("/en/my/notes")).Text);

        var back = await (await writer.OpenAsync($"/en/my/notes/{note}/readers")).SubmitAsync(new { Readers = Array.Empty<int>() });
        Assert.Contains("Only you see this note now.", (await writer.FollowAsync(back)).Text);
        Assert.DoesNotContain("Thought again", (await wang.OpenAsync("/en/my/notes")).Text, StringComparison.Ordinal);
        await DeliverAsync();
        Assert.Equal(0, await ToldAsync(people[1]));
    }

    [Fact]
    public async Task Nobody_ticks_somebody_who_does_not_read_along_and_nobody_shows_the_note_of_another()
    {
        var (physics, material, people) = await PlantAsync();
        var outside = await portal.PlantPersonAsync(physics, Portal.Unique("Qian Jin"));
        var (writer, wang) = (await portal.As(Actor.Of(people[0])), await portal.As(Actor.Of(people[1])));
        var note = await WriteAsync(writer, material);

        var form = await writer.OpenAsync($"/en/my/notes/{note}/readers");
        (await form.SubmitAsAsync($"/en/my/notes/{note}/readers", ("Readers", $"{people[2].Id}"), ("Readers", $"{outside.Id}"))).IsRefusedWith("Somebody whom you ticked does not read along with you any more.");
        await wang.FindsNothingAt($"/my/notes/{note}/readers");
        var page = await wang.OpenAsync("/en/my/notes");
        Assert.Equal(HttpStatusCode.NotFound, (await page.SubmitAsAsync($"/my/notes/{note}/readers", ("Readers", $"{people[1].Id}"))).Status);
        Assert.False(await portal.InDbAsync(db => db.NoteReaders.AnyAsync(r => r.NoteId == note)));
    }

    [Fact]
    public async Task Nobody_ticked_is_refused_beside_the_field_and_nothing_is_written()
    {
        var (_, material, people) = await PlantAsync();
        var writer = await portal.As(Actor.Of(people[0]));
        var note = await WriteAsync(writer, material);

        var refused = await (await writer.OpenAsync($"/en/my/notes/{note}/readers")).SubmitAsync(new { Readers = Array.Empty<int>() });

        refused.IsRefusedWith("Choose who is to read this note.");
        Assert.NotEmpty(refused.Html.QuerySelector("#Readers-error")!.TextContent);
        Assert.Contains(people[1].Name, refused.Text);
    }

    [Fact]
    public async Task Whoever_reads_in_no_circle_is_told_how_it_would_go()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var material = await portal.PlantMaterialAsync(physics, AudienceKind.Branch);
        var writer = await portal.As(Actor.Member(physics));
        var note = await WriteAsync(writer, material);

        Assert.Contains("A note is shown to people of a reading circle", (await writer.OpenAsync($"/en/my/notes/{note}/readers")).Text);
    }

    [Fact]
    public async Task The_reader_puts_it_away_a_removed_note_is_gone_and_of_a_withdrawn_material_nothing_is_shown()
    {
        var (_, material, people) = await PlantAsync();
        var (writer, wang, zhao) = (await portal.As(Actor.Of(people[0])), await portal.As(Actor.Of(people[1])), await portal.As(Actor.Of(people[2])));
        var note = await WriteAsync(writer, material);
        await (await writer.OpenAsync($"/en/my/notes/{note}/readers")).SubmitAsync(new { Readers = people.Skip(1).Select(p => p.Id) });

        Assert.Contains(Words, (await zhao.OpenAsync("/en/my/notes")).Text);
        var shown = await portal.InDbAsync(db => db.NoteReaders.Where(r => r.NoteId == note && r.PersonId == people[1].Id).Select(r => r.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await (await zhao.OpenAsync("/en/my/notes")).SubmitAsAsync($"/my/notes/shown/{shown}/remove")).Status);
        var away = await (await wang.OpenAsync($"/en/study/{material}")).SubmitAsync(new { }, "form[action*='/my/notes/shown/']");
        Assert.Equal($"/en/study/{material}", away.Location);
        Assert.DoesNotContain(Words, (await wang.FollowAsync(away)).Text, StringComparison.Ordinal);
        Assert.Contains(people[1].Name, (await writer.OpenAsync("/en/my/notes")).Text);

        await ChangeAsync(material, m => m.Withdraw("Old"));
        Assert.DoesNotContain(Words, (await zhao.OpenAsync("/en/my/notes")).Text, StringComparison.Ordinal);
        Assert.Contains(Words, (await writer.OpenAsync("/en/my/notes")).Text);
        Assert.Equal(HttpStatusCode.Found, (await (await writer.OpenAsync($"/en/my/notes/{note}/readers")).SubmitAsync(new { Readers = people.Skip(1).Select(p => p.Id) })).Status);

        await (await writer.OpenAsync("/en/my/notes")).SubmitAsync(new { }, $"form[action*='/{note}/remove?']");
        Assert.False(await portal.InDbAsync(db => db.NoteReaders.AnyAsync(r => r.NoteId == note)));
    }

    [Fact]
    public async Task Whoever_may_not_open_the_material_is_in_the_list_as_everybody_and_sees_no_note()
    {
        var (_, material, people) = await PlantAsync();
        var (writer, zhao) = (await portal.As(Actor.Of(people[0])), await portal.As(Actor.Of(people[2])));
        var note = await WriteAsync(writer, material);
        var elsewhere = await portal.PlantBranchAsync("Elsewhere");
        await portal.InDbAsync(async db =>
        {
            (await db.People.Include(p => p.Branch).SingleAsync(p => p.Id == people[2].Id)).JoinBranch(await db.Branches.SingleAsync(b => b.Id == elsewhere.Id), portal.Today);
            return await db.SaveChangesAsync();
        });

        var form = await writer.OpenAsync($"/en/my/notes/{note}/readers");
        Assert.Contains(people[2].Name, form.Text);
        await form.SubmitAsync(new { Readers = (int[])[people[2].Id] });
        await DeliverAsync();

        Assert.DoesNotContain(Words, (await zhao.OpenAsync("/en/my/notes")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await ToldAsync(people[2]));
    }

    [Fact]
    public async Task What_a_withdrawn_material_has_beside_it_is_not_shown_anew()
    {
        var (_, material, people) = await PlantAsync();
        var writer = await portal.As(Actor.Of(people[0]));
        var note = await WriteAsync(writer, material);
        await ChangeAsync(material, m => m.Withdraw("Old"));

        (await (await writer.OpenAsync($"/en/my/notes/{note}/readers")).SubmitAsync(new { Readers = (int[])[people[1].Id] })).IsRefusedWith("is not published just now. Show the note when it is.");
    }

    [Fact]
    public async Task Who_reads_along_stands_above_a_note_that_is_changed()
    {
        var (_, material, people) = await PlantAsync();
        var writer = await portal.As(Actor.Of(people[0]));
        var note = await WriteAsync(writer, material);
        await (await writer.OpenAsync($"/en/my/notes/{note}/readers")).SubmitAsync(new { Readers = (int[])[people[1].Id] });

        var form = await writer.OpenAsync($"/en/my/notes/{note}/edit");
        Assert.Contains($"Read by: {people[1].Name}. They read what you change here.", form.Text);
        Assert.Contains(people[1].Name, (await form.SubmitAsync(new { Quote = " ", Text = " " })).Text);
    }

    private async Task<(Branch Branch, int Material, Person[] People)> PlantAsync()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var material = await portal.PlantMaterialAsync(physics, AudienceKind.Branch);
        Person[] people = [await portal.PlantPersonAsync(physics, Portal.Unique("Li Na")), await portal.PlantPersonAsync(physics, Portal.Unique("Wang Fang")), await portal.PlantPersonAsync(physics, Portal.Unique("Zhao Lei"))];
        var ids = people.Select(p => p.Id).ToArray();
        await portal.InDbAsync(async db =>
        {
            var circle = new ReadingCircle(physics.Id, "Evenings", null);
            circle.Admit(await db.People.Include(p => p.Branch).Where(p => ids.Contains(p.Id)).ToListAsync());
            db.Add(circle);
            return await db.SaveChangesAsync();
        });
        return (physics, material, people);
    }

    private async Task<int> WriteAsync(Browser writer, int material)
    {
        await (await writer.OpenAsync($"/en/study/{material}")).SubmitAsync(new { Text = Words }, "#note");
        return await portal.InDbAsync(db => db.StudyNotes.Where(n => n.MaterialId == material).Select(n => n.Id).SingleAsync());
    }

    private Task ChangeAsync(int material, Action<StudyMaterial> change) => portal.InDbAsync(async db =>
    {
        change(await db.StudyMaterials.SingleAsync(m => m.Id == material));
        return await db.SaveChangesAsync();
    });

    private Task<int> ToldAsync(Person person) => portal.InDbAsync(async db =>
    {
        var account = await db.People.Where(p => p.Id == person.Id).Select(p => p.AccountId).SingleAsync();
        return await db.Messages.CountAsync(m => m.AccountId == account && m.Kind == MessageKind.NoteShown);
    });

    private Task DeliverAsync() => portal.InDbAsync(db => portal.Services.GetServices<IPortalJob>().OfType<DeliverMessages>().Single().RunAsync(db, portal.Clock.UtcNow()));
}
