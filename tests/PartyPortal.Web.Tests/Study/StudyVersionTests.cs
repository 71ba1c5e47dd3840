using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Study;

public sealed class StudyVersionTests(Portal portal)
{
    [Fact]
    public async Task Each_saved_text_of_a_published_material_is_kept_compared_and_restored()
    {
        var (physics, secretary, id) = await PlantAsync(StudyState.Published);
        await (await secretary.OpenAsync($"/desk/study/{id}/edit")).SubmitAsync(new { Body = "<p>周五晚七点学习。</p>" });
        await (await secretary.OpenAsync($"/desk/study/{id}/edit")).SubmitAsync(new { Tags = "a" });

        var page = await secretary.OpenAsync($"/en/desk/study/{id}/versions");
        Assert.Equal(2, page.Html.QuerySelectorAll("table.stack tbody tr").Length);
        Assert.Equal(["四"], page.Html.QuerySelectorAll("#comparison del").Select(d => d.TextContent));
        Assert.Equal(["五"], page.Html.QuerySelectorAll("#comparison ins").Select(d => d.TextContent));

        var form = await secretary.OpenAsync($"/en/desk/study/{id}/edit?from=1");
        Assert.Contains("The form holds the text of version 1.", form.Text);
        await form.SubmitAsync(new { });
        Assert.Contains("周四", (await (await portal.As(Actor.Member(physics))).OpenAsync($"/study/{id}")).Text);
        await (await portal.As(Actor.Member(physics))).IsRefusedAt($"/desk/study/{id}/versions");
    }

    [Fact]
    public async Task A_draft_that_nobody_else_saw_leaves_no_version_and_unknown_ones_are_not_there()
    {
        var (_, secretary, id) = await PlantAsync(StudyState.Draft);
        await (await secretary.OpenAsync($"/desk/study/{id}/edit")).SubmitAsync(new { Body = "<p>Another</p>" });

        Assert.Contains("No version is kept yet.", (await secretary.OpenAsync($"/en/desk/study/{id}/versions")).Text);
        await secretary.FindsNothingAt($"/desk/study/{id}/versions?older=7");
        await secretary.FindsNothingAt($"/desk/study/{id}/edit?from=7");
    }

    private async Task<(Branch Branch, Browser Secretary, int Id)> PlantAsync(StudyState state)
    {
        var physics = await portal.PlantBranchAsync("Physics");
        return (physics, await portal.As(Actor.Secretary(physics)), await portal.PlantMaterialAsync(physics, AudienceKind.Branch, state, content: c => c with { Body = "<p>周四晚七点学习。</p>" }));
    }
}
