using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Shared.TagHelpers;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>What the form offers to choose from.</summary>
public static class FeedbackChoices
{
    private static readonly Role[] Offices = [Role.Secretary, Role.DeputySecretary, Role.CommitteeMember, Role.Organiser, Role.GroupLeader, Role.GeneralBranchSecretary];

    public static IEnumerable<SelectListItem> OfficesIn(IStringLocalizer<Text> text) => Offices.Select(o => new SelectListItem(text.Word(o), o.ToString()));
}
