using AngleSharp.Html.Dom;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Study;

internal static class Planting
{
    private static readonly Viewer Second = new() { AccountId = "second" };

    /// <summary>A material past all pages, in the state asked for.</summary>
    public static Task<int> PlantMaterialAsync(this Portal portal, Branch branch, AudienceKind audience, StudyState state = StudyState.Published,
        StudyKind kind = StudyKind.Article, Func<StudyContent, StudyContent>? content = null, StoredFile? file = null) => portal.InDbAsync(async db =>
    {
        var now = portal.Clock.UtcNow();
        var plain = new StudyContent(Portal.Unique("Material"), StudyCategory.Rules, audience, "Our branch") { Body = "<p>The text</p>", Link = "https://example.edu/page" };
        var material = new StudyMaterial(branch.Id, kind, content?.Invoke(plain) ?? plain, Viewer.System, now);
        if (file is not null) material.Attach(file);
        if (state is not StudyState.Draft) material.Publish(Viewer.System, now);
        if (material.State is StudyState.AwaitingApproval) material.Approve(Second, now);
        db.Add(material);
        await db.SaveChangesAsync();
        return material.Id;
    });

    public static string Token(this Page page) => ((IHtmlInputElement)page.Html.QuerySelector("[name=__RequestVerificationToken]")!).Value;
}
