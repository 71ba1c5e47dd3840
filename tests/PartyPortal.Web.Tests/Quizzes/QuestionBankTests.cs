using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Quizzes;

public sealed class QuestionBankTests(Portal portal)
{
    [Fact]
    public async Task A_secretary_writes_a_question_tries_it_and_finds_it_by_word_tag_and_kind()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(physics));
        var word = Portal.Unique("hours");
        var page = await secretary.FollowAsync(await (await secretary.OpenAsync("/en/desk/questions/new/Single")).SubmitAsync(new Dictionary<string, object>
        {
            ["Text"] = $"How many class {word}?",
            ["Options[0].Text"] = "16",
            ["Options[1].Text"] = "32",
            ["Options[1].IsRight"] = true,
            ["Article"] = "Article 20",
            ["Tags"] = "学时，党员",
            ["Explanation"] = "It says so.",
        }));

        var preview = await secretary.OpenAsync(page.Html.QuerySelector(".actions .btn-primary")!.GetAttribute("href")!);
        Assert.DoesNotContain("It says so.", preview.Text);
        Assert.Contains("Not right", (await secretary.OpenAsync(preview.Url + "?Given.Text=1")).Text);
        var right = await secretary.OpenAsync(preview.Url + "?Given.Text=2");
        Assert.Equal("Right", right.Html.QuerySelector("#outcome-head")!.TextContent);
        Assert.Contains("It says so.", right.Text);
        Assert.Contains("Article 20", right.Text);
        foreach (var search in (string[])[$"Words={word.ToUpperInvariant()}", $"Tag=学时&Words={word}", $"Kind=Single&Words={word}"]) Assert.Contains(word, (await secretary.OpenAsync($"/en/desk/questions?{search}")).Text);
        foreach (var search in (string[])["Words=nothing", "Tag=其他", "Kind=FillIn", "IsWithdrawn=true"]) Assert.DoesNotContain(word, (await secretary.OpenAsync($"/en/desk/questions?{search}")).Text);
    }

    [Fact]
    public async Task Bad_questions_are_refused_at_the_field_and_what_was_typed_is_kept()
    {
        var secretary = await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Physics")));

        var none = await SubmitAsync("Single", new() { ["Options[0].Text"] = "first", ["Options[1].Text"] = "second" });
        none.IsRefusedWith("Mark the right answer.");
        Assert.Contains("Mark the right answer.", none.Html.QuerySelector("#Options_0__Text-error")!.TextContent);
        Assert.Equal("second", none.Html.QuerySelector("#Options_1__Text")!.GetAttribute("value"));

        var twice = await SubmitAsync("Multiple", new() { ["Options[0].Text"] = "32", ["Options[0].IsRight"] = true, ["Options[6].Text"] = "３２ " });
        twice.IsRefusedWith("This answer appears twice");
        Assert.Contains("twice", twice.Html.QuerySelector("#Options_6__Text-error")!.TextContent);
        Assert.True(twice.Html.QuerySelector("details:has(#Options_6__Text)")!.HasAttribute("open"));

        (await SubmitAsync("TrueFalse", [])).IsRefusedWith("Say whether the statement is true or false.");
        (await SubmitAsync("FillIn", [])).IsRefusedWith("Write one right answer at least");
        (await SubmitAsync("ShortAnswer", [])).IsRefusedWith("Write what a good answer says");
        (await SubmitAsync("TrueFalse", new() { ["IsTrue"] = "true", ["Article"] = "" })).IsRefusedWith("Name the article it rests on");
        (await SubmitAsync("TrueFalse", new() { ["IsTrue"] = "true", ["Text"] = "" })).IsRefusedWith("Fill in: Question text.");
        await secretary.FindsNothingAt("/en/desk/questions/new/Essay");

        async Task<Answer> SubmitAsync(string kind, Dictionary<string, object> fields)
        {
            fields.TryAdd("Text", "What?");
            fields.TryAdd("Article", "Article 1");
            return await (await secretary.OpenAsync($"/en/desk/questions/new/{kind}")).SubmitAsync(fields);
        }
    }

    [Theory]
    [InlineData(QuestionKind.Multiple)]
    [InlineData(QuestionKind.TrueFalse)]
    [InlineData(QuestionKind.FillIn)]
    [InlineData(QuestionKind.ShortAnswer)]
    public async Task Each_kind_is_written_and_edited(QuestionKind kind)
    {
        var secretary = await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Physics")));
        Dictionary<string, object> fields = kind switch
        {
            QuestionKind.Multiple => new() { ["Options[0].Text"] = "a", ["Options[0].IsRight"] = true, ["Options[1].Text"] = "b", ["Options[2].Text"] = "c", ["Options[2].IsRight"] = true },
            QuestionKind.TrueFalse => new() { ["IsTrue"] = "false" },
            QuestionKind.FillIn => new() { ["Accepted"] = "32\nthirty-two" },
            _ => new() { ["ModelAnswer"] = "Because" },
        };
        fields["Text"] = Portal.Unique("Which? ");
        fields["IsUnverified"] = true;

        var page = await secretary.FollowAsync(await (await secretary.OpenAsync($"/desk/questions/new/{kind}")).SubmitAsync(fields));
        var edit = await secretary.OpenAsync(page.Url + "/edit");
        await secretary.FollowAsync(await edit.SubmitAsync(new { Explanation = "Now explained" }));

        var question = await portal.InDbAsync(db => db.Questions.SingleAsync(q => q.Text == (string)fields["Text"]));
        Assert.Equal(kind switch { QuestionKind.Multiple => "1,3", QuestionKind.TrueFalse => "False", QuestionKind.FillIn => "32\nthirty-two", _ => "Because" }, question.RightAnswer);
        Assert.Equal("Now explained", question.Explanation);
        Assert.DoesNotContain("Now explained", (await secretary.OpenAsync(page.Url + "/preview")).Text);
    }

    [Fact]
    public async Task A_withdrawn_question_leaves_the_list_with_its_reason_and_comes_back()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var id = await portal.PlantQuestionAsync(physics);
        var secretary = await portal.As(Actor.Secretary(physics));
        var form = await secretary.OpenAsync($"/en/desk/questions/{id}/withdraw");

        (await form.SubmitAsync(new { Reason = "" })).IsRefusedWith("Fill in: Reason.");
        var page = await secretary.FollowAsync(await form.SubmitAsync(new { Reason = "The article changed" }));
        Assert.Contains("The article changed", page.Text);
        Assert.Null((await secretary.OpenAsync("/en/desk/questions")).Html.QuerySelector($"[href='/en/desk/questions/{id}']"));
        Assert.NotNull((await secretary.OpenAsync("/en/desk/questions?IsWithdrawn=true")).Html.QuerySelector($"[href='/en/desk/questions/{id}']"));

        await secretary.FollowAsync(await page.SubmitAsync(new { }, "#restore"));
        Assert.NotNull((await secretary.OpenAsync("/en/desk/questions")).Html.QuerySelector($"[href='/en/desk/questions/{id}']"));
    }

    [Fact]
    public async Task A_stale_edit_shows_the_answers_saved_meanwhile_and_overwrites_nothing()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var id = await portal.PlantQuestionAsync(physics);
        var secretary = await portal.As(Actor.Secretary(physics));
        var first = await secretary.OpenAsync($"/en/desk/questions/{id}/edit");
        var second = await (await portal.As(Actor.Secretary(physics))).OpenAsync($"/en/desk/questions/{id}/edit");
        await first.SubmitAsync(new Dictionary<string, object> { ["Options[0].Text"] = "sixteen" });

        var answer = await second.SubmitAsync(new Dictionary<string, object> { ["Options[0].Text"] = "seventeen" });

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("sixteen", answer.Html.QuerySelector(".saved-meanwhile")!.TextContent);
        Assert.Contains("sixteen", (await portal.InDbAsync(db => db.Questions.SingleAsync(q => q.Id == id))).OptionLines);
    }

    [Fact]
    public async Task The_bank_of_another_branch_is_out_of_reach_and_a_learner_has_none()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.GeneralBranch);
        var physics = await portal.PlantBranchAsync("Physics", college);
        var history = await portal.PlantBranchAsync("History", college);
        var id = await portal.PlantQuestionAsync(physics);

        await (await portal.As(Actor.GeneralBranchSecretary(college))).OpenAsync($"/desk/questions/{id}/edit");
        foreach (var address in (string[])["", "/edit", "/withdraw", "/preview?Given.Text=2"]) await (await portal.As(Actor.Secretary(history))).FindsNothingAt($"/desk/questions/{id}{address}");
        await (await portal.As(Actor.Member(physics))).IsRefusedAt($"/desk/questions/{id}");
    }
}
