using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Collections;

/// <summary>Collections under way, past all pages.</summary>
internal static class Planting
{
    public static readonly QuestionContent Project = new(QuestionKind.ShortText, "Name of the project") { IsRequired = true };
    public static readonly QuestionContent Hours = new(QuestionKind.Number, "Hours");
    public static readonly QuestionContent Form = new(QuestionKind.Files, "Signed form") { FileKinds = [FileKind.Pdf], MostFiles = 2, MostMegabytes = 1 };

    public static Asked Ask(this Person person) => new(person.BranchId, person.Id, person.Name, person.Number);

    public static Asked Ask(this Branch branch) => new(branch.Id, null, branch.Name, branch.Code);

    public static Task<int> PlantCollectionAsync(this Portal portal, Branch by, Asked[] asked, Func<CollectionContent, CollectionContent>? content = null, params QuestionContent[] questions) => portal.InDbAsync(async db =>
    {
        var now = portal.Clock.UtcNow();
        var plain = new CollectionContent(Portal.Unique("Projects"), "<p>For the report</p>", CollectionReach.PeopleHere, now.AddDays(7));
        var collection = new Collection(by.Id, content?.Invoke(plain) ?? plain, Viewer.System, now);
        foreach (var question in questions is [] ? [Project, Hours, Form] : questions) collection.AddQuestion(question);
        db.Add(collection);
        await db.SaveChangesAsync();
        if (asked is []) return collection.Id;

        collection.Open(asked, false, null, Viewer.System, now);
        await db.SaveChangesAsync();
        return collection.Id;
    });

    public static Task<CollectionAnswer> AnswerAsync(this Portal portal, int collection, Person? of = null) => portal.InDbAsync(db =>
        db.CollectionAnswers.Include(a => a.Collection).Include(a => a.Files).SingleAsync(a => a.CollectionId == collection && (of == null || a.PersonId == of.Id)));

    /// <summary>Somebody hands in a text, a number and perhaps a file.</summary>
    public static async Task HandInAsync(this Browser browser, int collection, string text, params (string Name, byte[] Bytes)[] files) =>
        await browser.FollowAsync(await (await browser.OpenAsync($"/en/collections/{collection}")).SubmitAsync(new Dictionary<string, object> { ["Given[0].Text"] = text, ["Given[1].Text"] = "3", ["Given[2].Files.Files"] = files }));
}
