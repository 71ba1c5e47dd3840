using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.People;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.People;

/// <summary>What a form does not ask for cannot be posted, whatever the entity behind it has.</summary>
public sealed class OverPostingTests(Portal portal)
{
    /// <summary>What the form of a record asks for, and what follows from it.</summary>
    private static readonly string[] Asked = ["Name", "NameKey", "InitialsKey", "Number", "NumberKey", "BornOn", "AppliedOn", "AdmittedOn", "ConvertedOn", "Email", "PhoneSealed", "IdNumberSealed", "IdNumberIndex", "GroupId", "Version"];

    [Fact]
    public async Task Every_other_property_of_a_record_stays_as_it_was()
    {
        var (branch, elsewhere) = (await portal.PlantBranchAsync("Physics"), await portal.PlantBranchAsync("History"));
        var li = await portal.PlantPersonAsync(branch, "Li Hua", Stage.Applicant);
        var secretary = await portal.As(Actor.Secretary(branch));
        var before = await ValuesAsync(li.Id);
        var page = await secretary.OpenAsync($"/people/{li.Id}/edit");

        var answer = await page.SubmitAsAsync($"/people/{li.Id}/edit",
        [
            .. before.Keys.Where(name => name is not "Name" and not "Version").Select(name => (name, Foreign(name, elsewhere.Id))),
            .. before.Keys.Where(name => name is not "Name" and not "Version").Select(name => ($"person.{name}", Foreign(name, elsewhere.Id))),
            ("Name", "Li Huahua"), ("Version", page.Html.QuerySelector("[name=Version]")!.GetAttribute("value")!),
        ]);

        Assert.True(answer.Status is HttpStatusCode.Redirect, answer.Text);
        var after = await ValuesAsync(li.Id);
        Assert.Equal("Li Huahua", after["Name"]);
        Assert.Equal("2001-02-03", after["BornOn"]);
        Assert.Empty(after.Where(value => !Asked.Contains(value.Key) && before[value.Key] != value.Value).Select(value => value.Key));
        Assert.Equal((null, null, null), (after["PhoneSealed"], after["IdNumberSealed"], after["IdNumberIndex"]));
    }

    [Fact]
    public async Task A_row_named_in_the_body_is_not_the_one_that_changes()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var (li, wang) = (await portal.PlantPersonAsync(branch, "Li"), await portal.PlantPersonAsync(branch, "Wang"));
        var secretary = await portal.As(Actor.Secretary(branch));
        var page = await secretary.OpenAsync($"/people/{li.Id}/edit");

        await page.SubmitAsAsync($"/people/{li.Id}/edit", ("id", wang.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Name", "Li Huahua"), ("Version", page.Html.QuerySelector("[name=Version]")!.GetAttribute("value")!));

        Assert.Equal("Li Huahua", (await ValuesAsync(li.Id))["Name"]);
        Assert.Equal("Wang", (await ValuesAsync(wang.Id))["Name"]);
    }

    [Fact]
    public async Task A_member_cannot_post_anything_about_their_own_record()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var li = await portal.PlantPersonAsync(branch, "Li Hua", Stage.Applicant);
        var me = await portal.As(Actor.Of(li));
        var before = await ValuesAsync(li.Id);
        var page = await me.OpenAsync("/account/password");

        foreach (var address in (string[])[$"/people/{li.Id}/edit", $"/people/{li.Id}/stage", $"/people/{li.Id}/transfer", "/me"])
        {
            var answer = await page.SubmitAsAsync(address, ("Stage", "FullMember"), ("Name", "Li Chairman"), ("BranchId", "1"), ("On", "2026-01-01"));
            Assert.True(answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"{address}: {answer.Status}");
        }

        Assert.Equal(before, await ValuesAsync(li.Id));
    }

    private static string Foreign(string name, int branchId) => name switch
    {
        "BranchId" => branchId.ToString(System.Globalization.CultureInfo.InvariantCulture),
        "Stage" => nameof(Stage.FullMember),
        "BornOn" => "2001-02-03",
        _ when name.EndsWith("On", StringComparison.Ordinal) => "",
        "Email" => "li@example.edu",
        "Number" => Portal.Unique("N"),
        "SealId" => Guid.NewGuid().ToString(),
        "Id" or "GroupId" => "1",
        _ => "stolen",
    };

    private Task<Dictionary<string, string?>> ValuesAsync(int id) => portal.InDbAsync(async db =>
    {
        var entry = db.Entry(await db.People.SingleAsync(p => p.Id == id));
        return entry.Properties.ToDictionary(p => p.Metadata.Name, p => p.CurrentValue is DateOnly day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : p.CurrentValue?.ToString());
    });
}
