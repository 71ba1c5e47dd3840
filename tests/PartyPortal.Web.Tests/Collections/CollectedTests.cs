using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Collections;

/// <summary>One archive and one workbook.</summary>
public sealed class CollectedTests(Portal portal)
{
    [Fact]
    public async Task The_archive_has_a_folder_for_each_branch_and_person_with_names_that_every_system_takes()
    {
        var physics = await portal.PlantBranchAsync("物理系/第一党支部");
        var people = await Task.WhenAll(new[] { "赵一", "赵一", "钱:二" }.Select(name => portal.PlantPersonAsync(physics, name)));
        var id = await portal.PlantCollectionAsync(physics, [.. people.Select(p => p.Ask())], c => c with { Title = "../暑期*项目" });
        foreach (var person in people[..2]) await (await portal.As(Actor.Of(person))).HandInAsync(id, "x", ("申请表.pdf", SampleFile.Pdf()));
        await (await portal.As(Actor.Of(people[2]))).HandInAsync(id, "x", ("CON.pdf", SampleFile.Pdf()), ("CON.pdf", SampleFile.Pdf()));

        var answer = await (await portal.As(Actor.Secretary(physics))).GetAsync($"/desk/collections/{id}/archive");

        Assert.Equal("application/zip", answer.Message.Content.Headers.ContentType!.MediaType);
        await using var zip = new ZipArchive(new MemoryStream(await answer.Message.Content.ReadAsByteArrayAsync()), ZipArchiveMode.Read);
        string[] expected = ["／暑期项目.xlsx", "物理系／第一党支部/赵一/3-申请表.pdf", "物理系／第一党支部/赵一/3-申请表 (2).pdf", "物理系／第一党支部/钱二/3-_CON.pdf", "物理系／第一党支部/钱二/3-_CON (2).pdf"];
        Assert.Equivalent(expected, zip.Entries.Select(e => e.FullName), strict: true);
        using var copy = new MemoryStream();
        await (await zip.GetEntry(expected[1])!.OpenAsync()).CopyToAsync(copy);
        Assert.Equal(SampleFile.Pdf(), copy.ToArray());
        Assert.True(await portal.InDbAsync(db => db.Audit.AnyAsync(a => a.Action == "Collection.Archived" && a.Subject == $"Collection {id}")));
    }

    [Fact]
    public async Task The_workbook_has_a_row_for_each_of_those_asked_and_runs_no_formula()
    {
        var general = await portal.PlantBranchAsync("理学院", null, BranchKind.GeneralBranch);
        var (physics, history) = (await portal.PlantBranchAsync("物理支部", general), await portal.PlantBranchAsync("历史支部", general));
        var id = await portal.PlantCollectionAsync(general, [physics.Ask(), history.Ask()]);
        await (await portal.As(Actor.Secretary(physics))).HandInAsync(id, "=HYPERLINK(\"http://evil\")", ("表.pdf", SampleFile.Pdf()));
        await (await (await portal.As(Actor.Secretary(history))).OpenAsync($"/en/collections/{id}")).SubmitAsync(new Dictionary<string, object> { ["Given[0].Text"] = "Only a draft", ["IsDraft"] = true });

        var answer = await (await portal.As(Actor.GeneralBranchSecretary(general))).GetAsync($"/desk/collections/{id}/workbook");

        var rows = await Workbook.ReadAsync(answer.Message);
        Assert.Equal(["所在组织", "答复人", "答复人编号", "状态", "Name of the project", "Hours", "Signed form"], rows[0]);
        Assert.Equal(["物理支部", "物理支部", physics.Code, "已交", "'=HYPERLINK(\"http://evil\")", "3", "表.pdf"], rows[1]);
        Assert.Equal(["历史支部", "历史支部", history.Code, "未交"], rows[2][..4]);
        Assert.DoesNotContain("Only a draft", rows[2]);
        Assert.DoesNotContain(answer.Message.Content.Headers, header => header.Value.Contains("http://evil"));
    }

    [Fact]
    public async Task A_draft_has_neither_and_who_only_answers_gets_none()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var zhao = await portal.PlantPersonAsync(physics, "Zhao");
        var secretary = await portal.As(Actor.Secretary(physics));

        await secretary.FindsNothingAt($"/desk/collections/{await portal.PlantCollectionAsync(physics, [])}/archive");
        await (await portal.As(Actor.Of(zhao))).IsRefusedAt($"/desk/collections/{await portal.PlantCollectionAsync(physics, [zhao.Ask()])}/workbook");
    }
}
