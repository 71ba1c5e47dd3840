using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.People;
using PartyPortal.Web.Features.Collections;
using PartyPortal.Web.Features.Messages;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;
using PartyPortal.Web.Platform.Robots;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Collections;

/// <summary>What happens by itself: people are told, dates pass, what is closed is deleted. A database of its own: the jobs look at all of it, and time moves.</summary>
public sealed class CollectionTimeTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task Those_asked_are_told_once_those_missing_again_and_the_bell_falls_silent()
    {
        var (general, physics, zhao) = await PlantAsync();
        var (member, secretary) = (await portal.As(Actor.Of(zhao)), await portal.As(Actor.Secretary(physics)));
        await portal.PlantCollectionAsync(physics, [zhao.Ask()]);
        var id = await portal.PlantCollectionAsync(general, [physics.Ask()]);

        await DeliverAsync();
        await DeliverAsync();
        Assert.Equal([MessageKind.AnswerCollection], await KindsAsync(member));
        Assert.Equal([MessageKind.AnswerCollection], await KindsAsync(secretary));
        Assert.Contains($"/en/collections/{id}", (await secretary.OpenAsync("/en/messages")).Html.Body!.InnerHtml);

        var above = await portal.As(Actor.GeneralBranchSecretary(general));
        await (await above.OpenAsync($"/en/desk/collections/{id}")).SubmitAsync(new { }, "#remind");
        await DeliverAsync();
        Assert.Equal([MessageKind.AnswerCollection, MessageKind.AnswerCollectionAgain], await KindsAsync(secretary));

        await secretary.HandInAsync(id, "Plan");
        Assert.True(await portal.InDbAsync(db => db.Messages.Where(m => m.CollectionId == id).AllAsync(m => m.IsRead)));
        var answer = await portal.AnswerAsync(id);
        await (await above.OpenAsync($"/en/desk/collections/{id}/answers/{answer.Id}/return")).SubmitAsync(new { Reason = "Sign it" });
        await DeliverAsync();
        Assert.Contains(MessageKind.AnswerReturned, await KindsAsync(secretary));
    }

    [Fact]
    public async Task After_the_date_a_late_answer_is_marked_or_refused()
    {
        var (_, physics, zhao) = await PlantAsync();
        var (taken, refused) = (await portal.PlantCollectionAsync(physics, [zhao.Ask()]), await portal.PlantCollectionAsync(physics, [zhao.Ask()], c => c with { TakesLate = false }));
        var page = await (await portal.As(Actor.Of(zhao))).OpenAsync($"/en/collections/{refused}");
        portal.Clock.Advance(TimeSpan.FromDays(8));
        var member = await portal.As(Actor.Of(zhao));
        var todo = await (await portal.As(Actor.Secretary(physics))).OpenAsync("/en/desk/todo");
        Assert.Contains("Remind those missing or close the collection: Projects", todo.Text);

        await member.HandInAsync(taken, "Late");
        Assert.True((await portal.AnswerAsync(taken)).IsLate);
        Assert.Contains("Handed in late", (await (await portal.As(Actor.Secretary(physics))).OpenAsync($"/en/desk/collections/{taken}")).Text);
        Assert.Contains("late answers are not taken", (await member.OpenAsync($"/en/collections/{refused}")).Text);
        Assert.Null((await member.OpenAsync($"/en/collections/{refused}")).Html.QuerySelector("[name='Given[0].Text']"));
        Assert.NotNull(page.Html.QuerySelector("[name='Given[0].Text']"));
    }

    [Fact]
    public async Task Whoever_is_overtaken_by_the_date_while_writing_keeps_what_was_typed()
    {
        var (_, physics, zhao) = await PlantAsync();
        var id = await portal.PlantCollectionAsync(physics, [zhao.Ask()], c => c with { TakesLate = false, DueAt = portal.Clock.UtcNow().AddMinutes(5) });
        var page = await (await portal.As(Actor.Of(zhao))).OpenAsync($"/en/collections/{id}");
        portal.Clock.Advance(TimeSpan.FromMinutes(6));

        var refused = await page.SubmitAsync(new Dictionary<string, object> { ["Given[0].Text"] = "A long evening's work" });

        refused.IsRefusedWith("The date is over, and late answers are not taken.");
        Assert.Equal("A long evening's work", refused.Html.QuerySelector("[name='Given[0].Text']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_nobody_closes_closes_itself_and_is_deleted_with_files_when_its_day_comes()
    {
        var (_, physics, zhao) = await PlantAsync();
        var id = await portal.PlantCollectionAsync(physics, [zhao.Ask()]);
        await (await portal.As(Actor.Of(zhao))).HandInAsync(id, "Reading room", ("form.pdf", SampleFile.Pdf()));
        await DeliverAsync();
        var file = Assert.Single((await portal.AnswerAsync(id)).Files).File;

        portal.Clock.Advance(TimeSpan.FromDays(7 + Collection.DaysUntilItEnds + 1));
        await EndAsync();
        Assert.Equal(CollectionState.Closed, await portal.InDbAsync(db => db.Collections.Where(c => c.Id == id).Select(c => c.State).SingleAsync()));
        await portal.InDbAsync(async db => { await new ForgetOldMessages().RunAsync(db, portal.Clock.UtcNow()); return 0; });
        Assert.False(await portal.InDbAsync(db => db.Messages.AnyAsync(m => m.CollectionId == id)));

        portal.Clock.Advance(TimeSpan.FromDays(185));
        await EndAsync();
        await EndAsync();
        Assert.False(await portal.InDbAsync(db => db.Collections.AnyAsync(c => c.Id == id)));
        Assert.Null(portal.Services.GetRequiredService<IFileStore>().Open(file.StoreName));
    }

    private async Task<(Branch General, Branch Physics, Person Zhao)> PlantAsync()
    {
        var general = await portal.PlantBranchAsync("Sciences", null, BranchKind.GeneralBranch);
        var physics = await portal.PlantBranchAsync("Physics", general);
        return (general, physics, await portal.PlantPersonAsync(physics, "Zhao"));
    }

    private Task DeliverAsync() => portal.InDbAsync(db => new DeliverMessages(new RobotSettings()).RunAsync(db, portal.Clock.UtcNow()));

    private Task EndAsync() => portal.InDbAsync(db => ActivatorUtilities.CreateInstance<EndCollections>(portal.Services).RunAsync(db, portal.Clock.UtcNow()));

    private Task<List<MessageKind>> KindsAsync(Browser browser) => portal.InDbAsync(db => db.Messages.Where(m => m.AccountId == browser.AccountId).OrderBy(m => m.Id).Select(m => m.Kind).ToListAsync());
}
