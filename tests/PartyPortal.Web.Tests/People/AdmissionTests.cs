using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.People;

/// <summary>A candidate who was not trained for three days or 24 class hours becomes no probationary member, unless the training held elsewhere is named.</summary>
public sealed class AdmissionTests(Portal portal)
{
    [Fact]
    public async Task Too_short_a_training_is_refused_beside_its_field_with_the_sum_and_its_sources()
    {
        var (physics, candidate, _) = await PlantCandidateAsync();
        await PlantTrainingAsync(physics, candidate, "Autumn training", [(-9, 4, AttendanceMark.Present), (-9, 4, AttendanceMark.MadeUp), (-8, 8, AttendanceMark.Present), (-7, 8, AttendanceMark.Absent)]);
        var secretary = await portal.As(Actor.Secretary(physics));

        var form = await secretary.OpenAsync($"/en/people/{candidate.Id}/stage");
        Assert.Contains("16 of 24 class hours on 2 of 3 days Not enough yet", Training(form.Html));
        Assert.Contains("Autumn training · 16 class hours · 15 November 2026 · 16 November 2026", Training(form.Html));

        var refused = await form.SubmitAsync(new { Stage = Stage.ProbationaryMember, On = portal.Today, TrainedElsewhere = " " });
        refused.IsRefusedWith("The training before the admission is too short: 16 of 24 class hours on 2 of 3 days.");
        Assert.Contains("16 of 24 class hours", refused.Html.QuerySelector("#TrainedElsewhere-error")!.TextContent);
        Assert.Equal("ProbationaryMember", refused.Html.QuerySelector("#Stage option[selected]")!.GetAttribute("value"));
        Assert.Contains("Autumn training", Training(refused.Html));
        Assert.Equal((Stage.Candidate, 1), await StandsAsync(candidate));

        // What is missing in the form comes back with the sum too.
        Assert.Contains("16 of 24", Training((await form.SubmitAsync(new { Stage = "", TrainedElsewhere = "Party school" })).Html));
    }

    [Fact]
    public async Task What_was_typed_is_kept_and_named_training_stays_in_the_history_and_on_record()
    {
        var (physics, candidate, own) = await PlantCandidateAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var form = await secretary.OpenAsync($"/en/people/{candidate.Id}/stage");
        Assert.Contains("No session of a training class for candidates is noted yet.", Training(form.Html));

        var refused = await form.SubmitAsync(new { Stage = Stage.ProbationaryMember, On = new DateOnly(2020, 1, 1), TrainedElsewhere = "Party school, October, certificate 17" });
        refused.IsRefusedWith("The day lies before the last change on record.");
        Assert.Equal("Party school, October, certificate 17", refused.Html.QuerySelector("#TrainedElsewhere")!.GetAttribute("value"));
        (await form.SubmitAsync(new { Stage = Stage.ProbationaryMember, On = portal.Today, TrainedElsewhere = new string('x', 201) })).IsRefusedWith("at most 200 characters");

        var page = await secretary.FollowAsync(await form.SubmitAsync(new { Stage = Stage.ProbationaryMember, On = portal.Today, TrainedElsewhere = "Party school, October, certificate 17" }));
        Assert.Contains("Trained elsewhere: Party school, October, certificate 17", page.Text);
        Assert.Contains("Trained elsewhere: Party school, October, certificate 17", (await own.OpenAsync("/en/me")).Text);
        var entries = await portal.InDbAsync(db => db.Audit.Where(a => a.Subject == $"Person {candidate.Id}" && a.AccountId == secretary.AccountId).ToListAsync());
        Assert.Contains(entries, e => e.Action == "Person.TrainedElsewhere");
        Assert.DoesNotContain(entries, e => e.Detail?.Contains("Party school", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Enough_training_up_to_the_day_of_the_step_lets_it_pass()
    {
        var (physics, candidate, _) = await PlantCandidateAsync();
        await PlantTrainingAsync(physics, candidate, "Autumn training", [(-9, 4, AttendanceMark.Present), (-8, 4, AttendanceMark.Present), (-7, 4, AttendanceMark.MadeUp)]);
        var form = await (await portal.As(Actor.Secretary(physics))).OpenAsync($"/en/people/{candidate.Id}/stage");
        Assert.Contains("12 of 24 class hours on 3 of 3 days Enough", Training(form.Html));

        (await form.SubmitAsync(new { Stage = Stage.ProbationaryMember, On = portal.Today.AddDays(-8) })).IsRefusedWith("8 of 24 class hours on 2 of 3 days.");
        Assert.Equal(HttpStatusCode.Redirect, (await form.SubmitAsync(new { Stage = Stage.ProbationaryMember, On = portal.Today.AddDays(-7) })).Status);
        Assert.Equal((Stage.ProbationaryMember, 2), await StandsAsync(candidate));
    }

    [Fact]
    public async Task Only_classes_for_candidates_count_and_those_of_other_organisations_too()
    {
        var (physics, candidate, _) = await PlantCandidateAsync();
        var elsewhere = await portal.PlantBranchAsync("Party school");
        await PlantTrainingAsync(elsewhere, candidate, "School of the university", [(-9, 8, AttendanceMark.Present), (-8, 8, AttendanceMark.Present)]);
        await PlantTrainingAsync(physics, candidate, "For everybody", [(-7, 8, AttendanceMark.Present)], stages: []);
        var secretary = await portal.As(Actor.Secretary(physics));

        var training = Training((await secretary.OpenAsync($"/en/people/{candidate.Id}/stage")).Html);

        Assert.Contains("16 of 24 class hours on 2 of 3 days", training);
        Assert.Contains("School of the university", training);
        Assert.DoesNotContain("For everybody", training);
    }

    [Fact]
    public async Task Other_steps_ask_for_no_training()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var (activist, candidate) = (await portal.PlantPersonAsync(physics, "Li Hua", Stage.Activist), await portal.PlantPersonAsync(physics, "Wang Fang", Stage.Candidate));
        var secretary = await portal.As(Actor.Secretary(physics));

        var form = await secretary.OpenAsync($"/en/people/{activist.Id}/stage");
        Assert.Null(form.Html.QuerySelector("#training, #TrainedElsewhere"));
        await form.SubmitAsync(new { Stage = Stage.Candidate, On = portal.Today });
        await (await secretary.OpenAsync($"/en/people/{candidate.Id}/stage")).SubmitAsync(new { Stage = Stage.Former, On = portal.Today, TrainedElsewhere = "Typed by mistake" });

        Assert.Equal(((Stage.Candidate, 2), (Stage.Former, 2)), (await StandsAsync(activist), await StandsAsync(candidate)));
        Assert.False(await portal.InDbAsync(db => db.Set<PersonPeriod>().AnyAsync(p => p.PersonId == candidate.Id && p.TrainedElsewhere != null)));
    }

    [Fact]
    public async Task Candidates_and_activists_see_how_far_their_own_training_has_come_and_nobody_else_does()
    {
        var (physics, candidate, own) = await PlantCandidateAsync();
        await PlantTrainingAsync(physics, candidate, "Autumn training", [(-9, 8, AttendanceMark.Present)]);
        var activist = await portal.As(Actor.Of(await portal.PlantPersonAsync(physics, "Wang Fang", Stage.Activist)));

        Assert.Contains("8 of 24 class hours on 1 of 3 days", Training((await own.OpenAsync("/en/my/study")).Html));
        Assert.Contains("0 of 24 class hours on 0 of 3 days", Training((await activist.OpenAsync("/en/my/study")).Html));
        foreach (var actor in (Actor[])[Actor.Member(physics), Actor.Applicant(physics), Actor.Secretary(physics)])
            Assert.Null((await (await portal.As(actor)).OpenAsync("/en/my/study")).Html.QuerySelector("#training"));
        await activist.IsRefusedAt($"/people/{candidate.Id}/stage");
        await (await portal.As(Actor.Secretary(await portal.PlantBranchAsync("History")))).FindsNothingAt($"/people/{candidate.Id}/stage");
    }

    private static string Training(AngleSharp.Dom.IParentNode page) => string.Join(' ', page.QuerySelector("#training")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<(Branch Branch, Person Candidate, Browser Own)> PlantCandidateAsync()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var candidate = await portal.PlantPersonAsync(physics, Portal.Unique("Li Hua"), Stage.Candidate);
        return (physics, candidate, await portal.As(Actor.Of(candidate)));
    }

    /// <summary>A class that was held, with what was noted of one who signed up.</summary>
    private Task PlantTrainingAsync(Branch branch, Person person, string title, (int Day, decimal Hours, AttendanceMark Mark)[] sessions, Stage[]? stages = null) => portal.InDbAsync(async db =>
    {
        var (longAgo, who) = (portal.Today.AddDays(-30), await db.People.SingleAsync(p => p.Id == person.Id));
        var of = new TrainingClass(branch.Id, new ClassContent(title, "To learn", AudienceKind.Branch, 10, longAgo, "The office") { Stages = stages ?? [Stage.Activist, Stage.Candidate] }, Viewer.System, longAgo, portal.Clock.UtcNow());
        var held = sessions.Select((s, at) => of.Add(new SessionContent(portal.Today.AddDays(s.Day), new TimeOnly(8 + at, 0), new TimeOnly(9 + at, 0), "Room 1", s.Hours), longAgo)).ToList();
        of.Announce(longAgo, portal.Clock.UtcNow());
        var signUp = of.SignUp(new Viewer { AccountId = who.AccountId, Name = who.Name, Stage = who.Stage }, 0, 0, longAgo.ToDateTime(TimeOnly.MinValue));
        db.AddRange(of, signUp);
        await db.SaveChangesAsync();
        foreach (var (session, noted) in held.Zip(sessions))
        {
            var mark = new ClassAttendance(session, signUp);
            mark.Note(noted.Mark, "A lecture");
            db.Add(mark);
        }

        await db.SaveChangesAsync();
    });

    private Task<(Stage, int)> StandsAsync(Person person) => portal.InDbAsync(async db =>
    {
        var now = await db.People.Include(p => p.Periods).SingleAsync(p => p.Id == person.Id);
        return (now.Stage, now.Periods.Count);
    });
}
