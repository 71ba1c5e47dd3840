using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.People;

/// <summary>How far the work on a sheet is: what its columns mean, and which rows were mended on the page.</summary>
/// <param name="BranchId">The branch that takes the people in.</param>
/// <param name="Columns">What each column means.</param>
/// <param name="Stage">The stage of rows that say none.</param>
/// <param name="Mended">The cells of a row by its number; none: the row is left out.</param>
internal sealed record RosterDraft(int BranchId, RosterColumn[] Columns, Stage? Stage, Dictionary<int, string[]> Mended);

/// <summary>A sheet that is being worked on, as it stands.</summary>
internal sealed record OpenRoster(byte[] Workbook, Sheet Sheet, RosterDraft Draft, Branch Branch, bool TakesIdNumbers);
