using System.Net;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Features.Feedback;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Feedback;

/// <summary>In a portal of its own: whole pages of a person are compared, and other tests write to everybody.</summary>
public sealed class FeedbackAboutOfficesTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Theory, InlineData(Role.Secretary), InlineData(Role.CommitteeMember), InlineData(Role.GeneralBranchSecretary)]
    public async Task What_is_about_an_office_holder_reaches_that_person_nowhere(Role office)
    {
        var (general, branch) = await portal.PlantOfficesAsync();
        var seat = office is Role.GeneralBranchSecretary ? general : branch;
        var concerned = await portal.As(Actor.In(office, seat));
        var text = Portal.Unique("about");
        var before = await CountsAsync(concerned);

        await FeedbackSteps.SendAsync(await portal.As(Actor.Member(branch)), branch, text, office: $"{office}");
        var id = await portal.IdOfFeedbackAsync(text);
        await portal.InDbAsync(db => new TellOfFeedback().RunAsync(db, portal.Clock.UtcNow().AddDays(1)));

        Assert.Equal(before, await CountsAsync(concerned));
        foreach (var address in Addresses.Of(portal).Where(a => !a.IsUnsafe && !a.HasParameters))
        {
            foreach (var url in new[] { address.Template, $"{address.Template}?Words={text[..^1]}" })
            {
                var answer = await concerned.GetAsync(url);
                Assert.False(answer.Body.Contains(text, StringComparison.Ordinal) || answer.Body.Contains($"{id}", StringComparison.OrdinalIgnoreCase), url);
            }
        }

        foreach (var address in Addresses.Of(portal).Where(a => a.Template.StartsWith("/desk/feedback/{", StringComparison.Ordinal)))
        {
            var answer = await Answer.OfAsync(await concerned.Http.SendAsync(new HttpRequestMessage(new HttpMethod(address.Verb), address.Fill(_ => $"{id}"))));
            Assert.True(answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest, $"{address} answers {answer.Status}");
        }
    }

    /// <summary>What the person is told to do, and told at all.</summary>
    private static async Task<string> CountsAsync(Browser person) => (await person.OpenAsync("/desk")).Text + (await person.OpenAsync("/messages")).Text;

    [Fact]
    public async Task What_is_about_the_general_branch_secretary_goes_past_that_person_though_a_branch_below_is_named()
    {
        var (general, branch) = await portal.PlantOfficesAsync();
        var text = Portal.Unique("about");
        await FeedbackSteps.SendAsync(await portal.As(Actor.Member(branch)), branch, text, office: "GeneralBranchSecretary");
        var concerned = await portal.As(Actor.GeneralBranchSecretary(general));

        await concerned.FindsNothingAt($"/desk/feedback/{await portal.IdOfFeedbackAsync(text)}");
        foreach (var page in Addresses.Of(portal).Where(a => !a.HasParameters && !a.IsUnsafe)) Assert.DoesNotContain(text, (await concerned.GetAsync(page.Template)).Body);
        await (await portal.As(Actor.OrganisationOffice)).OpenAsync($"/desk/feedback/{await portal.IdOfFeedbackAsync(text)}");
    }
}
