using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;
using PartyPortal.Web.Shared.TagHelpers;

namespace PartyPortal.Web.Shared;

/// <summary>For whom something is, to be chosen and to be read.</summary>
internal static class AudienceWords
{
    /// <summary>The audiences that the author may address, and no others.</summary>
    public static IEnumerable<SelectListItem> Audiences(this IStringLocalizer text, Viewer author) =>
        Enum.GetValues<AudienceKind>().Where(kind => Publishing.MayAddress(kind, author)).Select(kind => new SelectListItem(text.Word(kind), kind.ToString()));

    /// <summary>Those of them who sign in.</summary>
    public static IEnumerable<SelectListItem> SignedInAudiences(this IStringLocalizer text, Viewer author) =>
        text.Audiences(author).Where(choice => choice.Value != nameof(AudienceKind.Internet));

    public static IEnumerable<SelectListItem> Stages(this IStringLocalizer text) => Publishing.Stages.Select(stage => new SelectListItem(text.Word(stage), stage.ToString()));

    public static string ForWhom(this IStringLocalizer text, Addressees addressees) => addressees.StageBits == 0
        ? text.Word(addressees.Kind)
        : $"{text.Word(addressees.Kind)} ({string.Join(" · ", StageBits.StagesIn(addressees.StageBits).Select(stage => text.Word(stage)))})";
}
