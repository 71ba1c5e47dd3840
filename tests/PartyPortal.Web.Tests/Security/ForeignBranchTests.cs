using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Guides;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Problems;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Study;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Tests.Collections;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Postings;
using PartyPortal.Web.Tests.Quizzes;
using PartyPortal.Web.Tests.Search;
using PartyPortal.Web.Tests.Study;

namespace PartyPortal.Web.Tests.Security;

/// <summary>Security rows 3 and 4: whoever has no business in a branch meets nothing of it at any address, list or id. The addresses are those of the routes.</summary>
public sealed class ForeignBranchTests(Portal portal)
{
    /// <summary>Every word in the rows of the foreign branch holds this.</summary>
    private static readonly string Secret = Portal.Unique("Foreign") + "Q";

    // Found by its beginning; what was asked is said again on the page, and is less than the secret.
    private static readonly string Asked = Secret[..^1];

    // What is asked of each foreign branch.
    private static readonly ConcurrentDictionary<int, BranchReply> Tasks = new();

    // What each organises.
    private static readonly ConcurrentDictionary<int, TrainingClass> Classes = new();

    // What each was reminded of.
    private static readonly ConcurrentDictionary<int, int> Reminders = new();

    // Who reads along there.
    private static readonly ConcurrentDictionary<int, int> Circles = new();

    // What gave or is to give hours there.
    private static readonly ConcurrentDictionary<int, (int Event, int Study)> Hours = new();

    // Whose addresses hold an id of what; the longest beginning decides.
    private static readonly Dictionary<string, Func<Planted, string>> Ids = new()
    {
        ["/people/{"] = p => p.Person,
        ["/notices/"] = p => p.Notice,
        ["/desk/notices/"] = p => p.Notice,
        ["/desk/branches/"] = p => $"{p.Branch.Id}",
        ["/postings/"] = p => p.Posting,
        ["/desk/postings/"] = p => p.Posting,
        ["/guides/"] = p => p.Guide,
        ["/desk/guides/"] = p => p.Guide,
        ["/desk/tasks/"] = p => $"{Tasks[p.Branch.Id].TaskId}",
        ["/desk/tasks/replies/"] = p => $"{Tasks[p.Branch.Id].Id}",
        ["/desk/reminders/"] = p => $"{Reminders[p.Branch.Id]}",
        ["/study/"] = p => p.Material,
        ["/desk/study/"] = p => p.Material,
        ["/circles/"] = p => $"{Circles[p.Branch.Id]}",
        ["/desk/circles/"] = p => $"{Circles[p.Branch.Id]}",
        ["/classes/"] = p => $"{Classes[p.Branch.Id].Id}",
        ["/desk/classes/"] = p => $"{Classes[p.Branch.Id].Id}",
        ["/courses/"] = p => p.Course,
        ["/desk/assignments/"] = p => p.Assignment,
        ["/my/certificates/"] = p => p.Course,
        ["/certificates/"] = _ => "0000000000000000",
        ["/desk/courses/"] = p => p.Course,
        ["/desk/questions/"] = p => p.Question,
        ["/desk/hours/"] = p => $"{Hours[p.Branch.Id].Event}",
        ["/desk/helped-study/"] = p => $"{Hours[p.Branch.Id].Study}",
        ["/desk/hours/studies/"] = p => $"{Hours[p.Branch.Id].Study}",
        ["/desk/quizzes/"] = p => p.Quiz,
        ["/quizzes/"] = p => p.Quiz,
        ["/desk/marking/"] = p => p.Words,
        ["/desk/appeals/"] = p => p.Appeal,
        ["/desk/questions/import/"] = _ => Guid.NewGuid().ToString(),
        ["/desk/feedback/"] = p => p.Feedback,
        ["/desk/deeds/"] = p => p.Deed,
        ["/desk/ideas/"] = p => p.Idea,
        ["/desk/problems/"] = p => p.Problem,
        ["/desk/stale/notices/"] = p => p.Notice,
        ["/desk/stale/guides/"] = p => p.Guide,
        ["/preview/"] = _ => NoticePreview.NewToken(),
        ["/desk/collections/"] = p => p.Collection,
        ["/collections/"] = p => p.Collection,
        ["/people/imports/"] = p => p.Import,
        ["/people/import/"] = _ => Guid.NewGuid().ToString(),
    };

    // Each opens nothing but what belongs to one account.
    private static readonly string[] OfOneAccount = ["/circles/words/", "/desk/absence/", "/calendar/", "/my/attempts/", "/my/review/", "/my/notes/", "/my/hours/", "/my/make-up/", "/my/helpers/", "/my/helping/", "/my/class-certificates/"];

    // Not of a branch: the public directory, pages of offices that have no business with people, addresses that are secrets themselves, what belongs to one account, empty forms, help.
    private static readonly string[] OfNoBranch = ["/branches/", "/admin/", "/activate/", "/error/", "/uploads/", "/account/", "/messages/", "/me/posts/", "/desk/study/new/", "/desk/questions/new/", "/help/", "/ideas/", "/regulations/", "/desk/tickets/"];

    public static TheoryData<string> Actors => ["secretary", "general-branch secretary", "member", "applicant", "system administrator", "auditor", "stranger"];

    [Theory, MemberData(nameof(Actors))]
    public async Task Nothing_of_a_foreign_branch_is_found_by(string actor)
    {
        var planted = await PlantAsync();
        var browser = await portal.As(await ActorAsync(actor));
        var token = await TokenAsync(browser);
        var before = await SnapshotAsync(planted);

        foreach (var address in Addresses.Of(portal).Where(a => a.HasParameters && !OfNoBranch.Concat(OfOneAccount).Any(begin => a.Template.StartsWith(begin, StringComparison.Ordinal))))
        {
            var answer = await AskAsync(browser, address, address.Fill(_ => IdFor(address, planted)), token);
            Assert.True(IsShut(answer, address), $"{address} answers {(int)answer.Status} {answer.Location}");
            Assert.DoesNotContain(Secret, answer.Body);
        }

        Assert.Equal(before, await SnapshotAsync(planted));
    }

    [Theory, MemberData(nameof(Actors))]
    public async Task No_list_search_count_or_export_shows_a_foreign_branch_to(string actor)
    {
        var planted = await PlantAsync();
        await portal.KeepIndexAsync();
        var browser = await portal.As(await ActorAsync(actor));

        foreach (var address in Addresses.Of(portal).Where(a => !a.HasParameters && !a.IsUnsafe))
        {
            var question = string.Join('&', address.Inputs.Where(i => i.Contains("Words", StringComparison.OrdinalIgnoreCase)).Select(i => $"{i}={Asked}").Append($"BranchId={planted.Branch.Id}"));
            foreach (var url in new[] { address.Template, $"{address.Template}?{question}" })
            {
                var answer = await browser.GetAsync(url);
                Assert.False(answer.Body.Contains(Secret, StringComparison.Ordinal), $"{url} shows what is foreign.");
            }
        }
    }

    private sealed record Planted(Branch Branch, string Person, string Notice, string Guide, string Feedback, string Material, string Deed, string Idea, string Posting, string Problem, string Collection, string Import, string Question, string Course, string Assignment, string Quiz, string Words, string Appeal);

    private async Task<Planted> PlantAsync()
    {
        var branch = await portal.PlantBranchAsync("Elsewhere");
        Tasks[branch.Id] = await PlantTaskAsync(branch);
        Reminders[branch.Id] = await PlantReminderAsync(branch);
        Circles[branch.Id] = await PlantCircleAsync(branch);
        Classes[branch.Id] = await PlantClassAsync(branch);
        var person = await portal.PlantPersonAsync(branch, Secret + "P");
        Hours[branch.Id] = await PlantHoursAsync(branch, person);
        var (notice, guide, feedback, deed, idea, problem) = await portal.InDbAsync(async db =>
        {
            var home = await db.Branches.SingleAsync(b => b.Id == branch.Id);
            var notice = new Notice(branch.Id, new NoticeContent(Secret + "N", $"<p>{Secret}</p>", NoticeCategory.Notice, AudienceKind.Branch) { AsksForConfirmation = true }, Viewer.System, portal.Clock.GetUtcNow().UtcDateTime);
            notice.Publish(Viewer.System, portal.Clock.GetUtcNow().UtcDateTime);
            var feedback = new FeedbackItem(FeedbackKind.Help, Secret + "F", home, null, new Signature(Secret, null), ReceiptCode.HashOf(Portal.Unique("code")), portal.FeedbackClock) { MayBeTold = true };
            var guide = new Guide(branch.Id, new GuideContent(Secret + "G", GuideTopic.Dues, Secret, Secret), Viewer.System, portal.Today);
            var deed = new Deed(branch.Id, Secret + "D", Secret, portal.Today, Viewer.System, portal.Today);
            var idea = new Idea(feedback, "An idea for everybody", portal.Today);
            var problem = new ProblemReport(home, "/branches", ProblemKind.Wrong, Secret, portal.Today);
            db.AddRange(notice, guide, feedback, deed, idea, problem);
            await db.SaveChangesAsync();
            return (notice.Id, guide.Id, feedback.Id, deed.Id, idea.Id, problem.Id);
        });
        var material = await portal.PlantMaterialAsync(branch, AudienceKind.Branch, content: c => c with { Title = Secret + "M", Summary = Secret, Body = $"<p>{Secret}</p>", Tags = [Secret[..10]] });
        var (course, _) = await portal.PlantCourseAsync(branch, 1, c => c with { Title = Secret + "L", Summary = Secret, Outline = Secret, Responsible = Secret });
        var assignment = await portal.PlantAssignmentAsync(course, branch);
        var question = await portal.PlantQuestionAsync(branch, c => c with { Text = Secret + "Q", Article = Secret, Explanation = Secret, Tags = [Secret[..10]] });
        var quiz = await portal.PlantQuizAsync(branch, c => c with { Title = Secret + "Z", Introduction = Secret }, question);
        var words = await portal.PlantWordsAsync(branch, Secret);
        var appeal = await portal.PlantAppealAsync(branch, question, Secret);
        var posting = await portal.PlantPostingAsync(branch, portal.Today, names: Secret + "O");
        var collection = await portal.PlantCollectionAsync(branch, [person.Ask()], c => c with { Title = Secret + "C", Body = $"<p>{Secret}</p>" });
        var sender = (await portal.As(Actor.Secretary(branch))).AccountId;
        var import = await portal.InDbAsync(async db =>
        {
            var planted = new PeopleImport(branch.Id, new Viewer { AccountId = sender, Acting = new ActingRole(0, Role.Secretary, branch.Id, "", branch.Path) }, Guid.NewGuid(), 1, portal.Today);
            planted.Finish(0);
            db.Add(planted);
            await db.SaveChangesAsync();
            return planted.Id;
        });
        return new Planted(branch, $"{person.Id}", $"{notice}", $"{guide}", $"{feedback}", $"{material}", $"{deed}", $"{idea}", $"{posting}", $"{problem}", $"{collection}", $"{import}", $"{question}", $"{course}", $"{assignment}", $"{quiz}", $"{words}", $"{appeal}");
    }

    private Task<BranchReply> PlantTaskAsync(Branch branch) => portal.InDbAsync(async db =>
    {
        var task = new BranchTask(branch.Id, Secret + "T", Secret, portal.Today, [await db.Branches.SingleAsync(b => b.Id == branch.Id)], portal.Today);
        task.Replies[0].Reply(Secret, portal.Today);
        db.Add(task);
        await db.SaveChangesAsync();
        return task.Replies[0];
    });

    private Task<TrainingClass> PlantClassAsync(Branch branch) => portal.InDbAsync(async db =>
    {
        var made = new TrainingClass(branch.Id, new ClassContent(Secret + "K", Secret, AudienceKind.Branch, 1, portal.Today, Secret), Viewer.System, portal.Today, portal.Clock.GetUtcNow().UtcDateTime);
        made.Add(new SessionContent(portal.Today, new TimeOnly(9, 0), new TimeOnly(12, 0), Secret, 3), portal.Today);
        made.Announce(portal.Today, portal.Clock.GetUtcNow().UtcDateTime);
        db.Add(made);
        await db.SaveChangesAsync();
        return made;
    });

    private Task<int> PlantReminderAsync(Branch branch) => portal.InDbAsync(async db =>
    {
        var step = new LadderStep(new LateThing(Step.TaskReply, $"foreign{branch.Id}", branch.Id, portal.Today, []) { Title = Secret + "R" }, Rung.Own, branch.Id, branch.Id, null, portal.Today);
        db.Add(step);
        await db.SaveChangesAsync();
        return step.Id;
    });

    private Task<int> PlantCircleAsync(Branch branch) => portal.InDbAsync(async db =>
    {
        var circle = new ReadingCircle(branch.Id, Secret + "C", Secret);
        db.Add(circle);
        await db.SaveChangesAsync();
        return circle.Id;
    });

    private Task<(int Event, int Study)> PlantHoursAsync(Branch branch, Person person) => portal.InDbAsync(async db =>
    {
        var (li, clock, none) = (await db.People.Include(p => p.Branch).SingleAsync(p => p.Id == person.Id), new HourClock(portal.Today, 31), new HourAccount([]));
        var meeting = new HourEvent(branch.Id, new(HourSource.Meeting, Secret + "H", portal.Today, 1), clock);
        meeting.Attend([li]);
        var study = new SelfStudy(li, Secret + "S", portal.Today);
        study.Declare(new(Secret + "S", portal.Today, 1, Secret), none, clock);
        db.AddRange(meeting, study);
        await db.SaveChangesAsync();
        return (meeting.Id, study.Id);
    });

    private async Task<Actor> ActorAsync(string name)
    {
        if (name is "system administrator") return Actor.SystemAdministrator;
        if (name is "auditor") return Actor.Auditor;
        if (name is "stranger") return Actor.Public;

        var general = await portal.PlantBranchAsync("Sciences", null, BranchKind.GeneralBranch);
        var physics = await portal.PlantBranchAsync("Physics", general);
        return name switch
        {
            "secretary" => Actor.Secretary(physics),
            "general-branch secretary" => Actor.GeneralBranchSecretary(general),
            "member" => Actor.Member(physics),
            _ => Actor.Applicant(physics),
        };
    }

    private static string IdFor(Address address, Planted planted) => Ids.Where(i => address.Template.StartsWith(i.Key, StringComparison.Ordinal)).OrderByDescending(i => i.Key.Length).Select(i => i.Value).FirstOrDefault() is { } id
        ? id(planted)
        : throw new InvalidOperationException($"{address}: say in ForeignBranchTests which row of the foreign branch its id is, or list it as of no branch.");

    private static async Task<string> TokenAsync(Browser browser) =>
        (await browser.OpenAsync("/feedback")).Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<Answer> AskAsync(Browser browser, Address address, string url, string token)
    {
        using var asked = new HttpRequestMessage(new HttpMethod(address.Verb), url);
        if (address.IsUnsafe) asked.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        return await Answer.OfAsync(await browser.Http.SendAsync(asked));
    }

    // A form without its fields is refused before anything is looked for: the answer is the same whether the id exists.
    private static bool IsShut(Answer answer, Address address) =>
        answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden
        || (answer.Status is HttpStatusCode.UnprocessableEntity && address.IsUnsafe)
        || (answer.Status is HttpStatusCode.Redirect && answer.Location!.Contains("/sign-in", StringComparison.Ordinal));

    private Task<string> SnapshotAsync(Planted planted) => portal.InDbAsync(async db =>
    {
        var person = await db.People.SingleAsync(p => p.Id == int.Parse(planted.Person, System.Globalization.CultureInfo.InvariantCulture));
        var notice = await db.Notices.SingleAsync(n => n.BranchId == planted.Branch.Id);
        var feedback = await db.FeedbackItems.SingleAsync(f => f.ConcernedId == planted.Branch.Id);
        var material = await db.StudyMaterials.SingleAsync(m => m.Id == int.Parse(planted.Material, System.Globalization.CultureInfo.InvariantCulture));
        var collection = await db.Collections.SingleAsync(c => c.BranchId == planted.Branch.Id);
        var answer = await db.CollectionAnswers.SingleAsync(a => a.CollectionId == collection.Id);
        return $"{(await db.CourseAssignments.SingleAsync(a => a.BranchId == planted.Branch.Id)).Version} {await db.HourAttendances.CountAsync(a => a.BranchId == planted.Branch.Id)} {(await db.SelfStudies.SingleAsync(s => s.PersonId == person.Id)).Version} {(await db.TrainingClasses.SingleAsync(c => c.BranchId == planted.Branch.Id)).Version} {await db.ClassSignUps.CountAsync(s => s.Class.BranchId == planted.Branch.Id)} {await db.ClassSessions.CountAsync(s => s.BranchId == planted.Branch.Id)} {await db.Appeals.CountAsync(a => a.BranchId == planted.Branch.Id && a.State == AppealState.Open)} {(await db.Courses.SingleAsync(c => c.BranchId == planted.Branch.Id)).Version} {await db.WrittenAnswers.CountAsync(w => w.BranchId == planted.Branch.Id && w.Mark == null)} {await db.QuizAttempts.CountAsync(a => a.Quiz.BranchId == planted.Branch.Id)} {string.Join(' ', await db.Quizzes.Where(q => q.BranchId == planted.Branch.Id).OrderBy(q => q.Id).Select(q => q.Version).ToListAsync())} {string.Join(' ', await db.Questions.Where(q => q.BranchId == planted.Branch.Id).OrderBy(q => q.Id).Select(q => q.Version).ToListAsync())} {collection.Version} {answer.Version} {material.Version} {await db.StudyProgress.CountAsync(p => p.MaterialId == material.Id)} {person.Version} {person.Stage} {person.BranchId} {notice.Version} {notice.State} {(await db.Guides.SingleAsync(g => g.BranchId == planted.Branch.Id)).Version} {feedback.State} {feedback.Messages.Count} {await db.NoticeConfirmations.CountAsync(c => c.NoticeId == notice.Id)}";
    });
}
