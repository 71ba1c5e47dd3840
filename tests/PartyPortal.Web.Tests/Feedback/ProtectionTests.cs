using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Settings;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Feedback;

public sealed class ProtectionTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    [Fact]
    public async Task The_page_names_a_contact_outside_the_branch_and_says_where_disciplinary_reports_belong()
    {
        await NameAsync("Office 701, telephone 000-7017");

        var text = (await (await portal.As(Actor.Public)).OpenAsync("/en/feedback/protection")).Text;

        Assert.Contains("turn to a place outside the branch: Office 701, telephone 000-7017", text);
        Assert.Contains("discipline inspection body", text);
        Assert.Contains("protection", (await (await portal.As(Actor.Public)).OpenAsync("/en/feedback")).Html.QuerySelector("main a[href$=protection]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Without_a_contact_outside_the_branch_no_feedback_is_taken()
    {
        var administrator = await portal.As(Actor.SystemAdministrator);
        var stranger = await portal.As(Actor.Public);
        var form = await stranger.OpenAsync("/en/feedback");
        var branch = await portal.PlantBranchAsync("Physics");
        var settings = await administrator.OpenAsync("/en/admin/settings");

        (await settings.SubmitAsync(new { Values__OutsideContact = "" })).IsRefusedWith("Feedback is taken only where a contact outside the branch is named.");
        await NameAsync("");

        Assert.Contains("No feedback is taken here at present.", (await stranger.OpenAsync("/en/feedback")).Text);
        await form.SubmitAsync(new { Kind = FeedbackKind.Praise, BranchId = form.Choice("BranchId", branch), Text = "Thank you" });
        Assert.Equal(0, await portal.InDbAsync(db => db.FeedbackItems.CountAsync()));
        await NameAsync("12388");
    }

    private Task NameAsync(string contact) => portal.InDbAsync(async db =>
    {
        if (await db.Settings.FindAsync(nameof(PortalSettings.OutsideContact)) is { } row) row.Value = contact;
        else db.Add(new Setting { Key = nameof(PortalSettings.OutsideContact), Value = contact });
        return await db.SaveChangesAsync();
    });
}
