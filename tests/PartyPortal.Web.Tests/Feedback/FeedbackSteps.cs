using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Feedback;

internal static class FeedbackSteps
{
    public static async Task<(Branch General, Branch Branch)> PlantOfficesAsync(this Portal portal)
    {
        var top = await portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee);
        var general = await portal.PlantBranchAsync("Sciences", top, BranchKind.GeneralBranch);
        var branch = await portal.PlantBranchAsync("Physics", general);
        // Offices are filled before somebody writes: what finds nobody goes up.
        await portal.As(Actor.GeneralBranchSecretary(general));
        await portal.As(Actor.Secretary(branch));
        return (general, branch);
    }

    public static Task<Guid> IdOfFeedbackAsync(this Portal portal, string text) => portal.InDbAsync(db => db.FeedbackItems.Where(f => f.Text == text).Select(f => f.Id).SingleAsync());

    /// <returns>The receipt code.</returns>
    public static async Task<string> SendAsync(Browser browser, Branch branch, string text, bool named = false, string office = "")
    {
        var page = await browser.OpenAsync("/feedback");
        return CodeOf(await page.SubmitAsync(new { Kind = FeedbackKind.Problem, BranchId = page.Choice("BranchId", branch), Text = text, Named = named, Name = "Li Hua", About = office }));
    }

    public static string CodeOf(Answer answer) => answer.Html.QuerySelector("#receipt-code")?.TextContent ?? throw new InvalidOperationException(answer.Text);
}
