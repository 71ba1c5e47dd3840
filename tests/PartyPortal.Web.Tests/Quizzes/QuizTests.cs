using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Messages;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Features.Messages;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Quizzes;

/// <summary>Quizzes from their authors to those whom they are for.</summary>
public sealed class QuizTests(Portal portal)
{
    [Fact]
    public async Task A_secretary_puts_a_quiz_together_and_only_the_branch_takes_it()
    {
        var (college, physics, history) = await PlantAsync();
        var tag = Portal.Unique("T");
        var chosen = await portal.PlantQuestionAsync(physics);
        for (var at = 0; at < 3; at++) await portal.PlantQuestionAsync(physics, c => c with { Tags = [tag] });
        var secretary = await portal.As(Actor.Secretary(physics));

        var page = await secretary.FollowAsync(await (await secretary.OpenAsync("/en/desk/quizzes/new")).SubmitAsync(new { Title = Portal.Unique("Hours"), AudienceKind = AudienceKind.Branch, PassMark = 50, MostAttempts = 2 }));
        await page.SubmitAsync(new { }, "#publish");
        var id = page.Url.Split('/')[^1];
        Assert.Equal(QuizState.Draft, (await FindAsync(id)).State);

        var choose = await secretary.OpenAsync(page.Html.QuerySelectorAll(".panel .actions a")[0].GetAttribute("href")!);
        await choose.SubmitAsync(new { questions = chosen }, "#choose");
        (await (await secretary.OpenAsync($"/en/desk/quizzes/{id}/questions/draw")).SubmitAsync(new { Tag = tag, Count = 0 })).IsRefusedWith("How many: choose a value between 1 and 50.");
        page = await secretary.FollowAsync(await (await secretary.OpenAsync($"/en/desk/quizzes/{id}/questions/draw")).SubmitAsync(new { Tag = tag, Count = 2 }));
        Assert.Contains($"2 by chance under “{tag}”", page.Text);
        Assert.Contains("3 in the bank", page.Text);
        await secretary.FollowAsync(await page.SubmitAsync(new { }, "#publish"));

        var member = await portal.As(Actor.Member(physics));
        Assert.NotNull((await member.OpenAsync("/en/quizzes")).Html.QuerySelector($"[href='/en/quizzes/{id}']"));
        var attempt = await BeginAsync(member, id);
        Assert.Equal(3, attempt.Html.QuerySelectorAll("[data-position]").Length);
        await (await portal.As(Actor.Member(history))).FindsNothingAt($"/quizzes/{id}");
        await (await portal.As(Actor.GeneralBranchSecretary(college))).OpenAsync($"/desk/quizzes/{id}");
        await (await portal.As(Actor.Secretary(history))).FindsNothingAt($"/desk/quizzes/{id}");
        Assert.Contains("/sign-in", (await (await portal.As(Actor.Public)).GetAsync($"/quizzes/{id}")).Location);
    }

    [Fact]
    public async Task Questions_are_asked_in_the_order_into_which_their_author_moved_them()
    {
        var (_, physics, _) = await PlantAsync();
        int[] questions = [await portal.PlantQuestionAsync(physics), await portal.PlantQuestionAsync(physics), await portal.PlantQuestionAsync(physics)];
        var quiz = await portal.PlantQuizAsync(physics, null, questions);
        var texts = await portal.InDbAsync(db => db.Questions.Where(q => questions.Contains(q.Id)).ToDictionaryAsync(q => q.Id, q => q.Text));
        var secretary = await portal.As(Actor.Secretary(physics));

        var page = await secretary.FollowAsync(await (await secretary.OpenAsync($"/en/desk/quizzes/{quiz}")).SubmitAsync(new { }, "form[action*='/3/move?to=2']"));
        Assert.Equal([1, 3, 2], page.Html.QuerySelectorAll("[data-move]").Select(f => int.Parse(f.GetAttribute("action")!.Split('/')[^2], CultureInfo.InvariantCulture)));
        await secretary.FollowAsync(await page.SubmitAsync(new { }, "form[action*='/1/move?to=2']"));

        var attempt = await BeginAsync(await portal.As(Actor.Member(physics)), $"{quiz}");
        Assert.Equal([questions[2], questions[0], questions[1]], attempt.Html.QuerySelectorAll("[data-position]").Select(asked => texts.Single(t => asked.TextContent.Contains(t.Value, StringComparison.Ordinal)).Key));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_at_its_field()
    {
        var (_, physics, history) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var form = await secretary.OpenAsync("/en/desk/quizzes/new");

        var tooHigh = await form.SubmitAsync(new { Title = "Kept", PassMark = 101 });
        tooHigh.IsRefusedWith("Pass mark in percent: choose a value between 1 and 100.");
        Assert.Contains("between 1 and 100", tooHigh.Html.QuerySelector("#PassMark-error")!.TextContent);
        Assert.Equal("Kept", tooHigh.Html.QuerySelector("#Title")!.GetAttribute("value"));
        (await form.SubmitAsync(new { Title = "a", PassMark = "half" })).IsRefusedWith("Pass mark in percent has a form that cannot be read.");
        (await form.SubmitAsync(new { Title = "a", MostAttempts = 21 })).IsRefusedWith("between 1 and 20");
        (await form.SubmitAsync(new { Title = "a", Minutes = -1 })).IsRefusedWith("between 1 and 600");
        (await form.SubmitAsync(new { Title = "a", AudienceKind = AudienceKind.Campus })).IsRefusedWith("Only the organisation office");
        (await form.SubmitAsync(new { Title = "a", AudienceKind = AudienceKind.Internet })).IsRefusedWith("A quiz is for people who are signed in.");
        (await form.SubmitAsync(new { Title = "a", BranchId = history.Id })).IsRefusedWith("Choose an organisation of your own.");
        Assert.Equal(0, await portal.InDbAsync(db => db.Quizzes.CountAsync(q => q.BranchId == physics.Id)));
    }

    [Fact]
    public async Task An_attempt_keeps_its_questions_whatever_becomes_of_the_quiz_and_new_ones_draw_what_is_in_use()
    {
        var (_, physics, _) = await PlantAsync();
        var (first, second) = (await portal.PlantQuestionAsync(physics), await portal.PlantQuestionAsync(physics));
        var id = await portal.PlantQuizAsync(physics, null, first, second);
        var member = await portal.As(Actor.Member(physics));
        var attempt = await BeginAsync(member, $"{id}");

        await portal.InDbAsync(async db =>
        {
            (await db.Questions.SingleAsync(q => q.Id == first)).Withdraw("Old");
            await db.SaveChangesAsync();
        });

        Assert.Equal(2, (await member.OpenAsync(attempt.Url)).Html.QuerySelectorAll("[data-position]").Length);
        Assert.Single((await BeginAsync(await portal.As(Actor.Member(physics)), $"{id}")).Html.QuerySelectorAll("[data-position]"));
    }

    [Fact]
    public async Task Attempts_are_counted_and_a_withdrawn_quiz_is_begun_by_nobody()
    {
        var (_, physics, _) = await PlantAsync();
        var id = await portal.PlantQuizAsync(physics, c => c with { MostAttempts = 1 }, await portal.PlantQuestionAsync(physics));
        var member = await portal.As(Actor.Member(physics));
        var attempt = await BeginAsync(member, $"{id}");
        Assert.Equal(attempt.Url, (await BeginAsync(member, $"{id}")).Url);
        await HandInAsync(member, attempt);

        var page = await member.OpenAsync($"/en/quizzes/{id}");
        Assert.Null(page.Html.QuerySelector("#begin"));
        Assert.Equal("0", page.Html.QuerySelectorAll(".facts dd")[^1].TextContent);
        await page.SubmitAsAsync($"/en/quizzes/{id}/attempts");
        Assert.Equal(1, await portal.InDbAsync(db => db.QuizAttempts.CountAsync(a => a.QuizId == id)));

        var secretary = await portal.As(Actor.Secretary(physics));
        await (await secretary.OpenAsync($"/desk/quizzes/{id}")).SubmitAsync(new { }, "#withdraw");
        Assert.Contains("not open any more", (await member.OpenAsync($"/en/quizzes/{id}")).Text);
        await (await portal.As(Actor.Member(physics))).FindsNothingAt($"/quizzes/{id}");
    }

    [Fact]
    public async Task Twenty_clicks_at_once_begin_one_attempt()
    {
        var (_, physics, _) = await PlantAsync();
        var id = await portal.PlantQuizAsync(physics, null, await portal.PlantQuestionAsync(physics));
        var page = await (await portal.As(Actor.Member(physics))).OpenAsync($"/quizzes/{id}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => page.SubmitAsync(new { }, "#begin")));

        Assert.Single(answers.Select(a => a.Location).Distinct());
        Assert.Equal(1, await portal.InDbAsync(db => db.QuizAttempts.CountAsync(a => a.QuizId == id)));
    }

    [Fact]
    public async Task The_office_that_asks_reads_who_has_not_passed_and_offices_above_read_figures()
    {
        var (college, physics, history) = await PlantAsync();
        var id = await portal.PlantQuizAsync(physics, c => c with { DueOn = portal.Today.AddDays(3), PassMark = 100 }, await portal.PlantQuestionAsync(physics));
        var (li, wang) = (await portal.PlantPersonAsync(physics, Portal.Unique("Li ")), await portal.PlantPersonAsync(physics, Portal.Unique("Wang ")));
        for (var more = 0; more < 3; more++) await portal.PlantPersonAsync(physics, Portal.Unique("Zhao "));
        var (good, bad) = (await portal.As(Actor.Of(li)), await portal.As(Actor.Of(wang)));
        Assert.Contains("Pass the quiz", (await good.OpenAsync("/en/desk/todo")).Text);
        await HandInAsync(good, await BeginAsync(good, $"{id}"), "2");
        await HandInAsync(bad, await BeginAsync(bad, $"{id}"), "1");

        var own = await (await portal.As(Actor.Secretary(physics))).OpenAsync($"/en/desk/quizzes/{id}/progress");
        Assert.Equal(["5", "1"], own.Html.QuerySelectorAll("#progress tbody tr:last-child td").Select(cell => cell.TextContent));
        Assert.Equal(4, own.Html.QuerySelectorAll("#not-passed li").Length);
        Assert.Contains(wang.Name, own.Text);
        Assert.DoesNotContain(li.Name, own.Text);
        Assert.DoesNotContain("percent", own.Text);

        var above = await (await portal.As(Actor.GeneralBranchSecretary(college))).OpenAsync($"/en/desk/quizzes/{id}/progress");
        Assert.Equal(["5", "1"], above.Html.QuerySelectorAll("#progress tbody tr:last-child td").Select(cell => cell.TextContent));
        Assert.Null(above.Html.QuerySelector("#not-passed"));
        foreach (var name in new[] { li.Name, wang.Name }) Assert.DoesNotContain(name, above.Text);

        Assert.DoesNotContain("Pass the quiz", (await good.OpenAsync("/en/desk/todo")).Text);
        await good.IsRefusedAt($"/desk/quizzes/{id}/progress");
        await (await portal.As(Actor.Secretary(history))).FindsNothingAt($"/desk/quizzes/{id}/progress");
        await (await portal.As(Actor.Secretary(physics))).FindsNothingAt($"/desk/quizzes/{await portal.PlantQuizAsync(physics, null, await portal.PlantQuestionAsync(physics))}/progress");
    }

    [Fact]
    public async Task Figures_of_a_few_are_shown_to_nobody()
    {
        var (college, physics, history) = await PlantAsync();
        var id = await portal.PlantQuizAsync(college, c => c with { Audience = AudienceKind.Subtree, DueOn = portal.Today.AddDays(3) }, await portal.PlantQuestionAsync(college));
        for (var more = 0; more < 9; more++) await portal.PlantPersonAsync(physics, Portal.Unique("Zhao "));
        for (var more = 0; more < 3; more++) await portal.PlantPersonAsync(history, Portal.Unique("Zhao "));

        var page = await (await portal.As(Actor.GeneralBranchSecretary(college))).OpenAsync($"/en/desk/quizzes/{id}/progress");

        Assert.Equal(["Too few people to show", "Too few people to show", "Too few people to show", "Too few people to show", "12", "0"], page.Html.QuerySelectorAll("#progress td").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Who_has_not_passed_is_reminded_once_a_day_and_nobody_else()
    {
        var (_, physics, _) = await PlantAsync();
        var id = await portal.PlantQuizAsync(physics, c => c with { DueOn = portal.Today.AddDays(3), PassMark = 100 }, await portal.PlantQuestionAsync(physics));
        var (done, late) = (await portal.As(Actor.Member(physics)), await portal.As(Actor.Member(physics)));
        await HandInAsync(done, await BeginAsync(done, $"{id}"), "2");
        var secretary = await portal.As(Actor.Secretary(physics));
        var page = await secretary.OpenAsync($"/en/desk/quizzes/{id}/progress");

        Assert.Contains("are reminded within a minute", (await secretary.FollowAsync(await page.SubmitAsync(new { }, "#remind"))).Text);
        await page.SubmitAsync(new { }, "#remind");
        await portal.InDbAsync(async db =>
        {
            await portal.Services.GetServices<IPortalJob>().OfType<DeliverMessages>().Single().RunAsync(db, portal.Clock.UtcNow());
            return 0;
        });

        Assert.Equal([late.AccountId!], await portal.InDbAsync(db => db.Messages.Where(m => m.Kind == MessageKind.QuizToPass && (m.AccountId == late.AccountId || m.AccountId == done.AccountId)).Select(m => m.AccountId).ToListAsync()));
        Assert.Contains("Reminder: you are asked to pass a quiz", (await late.OpenAsync("/en/messages")).Text);
    }

    [Fact]
    public async Task A_tag_with_fewer_questions_than_are_drawn_is_refused_at_its_field_and_those_in_use_are_offered()
    {
        var (_, physics, _) = await PlantAsync();
        var tag = Portal.Unique("T");
        await portal.PlantQuestionAsync(physics, c => c with { Tags = [tag] });
        await portal.PlantQuestionAsync(physics, c => c with { Tags = [tag] });
        var secretary = await portal.As(Actor.Secretary(physics));
        var id = await portal.PlantQuizAsync(physics);
        var page = await secretary.OpenAsync($"/en/desk/quizzes/{id}/questions/draw");

        Assert.NotNull(page.Html.QuerySelector($"#tags-in-use option[value='{tag}']"));
        foreach (var (typed, there) in new[] { (tag + "x", 0), (tag, 2) })
            Assert.Contains($"already: {there}.", (await page.SubmitAsync(new { Tag = typed, Count = 3 })).Html.QuerySelector("#Tag-error")!.TextContent);
        await page.SubmitAsync(new { Tag = $" {tag} ", Count = 2 });
        await portal.InDbAsync(async db =>
        {
            foreach (var question in await db.Questions.Where(q => q.Tags.Any(t => t.Name == tag)).ToListAsync()) question.Withdraw("Old");
            return await db.SaveChangesAsync();
        });
        await (await secretary.OpenAsync($"/en/desk/quizzes/{id}")).SubmitAsync(new { }, "#publish");

        Assert.Equal(QuizState.Draft, (await FindAsync($"{id}")).State);
        Assert.Null((await secretary.OpenAsync($"/en/desk/quizzes/{id}/questions/draw")).Html.QuerySelector($"#tags-in-use option[value='{tag}']"));
    }

    [Fact]
    public async Task Several_questions_are_added_at_once_and_the_search_and_its_page_stay()
    {
        var (_, physics, history) = await PlantAsync();
        var tag = Portal.Unique("T");
        List<int> planted = [];
        for (var at = 0; at < 22; at++) planted.Add(await portal.PlantQuestionAsync(physics, c => c with { Tags = [tag] }));
        var foreign = await portal.PlantQuestionAsync(history);
        var id = await portal.PlantQuizAsync(physics);
        var secretary = await portal.As(Actor.Secretary(physics));
        var first = await secretary.OpenAsync($"/en/desk/quizzes/{id}/questions?tag={tag}&kind=Single");
        var second = await secretary.OpenAsync(first.Html.QuerySelector(".pager a")!.GetAttribute("href")!);

        var back = await secretary.FollowAsync(await second.SubmitAsync(new { questions = planted[..2] }, "#choose"));

        Assert.Equal([tag, "Single"], (string?[])[back.Html.QuerySelector("#Tag")!.GetAttribute("value"), back.Html.QuerySelector("#Kind option[selected]")!.GetAttribute("value")]);
        Assert.Equal(2, back.Html.QuerySelectorAll(".tag-good").Length);
        Assert.Null(back.Html.QuerySelector("[name=questions]"));
        await first.SubmitAsync(new { questions = (int[])[planted[^1], foreign] }, "#choose");
        await first.SubmitAsync(new { }, "#choose");
        Assert.Equal(planted[..2], (await FindAsync($"{id}")).ChosenQuestions);
    }

    [Fact]
    public async Task That_somebody_passed_a_quiz_which_is_only_offered_is_known_to_themselves_alone()
    {
        var (_, physics, _) = await PlantAsync();
        var id = await portal.PlantQuizAsync(physics, null, await portal.PlantQuestionAsync(physics));
        var member = await portal.As(Actor.Member(physics));
        await HandInAsync(member, await BeginAsync(member, $"{id}"), "2");

        Assert.Equal(1, await portal.InDbAsync(db => db.QuizPasses.CountAsync(p => p.QuizId == id)));
        Assert.Equal(1, await portal.InDbAsync(new Viewer { AccountId = member.AccountId }, db => db.QuizPasses.CountAsync(p => p.QuizId == id)));
        Assert.Equal(0, await portal.InDbAsync(new Viewer { AccountId = "s", Acting = new ActingRole(1, Role.Secretary, physics.Id, "", physics.Path) }, db => db.QuizPasses.CountAsync(p => p.QuizId == id)));
    }

    internal static async Task<Page> BeginAsync(Browser learner, string quiz)
    {
        var page = await learner.OpenAsync($"/en/quizzes/{quiz}");
        return page.Html.QuerySelector("#begin") is null
            ? await learner.OpenAsync(page.Html.QuerySelector(".page-head .btn-primary")!.GetAttribute("href")!)
            : await learner.FollowAsync(await page.SubmitAsync(new { }, "#begin"));
    }

    internal static async Task<Page> HandInAsync(Browser learner, Page attempt, string? first = null)
    {
        if (first is not null) await attempt.SubmitAsync(new Dictionary<string, object> { ["Answers[0].Text"] = first });
        return await learner.FollowAsync(await (await learner.OpenAsync(attempt.Url + "/hand-in")).SubmitAsync(new { }));
    }

    private async Task<(Branch College, Branch Physics, Branch History)> PlantAsync()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        return (college, await portal.PlantBranchAsync("Physics", college), await portal.PlantBranchAsync("History", college));
    }

    private Task<Quiz> FindAsync(string id) => portal.InDbAsync(db => db.Quizzes.SingleAsync(q => q.Id == int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)));
}
