using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.People;

/// <summary>How far the work on a sheet is: what its columns mean, and which rows were mended on the page.</summary>
/// <param name="BranchId">The branch that takes the people in.</param>
/// <param name="Columns">What each column means.</param>
/// <param name="Stage">The stage of rows that say none.</param>
/// <param name="Policy">What becomes of rows whose number is on record.</param>
/// <param name="Mended">The cells of a row by its number; none: the row is left out.</param>
internal sealed record RosterDraft(int BranchId, RosterColumn[] Columns, Stage? Stage, DuplicatePolicy Policy, Dictionary<int, string[]> Mended)
{
    /// <summary>The setting may have been turned off since the columns were chosen.</summary>
    public RosterDraft Taking(bool idNumbers) => idNumbers ? this : this with { Columns = [.. Columns.Select(c => c is RosterColumn.IdNumber ? RosterColumn.Unused : c)] };
}

/// <summary>A sheet that is being worked on, as it stands.</summary>
internal sealed record OpenRoster(byte[] Workbook, Sheet Sheet, RosterDraft Draft, Branch Branch, bool TakesIdNumbers);
