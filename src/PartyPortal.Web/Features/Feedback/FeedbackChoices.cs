using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Shared.TagHelpers;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>What the form offers to choose from.</summary>
public static class FeedbackChoices
{
    private const int Offered = 50;

    private static readonly Role[] Offices = [Role.Secretary, Role.DeputySecretary, Role.CommitteeMember, Role.Organiser, Role.GroupLeader, Role.GeneralBranchSecretary];

    public static IEnumerable<SelectListItem> OfficesIn(IStringLocalizer<Text> text) => Offices.Select(o => new SelectListItem(text.Word(o), o.ToString()));

    /// <summary>In the language of the page.</summary>
    public static string NameOf(FeedbackTopic topic) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" && topic.NameInEnglish is { Length: > 0 } english ? english : topic.Name;

    public static async Task<IReadOnlyList<SelectListItem>> TopicsAsync(PortalDb db) =>
        [.. (await db.FeedbackTopics.AsNoTracking().OrderBy(t => t.Id).ToListAsync()).Select(t => new SelectListItem(NameOf(t), t.Id.ToString(CultureInfo.InvariantCulture)))];

    /// <summary>The newest open messages that this one may be answered together with.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> ToMergeAsync(PortalDb db, Guid id)
    {
        if (await db.FeedbackItems.Where(f => f.Id == id).Select(f => new { f.HandlingId, f.ConcernedId, f.About }).SingleOrDefaultAsync() is not { } item) return [];

        var others = db.FeedbackItems.Where(f => f.Id != id && f.HandlingId == item.HandlingId && f.State != FeedbackState.Closed && f.MergedIntoId == null);
        others = item.About is { } office ? others.Where(f => f.About == office && f.ConcernedId == item.ConcernedId) : others.Where(f => f.About == null);
        var rows = await others.OrderByDescending(f => f.ReceivedOn).ThenBy(f => f.Id).Take(Offered)
            .Select(f => new { f.Id, f.Concerned.Name, Beginning = f.Text.Substring(0, InboxSearch.BeginningLength) }).ToListAsync();
        return [.. rows.Select(f => new SelectListItem($"{f.Name}: {f.Beginning}", f.Id.ToString()))];
    }
}
