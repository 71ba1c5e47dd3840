using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Shared.TagHelpers;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>What the form offers to choose from.</summary>
public static class FeedbackChoices
{
    private static readonly Role[] Offices = [Role.Secretary, Role.DeputySecretary, Role.CommitteeMember, Role.Organiser, Role.GroupLeader, Role.GeneralBranchSecretary];

    /// <summary>All organisations in use, each below its parent.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> BranchesAsync(PortalDb db)
    {
        var branches = await db.Branches.Where(b => b.Gone == 0).OrderBy(b => b.Path).Select(b => new { b.Id, b.Name }).ToListAsync();
        return [.. branches.Select(b => new SelectListItem(b.Name, b.Id.ToString(CultureInfo.InvariantCulture)))];
    }

    public static IEnumerable<SelectListItem> OfficesIn(IStringLocalizer<Text> text) => Offices.Select(o => new SelectListItem(text.Word(o), o.ToString()));
}
