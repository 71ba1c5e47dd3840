using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Study;

public sealed class StudyTests(Portal portal)
{
    [Fact]
    public async Task A_secretary_publishes_an_article_and_only_the_branch_studies_it()
    {
        var (college, physics, history) = await PlantAsync();
        var id = await PublishAsync(physics, AudienceKind.Branch);

        Assert.Contains("The text", (await (await portal.As(Actor.Member(physics))).OpenAsync($"/study/{id}")).Text);
        await (await portal.As(Actor.GeneralBranchSecretary(college))).OpenAsync($"/desk/study/{id}");
        await (await portal.As(Actor.Member(history))).FindsNothingAt($"/study/{id}");
        await (await portal.As(Actor.Public)).FindsNothingAt($"/study/{id}");
    }

    [Fact]
    public async Task A_secretary_of_another_branch_reaches_a_draft_by_no_address()
    {
        var (_, physics, history) = await PlantAsync();
        var id = await portal.PlantMaterialAsync(physics, AudienceKind.Branch, StudyState.Draft);
        var stranger = await portal.As(Actor.Secretary(history));
        var token = (await stranger.OpenAsync("/desk/study/new/Article")).Token();

        foreach (var address in (string[])[$"/study/{id}", $"/desk/study/{id}", $"/desk/study/{id}/edit", $"/desk/study/{id}/withdraw"]) await stranger.FindsNothingAt(address);
        foreach (var address in (string[])[$"/desk/study/{id}/edit", $"/desk/study/{id}/publish", $"/desk/study/{id}/withdraw", $"/study/{id}/done", $"/study/{id}/done/undo"])
        {
            var answer = await stranger.PostAsync(address, new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Title", "x"), new("Source", "x"), new("Body", "x"), new("BranchId", $"{history.Id}"), new("Kind", "Article"), new("Category", "Rules"), new("AudienceKind", "Branch"), new("Reason", "x")]));
            Assert.True(answer.Status is HttpStatusCode.NotFound, $"{address} answered {answer.Status}");
        }

        await (await portal.As(Actor.Member(physics))).IsRefusedAt($"/desk/study/{id}");
    }

    [Theory]
    [InlineData(AudienceKind.Internet, true, true, true, true)]
    [InlineData(AudienceKind.Campus, false, true, true, true)]
    [InlineData(AudienceKind.Applicants, false, true, true, true)]
    [InlineData(AudienceKind.Members, false, false, true, true)]
    [InlineData(AudienceKind.Subtree, false, true, true, false)]
    [InlineData(AudienceKind.Branch, false, false, false, false)]
    public async Task Each_audience_reaches_whom_it_names(AudienceKind audience, bool stranger, bool applicant, bool member, bool elsewhere)
    {
        var (college, physics, history) = await PlantAsync();
        var id = await portal.PlantMaterialAsync(college, audience);

        await Reads(Actor.Public, stranger);
        await Reads(Actor.Applicant(physics), applicant);
        await Reads(Actor.Member(physics), member);
        await Reads(Actor.Member(history), elsewhere);

        async Task Reads(Actor actor, bool may) =>
            Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await (await portal.As(actor)).GetAsync($"/study/{id}")).Status);
    }

    [Fact]
    public async Task Bad_materials_are_refused_at_the_field_and_nothing_is_written()
    {
        var (_, physics, history) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var page = await secretary.OpenAsync("/en/desk/study/new/Article");
        var link = await secretary.OpenAsync("/en/desk/study/new/Link");

        var empty = await page.SubmitAsync(new { Title = "a", Category = StudyCategory.Rules, Source = "", Body = "<p>Kept text</p>" });
        empty.IsRefusedWith("Fill in: Source.");
        Assert.Contains("Kept text", empty.Body);
        (await page.SubmitAsync(Article(body: "<script>alert(1)</script>"))).IsRefusedWith("Write the text.");
        (await page.SubmitAsync(Article(title: new string('x', 121)))).IsRefusedWith("at most 120 characters");
        (await page.SubmitAsync(Article(tags: "a,b,c,d,e,f,g,h,i"))).IsRefusedWith("At most 8 tags of 20 characters each.");
        (await page.SubmitAsync(Article(audience: AudienceKind.Campus))).IsRefusedWith("Only the organisation office");
        (await page.SubmitAsync(Article(branch: history.Id))).IsRefusedWith("Choose an organisation of your own.");
        (await page.SubmitAsync(Article(sourceDate: "2027-01-01"))).IsRefusedWith("The date of the source lies in the future.");
        (await link.SubmitAsync(new { Title = "a", Category = StudyCategory.Rules, Source = "s", Link = "javascript:alert(1)" })).IsRefusedWith("Give a whole address");
        Assert.Equal(0, await portal.InDbAsync(db => db.StudyMaterials.CountAsync(m => m.BranchId == physics.Id || m.BranchId == history.Id)));

        object Article(string title = "a", string body = "b", string tags = "", AudienceKind audience = AudienceKind.Branch, int? branch = null, string sourceDate = "") =>
            new { Title = title, Body = body, Category = StudyCategory.Rules, Source = "s", Tags = tags, AudienceKind = audience, BranchId = branch ?? physics.Id, SourceDate = sourceDate };
    }

    [Fact]
    public async Task A_form_that_nobody_offers_is_not_there() =>
        await (await portal.As(Actor.OrganisationOffice)).FindsNothingAt("/desk/study/new/Podcast");

    [Fact]
    public async Task A_posted_state_or_approver_is_ignored()
    {
        var (_, physics, _) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var page = await secretary.OpenAsync("/desk/study/new/Article");

        var saved = await secretary.PostAsync("/desk/study/new/Article", new FormUrlEncodedContent([
            new("__RequestVerificationToken", page.Token()), new("Kind", "Article"), new("Title", "a"), new("Body", "b"), new("Source", "s"), new("Category", "Rules"),
            new("AudienceKind", "Internet"), new("BranchId", $"{physics.Id}"), new("State", "Published"), new("ApprovedBy", "me"), new("PublishedBy", "other"), new("Id", "1"), new("AudienceKey", "internet")]));

        var material = await FindAsync(IdOf(saved));
        Assert.Equal((StudyState.Draft, null, null), (material.State, material.ApprovedBy, material.PublishedBy));
    }

    [Fact]
    public async Task What_goes_to_the_Internet_waits_for_a_second_person()
    {
        var (college, _, _) = await PlantAsync();
        var author = await portal.As(Actor.GeneralBranchSecretary(college));
        var (id, page) = await DraftAsync(author, AudienceKind.Internet);
        page = await author.FollowAsync(await page.SubmitAsync(new { }, "#publish"));

        await page.SubmitAsync(new { }, "#approve");
        Assert.Equal(StudyState.AwaitingApproval, (await FindAsync(id)).State);
        await (await portal.As(Actor.Public)).FindsNothingAt($"/study/{id}");

        var other = await portal.As(Actor.GeneralBranchSecretary(college));
        Assert.Contains((await FindAsync(id)).Title, (await other.OpenAsync("/desk/study/approvals")).Text);
        await (await other.OpenAsync($"/desk/study/{id}")).SubmitAsync(new { }, "#approve");
        Assert.Contains("The text", (await (await portal.As(Actor.Public)).OpenAsync($"/study/{id}")).Text);
    }

    [Fact]
    public async Task A_stale_edit_is_told_so_and_overwrites_nothing()
    {
        var (_, physics, _) = await PlantAsync();
        var secretary = await portal.As(Actor.Secretary(physics));
        var id = await portal.PlantMaterialAsync(physics, AudienceKind.Branch);
        var stale = await secretary.OpenAsync($"/desk/study/{id}/edit");
        await (await secretary.OpenAsync($"/desk/study/{id}/edit")).SubmitAsync(new { Title = "First", Tags = "新、旧" });

        var answer = await stale.SubmitAsync(new { Title = "Second" });

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Second", answer.Body);
        Assert.Equal("First", (await FindAsync(id)).Title);
        Assert.Equal(["新", "旧"], (await FindAsync(id)).Tags.Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_withdrawn_material_needs_a_reason_and_is_gone_for_readers()
    {
        var (_, physics, _) = await PlantAsync();
        var id = await portal.PlantMaterialAsync(physics, AudienceKind.Branch);
        var member = await portal.As(Actor.Member(physics));
        await (await member.OpenAsync($"/study/{id}")).SubmitAsync(new { }, "#done");
        var page = await (await portal.As(Actor.Secretary(physics))).OpenAsync($"/en/desk/study/{id}/withdraw");

        (await page.SubmitAsync(new { Reason = "" })).IsRefusedWith("Fill in: Reason.");
        await page.SubmitAsync(new { Reason = "Out of date" });

        await member.FindsNothingAt($"/study/{id}");
        Assert.DoesNotContain((await FindAsync(id)).Title, (await member.OpenAsync("/my/study")).Text);
        Assert.DoesNotContain((await FindAsync(id)).Title, (await member.OpenAsync("/study")).Text);
    }

    [Fact]
    public async Task A_member_finds_materials_by_subject_form_tag_and_words()
    {
        var (_, physics, _) = await PlantAsync();
        var (one, two) = (Portal.Unique("Alpha"), Portal.Unique("Beta"));
        await portal.PlantMaterialAsync(physics, AudienceKind.Branch, content: c => c with { Title = one, Category = StudyCategory.History, Tags = ["长征"] });
        await portal.PlantMaterialAsync(physics, AudienceKind.Branch, content: c => c with { Title = two, Category = StudyCategory.Rules, Regulation = "《中国共产党章程》第六条" }, kind: StudyKind.Link);
        var member = await portal.As(Actor.Member(physics));

        await Shows("?Category=History", one, two);
        await Shows("?Kind=Link", two, one);
        await Shows("?Tag=长征", one, two);
        await Shows("?Words=章程 第六条", two, one);
        await Shows($"?Words={one.ToUpperInvariant()}", one, two);
        Assert.Contains("No material matches.", (await member.OpenAsync("/en/study?Words=%25_nothing")).Text);

        async Task Shows(string query, string found, string other)
        {
            var text = (await member.OpenAsync("/study" + query)).Text;
            Assert.Contains(found, text);
            Assert.DoesNotContain(other, text);
        }
    }

    [Fact]
    public async Task A_link_says_that_one_leaves_the_site()
    {
        var (_, physics, _) = await PlantAsync();
        var id = await portal.PlantMaterialAsync(physics, AudienceKind.Branch, kind: StudyKind.Link);

        var page = await (await portal.As(Actor.Member(physics))).OpenAsync($"/en/study/{id}");

        Assert.Contains("You leave this site", page.Text);
        Assert.Equal("external noopener noreferrer", page.Html.QuerySelector("a[href='https://example.edu/page']")!.GetAttribute("rel"));
    }

    [Fact]
    public async Task A_bad_row_of_the_database_is_shown_without_its_script()
    {
        var (_, physics, _) = await PlantAsync();
        var id = await portal.PlantMaterialAsync(physics, AudienceKind.Branch);
        await portal.InDbAsync(db => db.StudyMaterials.Where(m => m.Id == id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Body, "<p onclick=evil()>Fine</p><script>evil()</script>")));

        var page = await (await portal.As(Actor.Member(physics))).OpenAsync($"/study/{id}");

        Assert.Contains("Fine", page.Text);
        Assert.DoesNotContain("evil()", page.Answer.Body);
    }

    private async Task<(Branch College, Branch Physics, Branch History)> PlantAsync()
    {
        var university = await portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee);
        var college = await portal.PlantBranchAsync("College", university, BranchKind.GeneralBranch);
        return (college, await portal.PlantBranchAsync("Physics", college), await portal.PlantBranchAsync("History", university));
    }

    private Task<StudyMaterial> FindAsync(int id) => portal.InDbAsync(db => db.StudyMaterials.SingleAsync(m => m.Id == id));

    private static int IdOf(Answer saved) => int.Parse(saved.Location!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<(int Id, Page Page)> DraftAsync(Browser author, AudienceKind audience)
    {
        var saved = await (await author.OpenAsync("/desk/study/new/Article")).SubmitAsync(
            new { Title = Portal.Unique("Material"), Body = "<p>The text</p>", Source = "Our branch", Category = StudyCategory.Rules, AudienceKind = audience });
        return (IdOf(saved), await author.FollowAsync(saved));
    }

    private async Task<int> PublishAsync(Branch branch, AudienceKind audience)
    {
        var (id, page) = await DraftAsync(await portal.As(Actor.Secretary(branch)), audience);
        await page.SubmitAsync(new { }, "#publish");
        return id;
    }
}
